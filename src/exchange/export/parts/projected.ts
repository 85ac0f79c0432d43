import { projectStory } from '../../../projection/published/projectStory'
import type { Audience, PublishedStory } from '../../../projection/published/publishedStory'
import type { WriterInput } from './writer'

/** What may leave of the story that a writer gets. @throws ProjectionError as projectStory does. */
export function projected(
  { story, draft = false, dates: { latestVersion: version } = {}, publishedCopy: copy }: WriterInput,
  audience: Audience,
): PublishedStory {
  return projectStory(story, {
    audience,
    draft,
    published: { ...(version === undefined ? {} : { version }), ...(copy ? { copy } : {}) },
  })
}
