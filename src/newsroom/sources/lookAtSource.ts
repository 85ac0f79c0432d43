import { sameName } from '../../story/text/words/personName'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { findSource } from './findSource'
import { idsOfSource } from './listSources'

/**
 * Notes in the library's history that a person looks at who a protected source is, unless all that the book
 * tells of that comes from that person.
 * Resolves when the note is on disk: only then may a window show the name. Who reads the files leaves no note.
 */
export const lookAtSource: Action<'source.look'> = async (room, by, { source: called }) => {
  const { id, protected: isProtected } = findSource(room, called)
  if (!isProtected || knowsAll(room, by, id)) return {}
  return room.changeDesk(by, (facts) => ({ facts, answer: {}, events: [{ kind: 'sourceShown', source: id }] }))
}

/** Parts of a record that tell who a source is. */
const TELLING: ReadonlySet<string> = new Set(['name', 'aliases', 'contact', 'pooler', 'poolNumber', 'wording'])

/** Whether one person added the source and all that were merged into it, and nobody else said since who it is. */
function knowsAll(room: Newsroom, by: string, id: string): boolean {
  const ids = new Set([id, ...idsOfSource(room, id)])
  const told = room.ledger.entries.filter(
    (entry) =>
      (entry.kind === 'sourceAdded' || (entry.kind === 'sourceChanged' && entry.fields.some(isTelling))) &&
      ids.has(entry.source),
  )
  const added = new Set(told.flatMap((entry) => (entry.kind === 'sourceAdded' ? [entry.source] : [])))
  return [...ids].every((one) => added.has(one)) && told.every((entry) => sameName(entry.by, by))
}

const isTelling = (field: string): boolean => TELLING.has(field)
