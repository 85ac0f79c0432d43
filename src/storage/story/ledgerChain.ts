/** The hash chain of a ledger, checked. */
import { hashEntry } from '../../story/ledger/hash'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import '../disk/nativeDigest'

export interface ChainHead {
  readonly seq: number
  readonly hash: string
}
export const NO_ENTRIES: ChainHead = { seq: 0, hash: '' }

/** Why `entry` cannot follow `head`, or undefined when it can. */
export function breaksChain(head: ChainHead, entry: LedgerEntry): string | undefined {
  if (hashEntry(entry) !== entry.hash) return 'its hash does not match what it says'
  if (entry.seq !== head.seq + 1) return `it is number ${entry.seq} where ${head.seq + 1} should stand`
  if (entry.prev !== head.hash) return 'it does not follow the entry before it'
  return undefined
}

/** The head after `entries`; throws when they do not continue the chain. */
export function continueChain(head: ChainHead, entries: readonly LedgerEntry[]): ChainHead {
  return entries.reduce((last, entry) => {
    const broken = breaksChain(last, entry)
    if (broken !== undefined) throw new Error(`Ledger entry ${entry.seq} was not written: ${broken}.`)
    return { seq: entry.seq, hash: entry.hash }
  }, head)
}

/** Enough to chain on; what an entry of its kind holds is vouched for by its hash. */
export const isLedgerEntry = (value: unknown): value is LedgerEntry =>
  typeof value === 'object' &&
  value !== null &&
  'seq' in value &&
  Number.isSafeInteger(value.seq) &&
  (['at', 'by', 'prev', 'hash', 'kind'] as const).every(
    (name) => name in value && typeof (value as Record<string, unknown>)[name] === 'string',
  )
