import type { Evidence } from '../../../story/ledger/facts/fact'
import { hashEvidence } from '../../../story/ledger/hash'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'

/**
 * The evidence that `person` removed since the fact was last signed and that is not there again. It can be put back.
 */
export function removedEvidence(
  entries: readonly LedgerEntry[],
  fact: string,
  person: string | undefined,
): readonly Evidence[] {
  const known = new Map<string, Evidence>()
  const standing = new Map<string, string>()
  let removed: Evidence[] = []
  for (const entry of entries) {
    if (!('fact' in entry) || entry.fact !== fact) continue
    if (entry.kind === 'signed') removed = []
    if (entry.kind === 'evidenceAdded') {
      known.set(entry.evidence.id, entry.evidence)
      standing.set(entry.evidence.id, hashEvidence(entry.evidence))
    }
    if (entry.kind !== 'evidenceRemoved') continue
    standing.delete(entry.evidence)
    const item = known.get(entry.evidence)
    if (item && entry.by === person) removed.push(item)
  }
  const there = new Set(standing.values())
  return removed.filter((item) => !there.has(hashEvidence(item)))
}
