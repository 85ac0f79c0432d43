import { refersTo } from '../ledger/entryRef'
import { isLookAt } from '../ledger/facts/contextLook'
import type { LedgerEntry } from '../ledger/ledgerEntry'

type Signed = Extract<LedgerEntry, { readonly kind: 'signed' }>

/**
 * Number of each entry that only looks at the context of a verdict → who gave that verdict. It is the rule of the fold:
 * nobody passes a verdict off as a look.
 */
export function giversOfLooks(entries: readonly LedgerEntry[]): ReadonlyMap<number, string> {
  const givers = new Map<number, string>()
  const before = new Map<string, Signed[]>()
  for (const entry of entries) {
    if (entry.kind !== 'signed') continue
    const { fact, carries, seq } = entry
    const signed = before.get(fact) ?? []
    const carried = carries === undefined ? undefined : signed.find((one) => refersTo(carries, one))
    if (carried && isLookAt(carried, entry)) givers.set(seq, givers.get(carried.seq) ?? carried.by)
    signed.push(entry)
    before.set(fact, signed)
  }
  return givers
}
