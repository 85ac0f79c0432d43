/** Checks the hash chain of a ledger. */
import { storageText } from '../../catalogue/rooms/storage'
import { hashEntry } from '../../story/ledger/hash'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import '../disk/nativeDigest'

export interface ChainHead {
  readonly seq: number
  readonly hash: string
}
export const NO_ENTRIES: ChainHead = { seq: 0, hash: '' }

export interface ChainBreak {
  /** The entry's own hash is wrong: the entry is damaged. Otherwise it is whole and does not follow. */
  readonly damaged: boolean
  /** One clause for people. */
  readonly why: string
}

/** Undefined when `entry` follows `head`. */
export function breaksChain(head: ChainHead, entry: LedgerEntry): ChainBreak | undefined {
  if (hashEntry(entry) !== entry.hash) return { damaged: true, why: storageText('chain.hashDiffers') }
  const due = head.seq + 1
  if (entry.seq !== due) return { damaged: false, why: storageText('chain.numberDiffers', { seq: entry.seq, due }) }
  if (entry.prev !== head.hash) return { damaged: false, why: storageText('chain.doesNotFollow') }
  return undefined
}

/** The head after `entries`. Throws when they do not continue the chain. */
export function continueChain(head: ChainHead, entries: readonly LedgerEntry[]): ChainHead {
  return entries.reduce((last, entry) => {
    const broken = breaksChain(last, entry)
    if (broken) throw new Error(storageText('chain.notWritten', { seq: entry.seq, why: broken.why }))
    return { seq: entry.seq, hash: entry.hash }
  }, head)
}

/** Checks only the fields that chain entries. The hash vouches for the others. */
export const isLedgerEntry = (value: unknown): value is LedgerEntry =>
  typeof value === 'object' &&
  value !== null &&
  'seq' in value &&
  Number.isSafeInteger(value.seq) &&
  (['at', 'by', 'prev', 'hash', 'kind'] as const).every(
    (name) => name in value && typeof (value as Record<string, unknown>)[name] === 'string',
  )
