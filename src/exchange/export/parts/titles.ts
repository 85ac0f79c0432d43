import { exportsText } from '../../../catalogue/rooms/exports'
import { lineOf, type PublishedStory } from '../../../projection/published/publishedStory'
import { languageOf } from './language'

/** Returns the headline, marked DRAFT in a draft: the title of a document. */
export function titleOf(story: PublishedStory): string {
  const headline = lineOf(story.blocks, 'headline')
  return story.draft ? exportsText('title.draft', { title: headline }, languageOf(story)) : headline
}
