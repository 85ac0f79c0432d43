import { CORRECTION_TEXTS, type CorrectionNote } from './correctionNote'
import type { LedgerEntry } from '../ledgerEntry'
import { sameName } from '../../text/words/personName'

/**
 * Names of those who recorded exactly this of a version. A person who records what somebody else wrote, and changes
 * nothing, stands by it.
 */
export const recordersOf = (
  note: CorrectionNote & { readonly version: number },
  entries: readonly LedgerEntry[],
): readonly string[] => [
  ...new Set(
    entries.flatMap((entry) =>
      entry.kind === 'correctionNoted' &&
      entry.version === note.version &&
      entry.since.version === note.since.version &&
      CORRECTION_TEXTS.every((name) => entry[name] === note[name])
        ? [entry.by]
        : [],
    ),
  ),
]

/** Whether nobody but this person stands by it. Then somebody else approves it. */
export const isAloneWith = (
  by: string,
  note: CorrectionNote & { readonly version: number },
  entries: readonly LedgerEntry[],
): boolean => recordersOf(note, entries).every((name) => sameName(name, by))
