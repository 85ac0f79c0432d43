import { sameName } from '../../story/text/words/personName'
import type { Action } from '../state/action'
import { findSource } from './findSource'

/**
 * Notes in the library's history that a person looks at who a protected source is, unless that person added it.
 * Resolves when the note is on disk: only then may a window show the name. Who reads the files leaves no note.
 */
export const lookAtSource: Action<'source.look'> = async (room, by, { source: called }) => {
  const { id, protected: isProtected } = findSource(room, called)
  // Not who added one that was merged into it: anybody could add one and merge it.
  const isAdder = room.ledger.entries.some(
    (entry) => entry.kind === 'sourceAdded' && entry.source === id && sameName(entry.by, by),
  )
  if (!isProtected || isAdder) return {}
  return room.changeDesk(by, (facts) => ({ facts, answer: {}, events: [{ kind: 'sourceShown', source: id }] }))
}
