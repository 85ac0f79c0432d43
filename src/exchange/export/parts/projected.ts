import { projectStory } from '../../../projection/published/projectStory'
import type { Audience, PublishedStory } from '../../../projection/published/publishedStory'
import type { WriterInput } from './writer'
import { defined } from '../../../story/text/defined'

/**
 * Returns what may leave of the story. An input is projected once for each audience: name, output and preview of one
 * export show the same story. @throws ProjectionError as projectStory does.
 */
export function projected(input: WriterInput, audience: Audience): PublishedStory {
  const known = projections.get(input) ?? {}
  projections.set(input, known)
  return (known[audience] ??= project(input, audience))
}

const projections = new WeakMap<WriterInput, { [A in Audience]?: PublishedStory }>()

const project = ({ story, draft = false, publishedCopy, out }: WriterInput, audience: Audience): PublishedStory =>
  projectStory(story, { audience, draft, ...defined({ publishedCopy, out }) })
