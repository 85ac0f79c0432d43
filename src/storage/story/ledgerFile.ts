/**
 * `ledger.jsonl`: one entry per line, only ever added to. A line that begins with a space was written together with the one
 * before it: a power cut may leave the end of such a write on the disk without its beginning.
 */
import { basename } from 'node:path'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { AppendFile, type FileHandlePool } from '../disk/appendFile'
import type { FileLayer } from '../disk/fileLayer'
import { breaksChain, continueChain, isLedgerEntry, NO_ENTRIES, type ChainHead } from './ledgerChain'
import type { LedgerHead } from '../records/shapes'
import { cutTo, quarantine } from '../disk/quarantine'
import { storageErrorFrom } from '../disk/storageError'
import { Sequencer } from '../disk/sequencer'

export interface LedgerReading {
  readonly entries: readonly LedgerEntry[]
  readonly repairs: readonly string[]
}

const TOGETHER = ' '

interface Scanned extends LedgerReading {
  readonly head: ChainHead
  /** Bytes up to the end of the last complete line. */
  readonly whole: number
  /** Bytes after it, when they are no entry. */
  readonly torn: Uint8Array
  /** The last entry is complete but for its line end. */
  readonly lacksLineEnd: boolean
}

export class LedgerFile {
  private readonly turns = new Sequencer()
  private tail: { readonly file: AppendFile; readonly head: ChainHead } | undefined

  constructor(
    private readonly files: FileLayer,
    readonly path: string,
    private readonly shelf: FileHandlePool,
    private readonly writable: boolean,
    /** Bytes that are known to have been saved: damage before that is rot, never a write that was not finished. */
    private readonly saved: () => Promise<number>,
  ) {}

  /** How far it is known to be on the disk; undefined before it was read. */
  get standing(): LedgerHead | undefined {
    return this.tail && { bytes: this.tail.file.length, ...this.tail.head }
  }

  /** An entry whose hash is wrong is named and left out; one that breaks the chain is named and kept. */
  read(): Promise<LedgerReading> {
    return this.turns.queue(() => this.readNow())
  }

  /** `work` sees the file while nothing is written to it. */
  whileStill<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.queue(work)
  }

  /** Rejects when the entries do not continue the chain; then nothing is written. */
  append(entries: readonly LedgerEntry[]): Promise<void> {
    return this.turns.queue(async () => {
      if (entries.length === 0) return
      if (!this.tail) await this.readNow()
      const { tail } = this
      if (!tail) throw new Error(`${this.path} is open for reading only.`)
      const head = continueChain(tail.head, entries)
      await tail.file.append(linesOf(entries))
      this.tail = { file: tail.file, head }
    })
  }

  private async readNow(): Promise<LedgerReading> {
    try {
      await this.tail?.file.settle()
      const scanned = scanLedger(basename(this.path), await this.files.readAll(this.path), await this.saved())
      if (this.writable) await this.makeWhole(scanned)
      return { entries: scanned.entries, repairs: scanned.repairs }
    } catch (error) {
      throw storageErrorFrom(error, this.path, 'The words of the story are untouched.')
    }
  }

  private async makeWhole(scanned: Scanned): Promise<void> {
    if (this.tail && this.tail.file.length === scanned.whole) {
      this.tail = { file: this.tail.file, head: scanned.head }
      return
    }
    await this.tail?.file.release()
    if (scanned.torn.length > 0) await quarantine(this.files, `${this.path}.torn-${scanned.whole}`, scanned.torn)
    if (scanned.torn.length > 0) await cutTo(this.files, this.path, scanned.whole)
    const file = new AppendFile(this.files, this.path, this.shelf, scanned.whole)
    if (scanned.lacksLineEnd) await file.append(Buffer.from('\n'))
    this.tail = { file, head: scanned.head }
  }
}

/** How entries that are written together stand in the file. */
export const linesOf = (entries: readonly LedgerEntry[]): Uint8Array =>
  Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(TOGETHER))

/** What `entries` lack of a ledger that once ended at `head`, for people. */
export function missingSince(name: string, head: LedgerHead, entries: readonly LedgerEntry[]): readonly string[] {
  const last = entries.at(-1)?.seq ?? 0
  if (last < head.seq) {
    const [which, had] =
      head.seq - last === 1 ? [`entry ${head.seq} is`, 'it'] : [`entries ${last + 1} to ${head.seq} are`, 'they']
    return [`${name}: ${which} missing at its end; ${had} had been saved.`]
  }
  const same = head.seq === 0 || entries.some(({ seq, hash }) => seq === head.seq && hash === head.hash)
  return same ? [] : [`${name}: entry ${head.seq} is not the one that had been saved.`]
}

function scanLedger(name: string, bytes: Uint8Array, saved: number): Scanned {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: LedgerEntry[] = []
  const repairs: string[] = []
  let head = NO_ENTRIES
  let at = 0
  let line = 0
  /** The first damaged line of the last write, and what was read before it. */
  let unfinished: Omit<Scanned, 'torn' | 'lacksLineEnd'> | undefined
  for (let end = file.indexOf(0x0a, at); end !== -1; end = file.indexOf(0x0a, at)) {
    line += 1
    if (file[at] !== TOGETHER.charCodeAt(0)) unfinished = undefined
    const entry = parseLine(file.toString('utf8', at, end))
    const broken = entry ? breaksChain(head, entry) : 'it is not readable'
    if (entry && (broken === undefined || !broken.startsWith('its hash'))) {
      if (broken !== undefined)
        repairs.push(`${name}, line ${line}: the chain is broken: ${broken}. The entry is kept.`)
      entries.push(entry)
      head = { seq: entry.seq, hash: entry.hash }
    } else {
      if (at >= saved) unfinished ??= { entries: [...entries], repairs: [...repairs], head, whole: at }
      repairs.push(`${name}, line ${line}: the entry is damaged (${broken ?? ''}) and was left out.`)
    }
    at = end + 1
  }
  const rest = file.subarray(at)
  const goesOn = rest.length === 0 || rest[0] === TOGETHER.charCodeAt(0)
  if (unfinished && goesOn) return cutAt(unfinished)
  if (rest.length === 0) return { entries, repairs, head, whole: at, torn: rest, lacksLineEnd: false }
  const last = parseLine(rest.toString('utf8'))
  if (last && breaksChain(head, last) === undefined) {
    return {
      entries: [...entries, last],
      repairs,
      head: { seq: last.seq, hash: last.hash },
      whole: file.length,
      torn: rest.subarray(rest.length),
      lacksLineEnd: true,
    }
  }
  return cutAt({ entries, repairs, head, whole: at })

  function cutAt(good: Omit<Scanned, 'torn' | 'lacksLineEnd'>): Scanned {
    const torn = file.subarray(good.whole)
    return {
      ...good,
      repairs: [
        ...good.repairs,
        `${name}: the last ${torn.length} bytes are an entry that was not finished; left out.`,
      ],
      torn,
      lacksLineEnd: false,
    }
  }
}

function parseLine(text: string): LedgerEntry | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  return isLedgerEntry(value) ? value : undefined
}
