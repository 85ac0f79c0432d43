import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { Action } from '../state/action'

/** The ledger of the library, without the notes of its files that Stet keeps for itself. */
export const libraryHistory: Action<'library.history'> = (room) => {
  const entries: LedgerEntry[] = []
  let told = new Set<string>()
  for (const entry of room.ledger.entries) {
    if (entry.kind === 'recordsKept') continue
    if (entry.kind === 'sourcesSigned') {
      // Another Stet could sign a record and not say what was changed.
      if (!entry.all && Object.keys(entry.records).some((id) => !told.has(`${entry.by} ${id}`))) entries.push(entry)
      told = new Set()
      continue
    }
    if ('source' in entry) told.add(`${entry.by} ${entry.source}`)
    if ('into' in entry) told.add(`${entry.by} ${entry.into}`)
    entries.push(entry)
  }
  return Promise.resolve(entries)
}
