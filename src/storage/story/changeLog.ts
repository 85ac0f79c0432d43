/**
 * `changes-<n>.log`: the changes of a story since its state was last written whole. One segment is written to; a new one
 * starts when the state is compacted. Between the changes it notes how far the ledger was on the disk.
 */
import { basename, join } from 'node:path'
import { AppendFile, type FileHandlePool } from '../disk/appendFile'
import { writeNewFile } from '../disk/durableFile'
import { isThere, type FileLayer } from '../disk/fileLayer'
import { encodeFrame, encodeMark, scanFrames, type Mark, type Scan, type DamagedRange } from '../disk/frames'
import { isLedgerHead, type LedgerHead, type StoryHeads } from '../records/shapes'
import { cutTo, quarantine } from '../disk/quarantine'
import { STATE_BEFORE_HOLDS, storageErrorFrom } from '../disk/storageError'

/** Where the log of a state begins. */
export interface LogStart {
  readonly segment: number
  readonly change: number
}
/** The ledger had come as far as `head` when the log held this many bytes of this segment. */
interface LedgerMark {
  readonly head: LedgerHead
  readonly segment: number
  readonly bytes: number
}
export interface LogReading {
  readonly updates: readonly Uint8Array[]
  readonly repairs: readonly string[]
}

const SEGMENT = /^changes-(\d{1,9})\.log$/
export const segmentName = (segment: number): string => `changes-${segment}.log`

/** Numbers of the segments among the names in a story's folder, lowest first. */
export const segmentsIn = (names: readonly string[]): readonly number[] =>
  names
    .flatMap((name) => SEGMENT.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)

export class ChangeLog {
  private segment = 0
  private nextChange = 0
  private file: AppendFile | undefined
  private marked: LedgerMark | undefined

  constructor(
    private readonly files: FileLayer,
    private readonly folder: string,
    private readonly shelf: FileHandlePool,
    private readonly writable: boolean,
  ) {}

  /** How far it is known to be on the disk. `read` comes first. */
  get standing(): Pick<StoryHeads, 'segment' | 'bytes' | 'nextChange'> {
    return { segment: this.segment, bytes: this.file?.length ?? 0, nextChange: this.nextChange }
  }

  /**
   * What is missing at the end although it was on the disk, for people. The numbers of missing changes are not used again,
   * so that the gap stays to be seen.
   */
  missingSince(heads: Pick<StoryHeads, 'segment' | 'nextChange'>): readonly string[] {
    if (this.nextChange >= heads.nextChange) return []
    const lost = changes(this.nextChange, heads.nextChange - this.nextChange)
    this.nextChange = heads.nextChange
    return [`${segmentName(heads.segment)}: ${lost} missing at its end; they had been saved.`]
  }

  /** The end of the ledger that the log notes last, unless `heads` were written after that note. `read` comes first. */
  ledgerHead(heads: StoryHeads | null | undefined): LedgerHead | undefined {
    const { marked } = this
    if (!marked) return heads?.ledger
    const older =
      heads && (marked.segment < heads.segment || (marked.segment === heads.segment && marked.bytes <= heads.bytes))
    return older ? heads.ledger : marked.head
  }

  /** Reads all segments from `start` on, cuts an unfinished end, sets damaged stretches aside. */
  async read(start: LogStart): Promise<LogReading> {
    await this.file?.settle()
    const updates: Uint8Array[] = []
    const repairs: string[] = []
    let next = start.change
    let last = { segment: start.segment, length: -1 }
    let marked: LedgerMark | undefined
    for (const segment of (await this.segments()).filter((number) => number >= start.segment)) {
      const path = this.pathOf(segment)
      const bytes = await this.files.readAll(path)
      const scan = scanFrames(bytes)
      repairs.push(...describe(basename(path), scan, next))
      for (const frame of scan.frames) {
        updates.push(frame.content)
        next = Math.max(next, frame.change + 1)
      }
      for (const mark of scan.marks) marked = ledgerMark(segment, mark) ?? marked
      if (this.writable) await this.repair(path, bytes, scan)
      last = { segment, length: scan.torn ? scan.torn.from : bytes.length }
    }
    await this.standAt(last, next)
    this.marked = marked
    return { updates, repairs }
  }

  /** Resolves when all are on the disk, in one write. `ledger`: how far the ledger is on the disk, noted when it was not yet. `read` comes first. */
  async append(updates: readonly Uint8Array[], ledger?: LedgerHead): Promise<void> {
    const mark = ledger && !this.notes(ledger) ? [encodeMark(Buffer.from(JSON.stringify(ledger)))] : []
    if (updates.length + mark.length === 0) return
    const file = this.file ?? (await this.startSegment(this.segment))
    await file.append(
      Buffer.concat([...updates.map((update, index) => encodeFrame(this.nextChange + index, update)), ...mark]),
    )
    this.nextChange += updates.length
    if (ledger && mark.length > 0) this.marked = { head: ledger, segment: this.segment, bytes: file.length }
  }

