import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'

/**
 * Ids of the sources on which any fact of a story ever rested, sorted. An entry is never removed, so evidence that is
 * taken off, and a tag that is undone, leave theirs.
 */
export const sourcesUsed = (entries: readonly LedgerEntry[]): readonly string[] =>
  [...new Set(entries.flatMap((entry) => (entry.kind === 'evidenceAdded' ? [entry.evidence.source] : [])))].toSorted()
