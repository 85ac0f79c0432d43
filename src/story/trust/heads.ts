/** The table of heads: where the ledger of every story ended. A shorter or exchanged ledger is behind its head. */
import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { SealedLedger } from '../ledger/libraryEvent'
import type { KeyHistory } from './knownKeys'
import { goodSignatures, type CheckSignature } from './signing'

/** The name of the library's own ledger in the table. No story has it. */
export const LIBRARY_LEDGER = ''

export interface HeadTable {
  /** Lines since the table began, compacted ones included. */
  readonly lines: number
  readonly heads: ReadonlyMap<string, SealedLedger>
  /** What is wrong: lines that are missing, and lines that the library's key did not sign. */
  readonly missing: number
  readonly forged: number
}

export const NO_HEADS: HeadTable = { lines: 0, heads: new Map(), missing: 0, forged: 0 }

/** `from`: the table before these entries. Its map is changed. */
export function foldHeads(entries: readonly LedgerEntry[], from: HeadTable = NO_HEADS): HeadTable {
  const heads = from === NO_HEADS ? new Map<string, SealedLedger>() : (from.heads as Map<string, SealedLedger>)
  let { lines, missing } = from
  for (const entry of entries) {
    if (entry.kind !== 'head' && entry.kind !== 'headsCompacted') continue
    // A compacted table begins with a later line.
    if (!(entry.kind === 'headsCompacted' && lines === 0)) missing += Math.max(0, entry.line - lines - 1)
    lines = Math.max(lines, entry.line)
    if (entry.kind === 'head') heads.set(entry.story, { entries: entry.entries, head: entry.head })
    else for (const [story, head] of Object.entries(entry.stories)) heads.set(story, head)
  }
  return { lines, heads, missing, forged: from.forged }
}

/** Reads the table from its file. Lines that the library's key did not sign do not count. */
export function readHeads(
  entries: readonly LedgerEntry[],
  { keys, library = '' }: KeyHistory,
  check: CheckSignature,
): HeadTable {
  const publicKey = keys.get(library)?.publicKey
  const good = goodSignatures(entries, (key) => (key === library ? publicKey : undefined), check)
  const counted = entries.filter(({ hash }) => good.has(hash))
  return { ...foldHeads(counted), forged: entries.length - counted.length }
}
