/**
 * `changes-<n>.log`: the changes of a story since its state was last written whole. Changes go to the last segment; a
 * new segment starts when the state is compacted. Between the changes, marks note how far the ledger was on the disk.
 */
import { basename, join } from 'node:path'
import { storageText } from '../../../catalogue/rooms/storage'
import { AppendFile, type FileHandlePool } from '../../disk/appendFile'
import { writeNewFile } from '../../disk/durableFile'
import { isThere, type FileLayer } from '../../disk/fileLayer'
import { encodeWrite, scanFrames, type DamagedRange, type Mark, type Scan } from '../../disk/frames'
import { cutTo, quarantine } from '../../disk/damaged/quarantine'
import type { Repair } from '../../disk/damaged/repair'
import { storageErrorFrom } from '../../disk/storageError'
import { isLedgerHead, type LedgerHead, type StoryHeads } from '../../records/shapes'
import type { LogStart } from './stateFile'

/** The ledger ended at `head` when this segment of the log held this many bytes. */
interface LedgerMark {
  readonly head: LedgerHead
  readonly segment: number
  readonly bytes: number
}
export interface LogReading {
  readonly updates: readonly Uint8Array[]
  readonly repairs: readonly Repair[]
}

const SEGMENT = /^changes-(\d{1,9})\.log$/
export const segmentName = (segment: number): string => `changes-${segment}.log`

/** Numbers of the segments among the names in a story's folder, lowest first. */
export const segmentsIn = (names: readonly string[]): readonly number[] =>
  names
    .flatMap((name) => SEGMENT.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)

/** Call `read` before any other method: it finds out where the log ends. */
export class ChangeLog {
  private segment = 0
  private nextChange = 0
  private file: AppendFile | undefined
  private marked: LedgerMark | undefined

  constructor(
    private readonly files: FileLayer,
    private readonly folder: string,
    private readonly pool: FileHandlePool,
    private readonly writable: boolean,
  ) {}

  /** How far the log is on the disk. */
  get end(): Pick<StoryHeads, 'segment' | 'bytes' | 'nextChange'> {
    return { segment: this.segment, bytes: this.file?.length ?? 0, nextChange: this.nextChange }
  }

  /**
   * What had been saved and is missing at the end. The numbers of missing changes stay unused, so that the gap is
   * seen again.
   */
  missingSince(heads: Pick<StoryHeads, 'segment' | 'nextChange'>): readonly Repair[] {
    const first = this.nextChange
    const count = heads.nextChange - first
    if (count <= 0) return []
    this.nextChange = heads.nextChange
    const what = storageText('log.missingEnd', { count, first, last: heads.nextChange - 1 })
    const loss = { kind: 'log', where: `changes ${first}-${heads.nextChange - 1}` } as const
    return [{ file: segmentName(heads.segment), what, kind: 'missingEnd', loss }]
  }

  /** The newest note of where the ledger ended: the log's last mark, or `heads` if they were written later. */
  ledgerHead(heads: StoryHeads | null | undefined): LedgerHead | undefined {
    const { marked } = this
    if (!marked) return heads?.ledger
    const older =
      heads && (marked.segment < heads.segment || (marked.segment === heads.segment && marked.bytes <= heads.bytes))
    return older ? heads.ledger : marked.head
  }

  /** Reads all segments from `start` on. Cuts an unfinished end and sets damaged ranges aside. */
  async read(start: LogStart): Promise<LogReading> {
    await this.file?.recover()
    const updates: Uint8Array[] = []
    const repairs: Repair[] = []
    let next = start.change
    let last = { segment: start.segment, length: -1 }
    let marked: LedgerMark | undefined
    for (const segment of (await this.segments()).filter((number) => number >= start.segment)) {
      const path = this.pathOf(segment)
      const bytes = await this.files.readAll(path)
      const scan = scanFrames(bytes)
      repairs.push(...describe(basename(path), scan, next))
      for (const frame of scan.frames) {
        // An empty one changes nothing: merges that brought only history left such records.
        if (frame.content.length > 0) updates.push(frame.content)
        next = Math.max(next, frame.change + 1)
      }
      for (const mark of scan.marks) marked = ledgerMark(segment, mark) ?? marked
      if (this.writable) await this.repair(path, bytes, scan)
      last = { segment, length: scan.torn ? scan.torn.from : bytes.length }
    }
    await this.goOnFrom(last, next)
    this.marked = marked
    return { updates, repairs }
  }

  /**
   * Appends all in one write, as one record: a power cut that tears the write then damages nothing that was saved, and
   * nothing whole stands after the tear. `ledger`: how far the ledger is on the disk; noted with the changes unless the
   * log says so already.
   */
  async append(updates: readonly Uint8Array[], ledger?: LedgerHead): Promise<void> {
    const mark = ledger && !this.notes(ledger) ? Buffer.from(JSON.stringify(ledger)) : undefined
    if (updates.length === 0 && !mark) return
    const file = this.file ?? (await this.startSegment(this.segment))
    await file.append(encodeWrite(this.nextChange, updates, mark))
    this.nextChange += updates.length
    if (ledger && mark) this.marked = { head: ledger, segment: this.segment, bytes: file.length }
  }

  /** Whether the last segment notes this end of the ledger. */
  private notes({ seq, hash }: LedgerHead): boolean {
    const { marked, segment } = this
    return marked !== undefined && marked.segment === segment && marked.head.seq === seq && marked.head.hash === hash
  }

