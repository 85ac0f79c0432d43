import type { Evidence } from '../../story/ledger/facts/fact'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'

/** What this person's last change of a piece of evidence replaced, if nobody gave a verdict since. It can be undone. */
export function changedFrom(
  entries: readonly LedgerEntry[],
  fact: string,
  evidence: string,
  person: string | undefined,
): Evidence | undefined {
  const at = entries.findLastIndex((entry) => entry.kind === 'evidenceAdded' && entry.evidence.id === evidence)
  const change = entries[at]
  if (change?.kind !== 'evidenceAdded' || change.replaces === undefined || change.by !== person) return undefined
  if (entries.slice(at).some((entry) => entry.kind === 'signed' && entry.fact === fact)) return undefined
  const before = entries.find((entry) => entry.kind === 'evidenceAdded' && entry.evidence.id === change.replaces)
  return before?.kind === 'evidenceAdded' ? before.evidence : undefined
}
