import type { Evidence } from '../../story/ledger/facts/fact'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { Source } from '../../story/desk/source'

/** The evidence that this person attached last in this story, while its source is in the book. */
export function lastEvidenceOf(
  entries: readonly LedgerEntry[],
  person: string,
  sources: readonly Source[],
): Evidence | undefined {
  const last = entries.findLast(
    (entry) => entry.kind === 'evidenceAdded' && entry.by === person && entry.evidence.stance === 'supports',
  )
  return last?.kind === 'evidenceAdded' && sources.some((source) => source.id === last.evidence.source)
    ? last.evidence
    : undefined
}
