import { ledgerText } from '../../catalogue/rooms/ledger'
import { hashEntry } from './hash'
import type { LedgerEntry } from './ledgerEntry'

/** Returns the first error in a chain of entries, or undefined. */
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
