import type { PublishedStory } from '../../../projection/published/publishedStory'

/** Words in the headline and the deck that are bold, italic or a link, for formats whose headlines are plain text. */
export const styledHeadings = ({ blocks }: PublishedStory): readonly string[] =>
  (['headline', 'deck'] as const)
    .flatMap((role) => blocks.find((block) => block.role === role)?.runs ?? [])
    .filter((run) => run.bold || run.italic || run.href !== undefined)
    .map((run) => run.text)

export const HEADING_LOSS = 'bold, italic and links in headline and deck'
