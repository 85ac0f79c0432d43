import { exportsText } from '../../../catalogue/rooms/exports'
import type { PublishedStory } from '../../../projection/published/publishedStory'

/** Returns the words of headline and deck that are bold, italic or a link, for formats with plain headlines. */
const styledHeadings = ({ blocks }: PublishedStory): readonly string[] =>
  (['headline', 'deck'] as const)
    .flatMap((role) => blocks.find((block) => block.role === role)?.runs ?? [])
    .filter((run) => run.bold || run.italic || run.href !== undefined)
    .map((run) => run.text)

/** Lists as a loss what `styledHeadings` finds. */
export const headingLoss = (story: PublishedStory): Readonly<Record<string, readonly string[]>> => ({
  [exportsText('loss.headingStyles')]: styledHeadings(story),
})
