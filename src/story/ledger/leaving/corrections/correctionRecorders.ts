import { CORRECTION_TEXTS, type CorrectionNote } from './correctionNote'
import type { LedgerEntry } from '../../ledgerEntry'
import { sameName } from '../../../text/words/personName'

/**
 * Names of those who recorded exactly this of a version. A person who records what somebody else wrote, and changes
 * nothing, stands by it.
 */
export const recordersOf = (note: NoteOfVersion, entries: readonly LedgerEntry[]): readonly string[] => [
  ...new Set(
    entries.flatMap((entry) => (entry.kind === 'correctionNoted' && isSameNote(entry, note) ? [entry.by] : [])),
  ),
]

type NoteOfVersion = CorrectionNote & { readonly version: number }

/** Whether two notes say the same of the same version. */
export const isSameNote = (one: NoteOfVersion, other: NoteOfVersion): boolean =>
  one.version === other.version &&
  one.since.version === other.since.version &&
  CORRECTION_TEXTS.every((name) => one[name] === other[name])

/** Whether nobody but this person stands by it. Then somebody else approves it. */
export const isAloneWith = (by: string, note: NoteOfVersion, entries: readonly LedgerEntry[]): boolean =>
  recordersOf(note, entries).every((name) => sameName(name, by))
