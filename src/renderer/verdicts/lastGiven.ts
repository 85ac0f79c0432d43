import type { LedgerEntry } from '../../story/ledger/ledgerEntry'

/**
 * The fact of this person's last verdict, as far as it is still among `facts`. Standing on one of their verdicts: the
 * one before it. Undefined when there is none.
 */
export function lastGiven(
  entries: readonly LedgerEntry[],
  person: string | undefined,
  facts: ReadonlySet<string>,
  current: string | null,
): string | undefined {
  const given = new Set<string>()
  for (const entry of entries.toReversed())
    if (entry.kind === 'signed' && entry.by === person && facts.has(entry.fact)) given.add(entry.fact)
  const order = [...given]
  const at = current === null ? -1 : order.indexOf(current)
  return order[at + 1]
}
