import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'

/** Names of those who ever gave or took back a verdict in a story, sorted. Its statuses depend on their roles. */
export const signersOf = (entries: readonly LedgerEntry[]): readonly string[] =>
  [...new Set(entries.flatMap(({ kind, by }) => (kind === 'signed' || kind === 'withdrawn' ? [by] : [])))].toSorted()
