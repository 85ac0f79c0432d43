import type { Newsroom } from './newsroom'
import type { OpenStory } from '../replica/openStory'

/** By what the library knows the story, and all that is in it or beside it: none of these means anything to a reader, and none leaves the desk. */
export function internalIds(room: Newsroom, story: OpenStory): readonly string[] {
  const value = story.value()
  return [
    ...new Set([
      story.id,
      ...value.tags.keys(),
      ...(value.comments ?? []).map((comment) => comment.id),
      ...value.ledger.facts.keys(),
      ...value.ledger.suggestions.keys(),
      ...room.library.sources.map(({ id }) => id),
      ...story.entries.flatMap((entry) => (entry.kind === 'evidenceAdded' ? [entry.evidence.id] : [])),
    ]),
  ]
}
