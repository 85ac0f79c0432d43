/**
 * What fields say after a merge: the last entry in the one order of the ledger. Of what people set without knowing of
 * one another, the stricter protection: an embargo that holds longer, and a legal read that is required.
 */
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { KnownEntries } from '../../story/ledger/order/knownEntries'
import { instant } from '../../story/text/format/instant'

type FieldSet = Extract<LedgerEntry, { kind: 'fieldSet' }>

/** Field → what it is set to. `entries`: in the order of the ledger. `known`: absent, each knew all before it. */
export function lastFields(
  entries: readonly LedgerEntry[],
  known: KnownEntries | undefined,
): ReadonlyMap<string, string> {
  const last = new Map<string, string>()
  const open = new Map<string, readonly FieldSet[]>()
  for (const entry of entries) {
    if (entry.kind !== 'fieldSet') continue
    const { field, to } = entry
    last.set(field, to)
    const strictness = STRICTNESS[field]
    if (!strictness || !known) continue
    const others = (open.get(field) ?? []).filter((one) => !known.knew(entry.seq, one.seq))
    open.set(field, [...others, entry])
    for (const other of others) if (strictness(other.to) > strictness(last.get(field) ?? '')) last.set(field, other.to)
  }
  return last
}

const LEGAL: Readonly<Record<string, number>> = { none: 0, complete: 1 }

/** Fields that protect → how strict a value is. What nobody can read is strictest. */
const STRICTNESS: Readonly<Record<string, (value: string) => number>> = {
  needsLegal: (value) => LEGAL[value] ?? 2,
  embargo: (value) => (value.trim() === '' ? -Infinity : Date.parse(instant(value.trim()) ?? '') || Infinity),
}
