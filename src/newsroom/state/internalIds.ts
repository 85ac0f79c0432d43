import type { Newsroom } from './newsroom'
import type { OpenStory } from '../replica/openStory'

/** The internal ids of a story and of everything in it or beside it. None of them may leave the desk. */
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
