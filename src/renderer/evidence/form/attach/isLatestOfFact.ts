import type { LedgerEntry } from '../../../../story/ledger/ledgerEntry'

/** Stet’s own notes: nobody dealt with the fact. */
const OWN_NOTES: ReadonlySet<LedgerEntry['kind']> = new Set<LedgerEntry['kind']>(['lapsed', 'restored'])

/** Whether nobody has dealt with the fact since this piece of evidence was added to it. */
export function isLatestOfFact(entries: readonly LedgerEntry[], fact: string, evidence: string): boolean {
  const latest = entries.findLast((entry) => 'fact' in entry && entry.fact === fact && !OWN_NOTES.has(entry.kind))
  return latest?.kind === 'evidenceAdded' && latest.evidence.id === evidence
}