  /**
   * Starts an empty segment, unless the last one is empty, and returns where a state that holds the whole log goes
   * on. Call it before the state is written: if that write fails, a reading that begins at an earlier segment finds
   * this one too.
   */
  async moveOn(): Promise<LogStart> {
    const { file } = this
    if (file && file.length > 0) {
      await this.startSegment(this.segment + 1)
      await file.release()
    }
    return { segment: this.segment, change: this.nextChange }
  }

  /** Deletes the segments before `segment`. */
  async dropBefore(segment: number): Promise<void> {
    for (const number of (await this.segments()).filter((candidate) => candidate < segment))
      await this.files.remove(this.pathOf(number))
  }

  async release(): Promise<void> {
    await this.file?.release()
  }

  private pathOf(segment: number): string {
    return join(this.folder, segmentName(segment))
  }

  private async segments(): Promise<readonly number[]> {
    return segmentsIn(await this.files.list(this.folder))
  }

  private async goOnFrom(last: { readonly segment: number; readonly length: number }, next: number): Promise<void> {
    const known = this.file && this.segment === last.segment && this.file.length === last.length
    this.nextChange = next
    if (known) return
    await this.file?.release()
    this.segment = last.segment
    this.file =
      last.length < 0 ? undefined : new AppendFile(this.files, this.pathOf(last.segment), this.pool, last.length)
  }

  private async startSegment(segment: number): Promise<AppendFile> {
    const path = this.pathOf(segment)
    try {
      await writeNewFile(this.files, path, new Uint8Array()).catch(async (error: unknown) => {
        // An earlier try may have left it empty.
        if (!isThere(error) || (await this.files.facts(path)).size > 0) throw error
      })
      await this.files.syncFolder(this.folder)
    } catch (error) {
      throw storageErrorFrom(error, path, storageText('safe.savedBefore'))
    }
    this.segment = segment
    this.file = new AppendFile(this.files, path, this.pool, 0)
    return this.file
  }

  private async repair(path: string, bytes: Uint8Array, scan: Scan): Promise<void> {
    for (const { from, to } of scan.damaged)
      await quarantine(this.files, `${path}.damaged-${from}`, bytes.subarray(from, to))
    if (!scan.torn) return
    // Kept, not dropped: a good record with a flipped bit in its length looks like an unfinished one.
    await quarantine(this.files, `${path}.torn-${scan.torn.from}`, bytes.subarray(scan.torn.from))
    await cutTo(this.files, path, scan.torn.from)
  }
}

/**
 * A repair for each damaged range, each gap in the numbers, and the unfinished end. `expected`: number of the first
 * change.
 */
function describe(file: string, scan: Scan, expected: number): readonly Repair[] {
  const repairs: Repair[] = []
  const tell = (what: string, lost?: string): void =>
    void repairs.push({
      file,
      what,
      kind: 'damage',
      ...(lost === undefined ? {} : { loss: { kind: 'log', where: lost } }),
    })
  let next = expected
  let at = 0
  for (const frame of scan.frames) {
    const damaged = damageBetween(scan, at, frame.from)
    const lost = frame.change - next
    if (damaged?.mark && lost <= 0) tell(storageText('log.damagedMark', bytesOf(damaged)), lostMark(scan, damaged))
    else if (damaged)
      tell(
        storageText('log.damaged', { ...changes(next, Math.max(lost, 1)), ...bytesOf(damaged) }),
        placeIn(file, damaged),
      )
    else if (lost > 0) tell(storageText('log.missing', changes(next, lost)), `changes ${next}-${next + lost - 1}`)
    next = Math.max(next, frame.change + 1)
    at = frame.to
  }
  const ending = damageBetween(scan, at, Infinity)
  if (ending?.mark === 'alone') tell(storageText('log.damagedMark', bytesOf(ending)), lostMark(scan, ending))
  else if (ending)
    tell(storageText('log.damagedLast', { ...changes(next, 1), ...bytesOf(ending) }), placeIn(file, ending))
  if (scan.torn) {
    const bytes = scan.torn.to - scan.torn.from
    const what =
      scan.torn.mark === 'alone'
        ? storageText('log.unfinishedMark', { bytes })
        : storageText('log.unfinishedChange', { bytes })
    repairs.push({ file, what, kind: 'unfinishedWrite' })
  }
  return repairs
}

const placeIn = (file: string, { from, to }: DamagedRange): string => `${file} ${from}-${to}`

/** A damaged mark is a loss unless a later one says how far the ledger went. */
const lostMark = (scan: Scan, { from, to }: DamagedRange): string | undefined =>
  scan.marks.some((mark) => mark.to > to) ? undefined : `mark ${from}-${to}`

/** One range from the first damaged byte between two places to the last one. */
function damageBetween({ damaged }: Scan, from: number, to: number): DamagedRange | undefined {
  const found = damaged.filter((range) => range.from >= from && range.to <= to)
  const [first] = found
  if (!first) return undefined
  const mark = found.every((range) => range.mark === 'alone') ? 'alone' : 'first'
  return {
    from: first.from,
    to: found.at(-1)?.to ?? first.to,
    ...(found.every((range) => range.mark) ? { mark } : {}),
  }
}

const bytesOf = ({ from, to }: DamagedRange): { readonly from: number; readonly to: number } => ({ from, to })

const changes = (first: number, count: number): { count: number; first: number; last: number } => ({
  count,
  first,
  last: first + count - 1,
})

/** Undefined for a mark of a shape that is not known. */
function ledgerMark(segment: number, { content, to }: Mark): LedgerMark | undefined {
  let head: unknown
  try {
    head = JSON.parse(Buffer.from(content).toString('utf8'))
  } catch {
    return undefined
  }
  return isLedgerHead(head) ? { head, segment, bytes: to } : undefined
}
