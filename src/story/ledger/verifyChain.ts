import { hashEntry } from './hash'
import type { LedgerEntry } from './ledgerEntry'

/** The first thing that is wrong with a chain of entries, or undefined when it holds. */
export function verifyChain(entries: readonly LedgerEntry[]): string | undefined {
  let head = ''
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) return `entry ${index + 1} says it is number ${entry.seq}`
    if (entry.prev !== head) return `entry ${entry.seq} does not follow the one before it`
    if (entry.hash !== hashEntry(entry)) return `entry ${entry.seq} was changed after it was written`
    head = entry.hash
  }
  return undefined
}
