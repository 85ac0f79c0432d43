/** The end of a ledger's file, and the shape of its lines. */
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { count } from '../../../story/ledger/shapes/shape'
import '../../disk/crypto/nativeDigest'

/** The last line of the file. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}
const NO_ENTRIES: ChainHead = { seq: 0, hash: '' }

export const headOf = (entries: readonly LedgerEntry[]): ChainHead => {
  const last = entries.at(-1)
  return last ? { seq: last.seq, hash: last.hash } : NO_ENTRIES
}

/** Checks only the fields that chain entries. The hash vouches for the others. */
export const isLedgerEntry = (value: unknown): value is LedgerEntry =>
  typeof value === 'object' &&
  value !== null &&
  'seq' in value &&
  count(value.seq) &&
  (['at', 'by', 'hash', 'kind'] as const).every((name) => isText((value as Record<string, unknown>)[name])) &&
  (isListOfTexts((value as Record<string, unknown>)['follows']) ||
    isText((value as Record<string, unknown>)['prev'])) &&
  (['signer', 'signature', 'accepts'] as const).every((name) =>
    isAbsentOrText((value as Record<string, unknown>)[name]),
  ) &&
  !hasSpareBits((value as Record<string, unknown>)['signature'])

/** The last letter of 64 bytes in base64url has four bits that say nothing. Set, they are damage. */
const hasSpareBits = (value: unknown): boolean => isText(value) && value.length === 86 && !/[AQgw]$/.test(value)

const isText = (value: unknown): value is string => typeof value === 'string'
const isAbsentOrText = (value: unknown): boolean => value === undefined || isText(value)
const isListOfTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
