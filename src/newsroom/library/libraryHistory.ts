import type { Action } from '../state/action'

/** The ledger of the library, without the notes of generations that Stet keeps for itself. */
export const libraryHistory: Action<'library.history'> = (room) =>
  Promise.resolve(room.ledger.entries.filter(({ kind }) => kind !== 'recordsKept'))