  /** Whether the segment that is written to notes this end of the ledger. */
  private notes({ seq, hash }: LedgerHead): boolean {
    const { marked, segment } = this
    return marked !== undefined && marked.segment === segment && marked.head.seq === seq && marked.head.hash === hash
  }

  /**
   * Where a state that holds all of the log takes over: at a segment with nothing in it, which the next append goes to. Called
   * before that state is written: should it not come to be, reading from an earlier segment on finds this one too. `read` comes first.
   */
  async moveOn(): Promise<LogStart> {
    const { file } = this
    if (file && file.length > 0) {
      await this.startSegment(this.segment + 1)
      await file.release()
    }
    return { segment: this.segment, change: this.nextChange }
  }

  /** Removes the segments that no kept state needs. */
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

  private async standAt(last: { readonly segment: number; readonly length: number }, next: number): Promise<void> {
    const known = this.file && this.segment === last.segment && this.file.length === last.length
    this.nextChange = next
    if (known) return
    await this.file?.release()
    this.segment = last.segment
    this.file =
      last.length < 0 ? undefined : new AppendFile(this.files, this.pathOf(last.segment), this.shelf, last.length)
  }

  private async startSegment(segment: number): Promise<AppendFile> {
    const path = this.pathOf(segment)
    try {
      await writeNewFile(this.files, path, new Uint8Array()).catch(async (error: unknown) => {
        // A beginning that failed before left it empty.
        if (!isThere(error) || (await this.files.facts(path)).size > 0) throw error
      })
      await this.files.syncFolder(this.folder)
    } catch (error) {
      throw storageErrorFrom(error, path, STATE_BEFORE_HOLDS)
    }
    this.segment = segment
    this.file = new AppendFile(this.files, path, this.shelf, 0)
    return this.file
  }

  private async repair(path: string, bytes: Uint8Array, scan: Scan): Promise<void> {
    for (const stretch of scan.damaged)
      await quarantine(this.files, `${path}.damaged-${stretch.from}`, bytes.subarray(stretch.from, stretch.to))
    if (!scan.torn) return
    // A flipped bit in the length of a good record looks like an unfinished one: the bytes are kept aside.
    await quarantine(this.files, `${path}.torn-${scan.torn.from}`, bytes.subarray(scan.torn.from))
    await cutTo(this.files, path, scan.torn.from)
  }
}

/** One sentence for each damaged stretch, missing change and unfinished end. */
function describe(name: string, scan: Scan, expected: number): readonly string[] {
  const said: string[] = []
  let next = expected
  let at = 0
  for (const frame of scan.frames) {
    const before = within(scan, at, frame.from)
    const lost = frame.change - next
    if (before?.mark && lost <= 0) said.push(damagedMark(name, before))
    else if (before)
      said.push(
        `${name}: ${changes(next, Math.max(lost, 1), before)} damaged; set aside, the changes after it were read.`,
      )
    else if (lost > 0) said.push(`${name}: ${changes(next, lost)} missing.`)
    next = Math.max(next, frame.change + 1)
    at = frame.to
  }
  const ending = within(scan, at, Infinity)
  if (ending?.mark === 'alone') said.push(damagedMark(name, ending))
  else if (ending) said.push(`${name}: ${changes(next, 1, ending)} damaged; set aside.`)
  if (scan.torn) {
    const [what, loss] =
      scan.torn.mark === 'alone'
        ? ['a note of how far the history had come', ', no change is missing']
        : ['a change', '']
    said.push(
      `${name}: the last ${scan.torn.to - scan.torn.from} bytes are ${what} that was not finished; left out${loss}.`,
    )
  }
  return said
}

/** From the first damaged byte between two places to the last. */
function within({ damaged }: Scan, from: number, to: number): DamagedRange | undefined {
  const there = damaged.filter((stretch) => stretch.from >= from && stretch.to <= to)
  const [first] = there
  if (!first) return undefined
  const mark = there.every((stretch) => stretch.mark === 'alone') ? 'alone' : 'first'
  return {
    from: first.from,
    to: there.at(-1)?.to ?? first.to,
    ...(there.every((stretch) => stretch.mark) ? { mark } : {}),
  }
}

const damagedMark = (name: string, { from, to }: DamagedRange): string =>
  `${name}: a note of how far the history had come (bytes ${from} to ${to}) is damaged; set aside, no change is missing.`

/** A mark of a shape that is not known says nothing. */
function ledgerMark(segment: number, { content, to }: Mark): LedgerMark | undefined {
  let head: unknown
  try {
    head = JSON.parse(Buffer.from(content).toString('utf8'))
  } catch {
    return undefined
  }
  return isLedgerHead(head) ? { head, segment, bytes: to } : undefined
}

function changes(first: number, count: number, bytes?: DamagedRange): string {
  const where = bytes ? ` (bytes ${bytes.from} to ${bytes.to})` : ''
  return count === 1 ? `change ${first}${where} is` : `changes ${first} to ${first + count - 1}${where} are`
}
