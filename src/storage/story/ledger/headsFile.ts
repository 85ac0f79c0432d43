/** The table of heads, in two copies: a bad byte in one heals from the other. */
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { isPlausibleFirst } from '../../../story/trust/plausibleNumbers'
import { vouchFor } from '../../../story/trust/signing'
import { storageText } from '../../../catalogue/rooms/storage'
import type { Repair } from '../../disk/damaged/repair'
import { LedgerTwin, type LedgerReading } from './ledgerFile'
import type { LibraryLedger } from './libraryLedger'

export const HEADS_FILE = 'heads.jsonl'
export const HEADS_TWIN = 'heads.twin.jsonl'

/** `ledgerAt`: the ledger of that name at the top of the library. */
export function headsFile(ledgerAt: (name: string, twin: LedgerTwin) => LibraryLedger, writable: boolean): HeadsFile {
  const twin = new LedgerTwin()
  return new HeadsFile([ledgerAt(HEADS_FILE, twin), ledgerAt(HEADS_TWIN, twin)], writable, twin)
}

export class HeadsFile {
  private reading: Promise<readonly LedgerEntry[] | undefined> | undefined

  /** What one copy took from the other when the table was read. */
  healed: Repair | undefined
  /** The copy that missed the last line. */
  private behind: 0 | 1 | undefined

  constructor(
    private readonly copies: readonly [LibraryLedger, LibraryLedger],
    private readonly writable: boolean,
    /** Both copies have it: copies with the same bytes are checked once. */
    private readonly twin: LedgerTwin,
  ) {}

  /** Undefined when there is no copy. */
  read(): Promise<readonly LedgerEntry[] | undefined> {
    this.reading ??= this.readNow().finally(() => (this.reading = undefined))
    return this.reading
  }

  async append(entries: readonly LedgerEntry[]): Promise<void> {
    const behind = this.behind
    // A copy that missed an earlier line takes all of them.
    if (behind !== undefined) {
      await this.copies[behind].replace((await this.copies[behind === 0 ? 1 : 0].read()).entries)
      this.twin.forget()
    }
    const results = await Promise.allSettled(this.copies.map((copy) => copy.append(entries)))
    const failed = results.flatMap((result, index) => (result.status === 'rejected' ? [index] : []))
    if (failed.length === 2) throw (results[0] as PromiseRejectedResult).reason
    this.behind = failed[0] as 0 | 1 | undefined
  }

  async replace(entries: readonly LedgerEntry[]): Promise<void> {
    // One after the other: a crash leaves one of them whole.
    for (const copy of this.copies) await copy.replace(entries)
  }

  async whileStill<T>(work: () => Promise<T>): Promise<T> {
    const [first, second] = this.copies
    return first.whileStill(() => second.whileStill(work))
  }

  private async readNow(): Promise<readonly LedgerEntry[] | undefined> {
    const found: (LedgerReading | undefined)[] = []
    for (const copy of this.copies) found.push((await copy.exists()) ? await copy.read() : undefined)
    this.twin.forget()
    const [first, second] = found
    if (!first && !second) return undefined
    const entries = first?.entries ?? []
    const merged = merge(entries, second && second.entries !== entries ? second.entries : [])
    this.healed ??= healedBy(found, merged)
    if (this.writable)
      for (const [index, copy] of this.copies.entries())
        if (!same(found[index]?.entries, merged)) await copy.replace(merged)
    return merged
  }
}

function healedBy(found: readonly (LedgerReading | undefined)[], merged: readonly LedgerEntry[]): Repair | undefined {
  const sound = found.map((copy) => copy !== undefined && copy.repairs.length === 0 && same(copy.entries, merged))
  const at = sound.indexOf(false)
  if (at < 0) return undefined
  const [behind, whole] = at === 0 ? found : found.toReversed()
  const isUnfinished = sound[1 - at] === true && whole !== undefined && lacksOneWrite(behind, whole)
  return {
    file: at === 0 ? HEADS_FILE : HEADS_TWIN,
    what: storageText(isUnfinished ? 'heads.unfinished' : 'heads.healed'),
    kind: isUnfinished ? 'unfinishedWrite' : 'damage',
  }
}

/** Whether a copy is as a crash leaves it: without the last write of the other, or from before a compaction. */
function lacksOneWrite(behind: LedgerReading | undefined, { entries, lastWrite }: LedgerReading): boolean {
  if (behind?.repairs.some(({ kind }) => kind !== 'unfinishedWrite')) return false
  const had = behind?.entries ?? []
  const [compacted, ...more] = entries
  if (compacted?.kind === 'headsCompacted' && more.length === 0)
    return had.length === 0 || had.every((entry) => headLineOf(entry) < compacted.line)
  return had.length >= entries.length - lastWrite && had.every((entry, at) => isSame(entry, entries[at]))
}

/** The number of an entry’s line in the table. 0: it is not a line, or its number is not plausible. */
export const headLineOf = (entry: LedgerEntry): number =>
  (entry.kind === 'head' || entry.kind === 'headsCompacted') && isPlausibleFirst(entry.line) ? entry.line : 0

/**
 * A crash while the table is compacted leaves an old copy and a new one: the compacted line replaces those before it.
 */
function merge(first: readonly LedgerEntry[], second: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const both = [...first, ...second]
  const vouched = new Set(both.map(({ vouches }) => vouches))
  // A signature is not in the hash. Of two, the one counts that the next line vouches for.
  const byHash = new Map<string, LedgerEntry>()
  for (const entry of both) if (!byHash.has(entry.hash) || vouched.has(vouchFor([entry]))) byHash.set(entry.hash, entry)
  const lines = [...byHash.values()].sort((a, b) => headLineOf(a) - headLineOf(b))
  const from = lines.findLastIndex(({ kind }) => kind === 'headsCompacted')
  return lines.slice(Math.max(0, from)).map((entry, index) => ({ ...entry, seq: index + 1 }))
}

const same = (found: readonly LedgerEntry[] | undefined, merged: readonly LedgerEntry[]): boolean =>
  found?.length === merged.length && found.every((entry, at) => isSame(entry, merged[at]))

const isSame = (a: LedgerEntry, b: LedgerEntry | undefined): boolean =>
  a.hash === b?.hash && a.seq === b.seq && a.signature === b.signature
