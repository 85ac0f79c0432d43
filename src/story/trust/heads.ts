/** The table of heads: where the ledger of every story ended. A shorter or exchanged ledger is behind its head. */
import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { LineGap, SealedLedger } from '../ledger/libraryEvent'
import { HEADS } from './chain'
import type { KeyHistory } from './knownKeys'
import { goodSignatures, type CheckSignature } from './signing'

/** The name of the library's own ledger in the table. No story has it. */
export const LIBRARY_LEDGER = ''

export interface HeadTable {
  /** Lines since the table began, compacted and lost ones included. */
  readonly lines: number
  readonly heads: ReadonlyMap<string, SealedLedger>
  readonly gaps: readonly LineGap[]
}

export const NO_HEADS: HeadTable = { lines: 0, heads: new Map(), gaps: [] }

/** The table after more lines. */
export function foldHeads(entries: readonly LedgerEntry[], from: HeadTable = NO_HEADS): HeadTable {
  const heads = new Map(from.heads)
  const gaps = [...from.gaps]
  let { lines } = from
  for (const entry of entries) {
    if (entry.kind !== 'head' && entry.kind !== 'headsCompacted') continue
    const compacts = entry.kind === 'headsCompacted'
    // A compacted table begins with a later line.
    if (entry.line > lines + 1 && !(compacts && lines === 0)) gaps.push({ from: lines + 1, to: entry.line - 1 })
    lines = Math.max(lines, entry.line)
    if (compacts) gaps.push(...(entry.gaps ?? []).filter((gap) => !gaps.some(({ to }) => to === gap.to)))
    for (const [story, head] of compacts ? Object.entries(entry.stories) : [[entry.story, entry] as const])
      heads.set(story, { entries: head.entries, head: head.head })
  }
  return { lines, heads, gaps }
}

/** Reads the table from its file. Lines that the library's key did not sign do not count. */
export function readHeads(
  entries: readonly LedgerEntry[],
  { keys, library = '' }: KeyHistory,
  check: CheckSignature,
): HeadTable {
  const publicKey = keys.get(library)?.publicKey
  const good = goodSignatures(entries, (key) => (key === library ? publicKey : undefined), check)
  return foldHeads(entries.filter(({ hash, ledger }) => good.has(hash) && ledger === HEADS))
}
