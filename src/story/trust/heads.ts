/** The table of heads: where the ledger of every story ended. A shorter or exchanged ledger is behind its head. */
import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { HeadEvent, LedgerEnd, LineGap } from '../ledger/events/libraryEvent'
import { isWellFormed } from '../ledger/shapes/entryShape'
import { HEADS } from './chain'
import { isPlausibleNext, isPlausibleFirst } from './plausibleNumbers'
import type { KeyHistory } from './keys/knownKeys'
import { goodSignatures, type CheckSignature } from './signing'
import { isCompactedHeads, HeadsOfStories } from './storyHeads'

/** The name of the library's own ledger in the table. No story has it. */
export const LIBRARY_LEDGER = ''

export interface HeadTable {
  /** Lines since the table began, compacted and lost ones included. */
  readonly lines: number
  readonly heads: HeadsOfStories
  readonly gaps: readonly LineGap[]
}

export const NO_HEADS: HeadTable = { lines: 0, heads: new HeadsOfStories(), gaps: [] }

/** The table after more lines. */
export function foldHeads(entries: readonly LedgerEntry[], from: HeadTable = NO_HEADS): HeadTable {
  let { heads } = from
  let later = new Map<string, LedgerEnd>()
  const gaps = [...from.gaps]
  let { lines } = from
  for (const entry of entries) {
    if (entry.kind !== 'head' && entry.kind !== 'headsCompacted') continue
    const compacts = entry.kind === 'headsCompacted'
    // A compacted table begins with a later line.
    const begins = compacts && lines === 0
    // The first line of a table is read with an implausible number, too. Any other line is left out with one.
    const isCounted = begins ? isPlausibleFirst(entry.line) : isPlausibleNext(lines, entry.line)
    if (!isCounted && !begins) continue
    if (entry.line > lines + 1 && !begins) gaps.push({ from: lines + 1, to: entry.line - 1 })
    lines = isCounted ? Math.max(lines, entry.line) : 1
    if (compacts) gaps.push(...(entry.gaps ?? []).filter((gap) => !gaps.some(({ to }) => to === gap.to)))
    if (compacts) {
      // It has all that was known before it. A head that it lacks stays all the same.
      const known = compactedHeads(entry)
      heads = known.with([...heads.with(later)].filter(([story]) => known.get(story) === undefined))
      later = new Map()
    } else later.set(entry.story, entry)
  }
  return { lines, heads: later.size > 0 ? heads.with(later) : heads, gaps }
}

const compactedHeads = ({ table, stories = {} }: HeadEvent & { kind: 'headsCompacted' }): HeadsOfStories =>
  new HeadsOfStories(table ?? new HeadsOfStories().with(Object.entries(stories)).toText())

/** Reads the table from its file. Lines that the library's key did not sign do not count. */
export function readHeads(
  entries: readonly LedgerEntry[],
  { keys, library = '' }: KeyHistory,
  check: CheckSignature,
): HeadTable {
  const publicKey = keys.get(library)?.publicKey
  const good = goodSignatures(entries, (key) => (key === library ? publicKey : undefined), check)
  return foldHeads(entries.filter((entry) => good.has(entry.hash) && entry.ledger === HEADS && isRead(entry)))
}

/** A line, or a compacted table, that is written in another way is a gap: nobody knows which heads it has. */
const isRead = (entry: LedgerEntry): boolean =>
  isWellFormed(entry) && (entry.kind !== 'headsCompacted' || entry.table === undefined || isCompactedHeads(entry.table))
