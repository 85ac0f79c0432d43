import { exportsText } from '../../../catalogue/rooms/exports'
import { lineOf, type PublishedStory } from '../../../projection/published/publishedStory'

/** Lists that the story is an alert, for formats that have no place for it. An alert may have no headline yet. */
export const alertLoss = ({ fields, blocks }: PublishedStory): Readonly<Record<string, readonly string[]>> => ({
  [exportsText('loss.alert')]:
    fields.kind === 'alert' ? [lineOf(blocks, 'headline') || exportsText('newsml.alert')] : [],
})
