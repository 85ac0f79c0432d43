import { ledgerText } from '../../catalogue/ledger'
import { hashEntry } from './hash'
import type { LedgerEntry } from './ledgerEntry'

/** The first thing that is wrong with a chain of entries, or undefined when it holds. */
export function verifyChain(entries: readonly LedgerEntry[]): string | undefined {
  let head = ''
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) return ledgerText('chain.number', { place: index + 1, seq: entry.seq })
    if (entry.prev !== head) return ledgerText('chain.order', { seq: entry.seq })
    if (entry.hash !== hashEntry(entry)) return ledgerText('chain.changed', { seq: entry.seq })
    head = entry.hash
  }
  return undefined
}
