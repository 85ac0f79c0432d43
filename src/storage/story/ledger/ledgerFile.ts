/**
 * `ledger.jsonl`: one entry a line, appended only. A line that begins with a space was written in one write with the
 * line before it. A power cut may leave the end of such a write on the disk without its beginning.
 */
import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { storageText } from '../../../catalogue/rooms/storage'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { AppendFile, type FileHandlePool } from '../../disk/appendFile'
import { temporaryName, writeNewFile } from '../../disk/durableFile'
import { isMissing, type FileLayer } from '../../disk/fileLayer'
import { cutTo, quarantine } from '../../disk/damaged/quarantine'
import type { Repair } from '../../disk/damaged/repair'
import { Sequencer } from '../../disk/sequencer'
import { storageErrorFrom } from '../../disk/storageError'
import type { LedgerHead } from '../../records/shapes'
import { Chain } from '../../../story/trust/chain'
import { headOf, isLedgerEntry, type ChainHead } from './ledgerChain'

/** An entry in a loss: enough of its hash to name it. */
const short = (hash: string): string => (hash === '' ? 'start' : hash.slice(0, 16))

export const LEDGER_FILE = 'ledger.jsonl'
const LINE_END = 0x0a
/** First character of a line that was written in one write with the line before it. */
const SAME_WRITE = ' '

export interface LedgerReading {
  readonly entries: readonly LedgerEntry[]
  readonly repairs: readonly Repair[]
  /** How many entries at the end went to the disk in one write. */
  readonly lastWrite: number
}

interface LedgerScan extends LedgerReading {
  readonly chain: Chain
  /** Bytes up to the end of the last complete line. */
  readonly whole: number
  /** The bytes after it, if they are no entry. */
  readonly torn: Uint8Array
  /** The last entry is complete, but its line end is missing. */
  readonly lacksLineEnd: boolean
}

/**
 * Two copies of one ledger with the same bytes are checked once. Keeps the first copy, until the second one was
 * compared with it.
 */
export class LedgerTwin {
  private kept: { readonly bytes: Uint8Array; readonly scan: LedgerScan } | undefined

  /** Undefined: the other copy has other bytes, was damaged, or was not read. */
  scanOf(bytes: Uint8Array): LedgerScan | undefined {
    const { kept } = this
    if (!kept || Buffer.compare(kept.bytes, bytes) !== 0) return undefined
    return { ...kept.scan, chain: kept.scan.chain.copy() }
  }

  keep(bytes: Uint8Array, scan: LedgerScan): void {
    const isWhole = scan.repairs.length === 0 && scan.torn.length === 0 && !scan.lacksLineEnd
    this.kept = this.kept === undefined && isWhole ? { bytes, scan } : undefined
  }

  forget(): void {
    this.kept = undefined
  }
}

export class LedgerFile {
  private readonly sequencer = new Sequencer()
  private tail: { readonly file: AppendFile; readonly head: ChainHead; readonly chain: Chain } | undefined

  /** `saved`: bytes that are known to have been saved. Damage before them is rot, never an unfinished write. */
  constructor(
    private readonly files: FileLayer,
    readonly path: string,
    private readonly pool: FileHandlePool,
    private readonly writable: boolean,
    private readonly saved: () => Promise<number>,
    /** What a twin of this file has read, if there is one. */
    private readonly twin?: LedgerTwin,
  ) {}

  /** How far the ledger is on the disk. Undefined before it was read. */
  get end(): LedgerHead | undefined {
    return this.tail && { bytes: this.tail.file.length, seq: this.tail.head.seq, hash: this.tail.head.hash }
  }

  /**
   * Leaves out an entry with a wrong hash, keeps one that breaks the chain; `repairs` names both. `saved`: from a
   * caller that has asked for it already.
   */
  read(saved?: number): Promise<LedgerReading> {
    return this.sequencer.queue(() => this.readNow(saved))
  }

  /** Runs `work` while nothing is written to the file. */
  whileStill<T>(work: () => Promise<T>): Promise<T> {
    return this.sequencer.queue(work)
  }

  /** Closes the file. The next append opens it again. */
  async release(): Promise<void> {
    await this.tail?.file.release()
  }

  /** Rejects, and writes nothing, when the entries do not continue the chain. */
  append(entries: readonly LedgerEntry[]): Promise<void> {
    return this.sequencer.queue(async () => {
      if (entries.length === 0) return
      if (!this.tail) await this.readNow()
      const { tail } = this
      if (!tail) throw new Error(storageText('ledger.readOnly', { path: this.path }))
      const undo = tail.chain.append(entries)
      try {
        await tail.file.append(ledgerLinesOf(entries))
      } catch (error) {
        undo()
        throw error
      }
      this.tail = { ...tail, head: headOf(entries) }
    })
  }

  /** Rejects when the entries do not continue the chain. */
  async check(entries: readonly LedgerEntry[]): Promise<void> {
    const chain = await this.known()
    chain.append(entries)()
  }

  /** Those of the entries that the file lacks. */
  async lacks(entries: readonly LedgerEntry[]): Promise<readonly LedgerEntry[]> {
    const chain = await this.known()
    return entries.filter(({ hash }) => !chain.has(hash))
  }

  private known(): Promise<Chain> {
    return this.sequencer.queue(async () => {
      if (!this.tail) await this.readNow()
      if (!this.tail) throw new Error(storageText('ledger.readOnly', { path: this.path }))
      return this.tail.chain
    })
  }

  /** Writes the whole file. A crash leaves the old one or the new one. */
  replace(entries: readonly LedgerEntry[]): Promise<void> {
    return this.sequencer.queue(async () => {
      const chain = chainOf(entries)
      const bytes = ledgerLinesOf(entries)
      const temporary = temporaryName(this.path)
      try {
        await this.tail?.file.release()
        await writeNewFile(this.files, temporary, bytes)
        await this.files.rename(temporary, this.path)
        await this.files.syncFolder(dirname(this.path))
      } catch (error) {
        throw storageErrorFrom(error, this.path, storageText('safe.wordsOfStory'))
      }
      const file = new AppendFile(this.files, this.path, this.pool, bytes.length)
      this.tail = { file, head: headOf(entries), chain }
    })
  }

  private async readNow(saved?: number): Promise<LedgerReading> {
    try {
      await this.tail?.file.recover()
      const { bytes, gone } = await this.readBytes()
      const known = saved ?? (await this.saved())
      const scan = this.twin?.scanOf(bytes) ?? scanLedger(basename(this.path), bytes, known)
      this.twin?.keep(bytes, scan)
      if (this.writable) await this.repair(scan)
      return { entries: scan.entries, repairs: [...gone, ...scan.repairs], lastWrite: scan.lastWrite }
    } catch (error) {
      throw storageErrorFrom(error, this.path, storageText('safe.wordsOfStory'))
    }
  }

  /** A ledger that is gone is a loss. The story opens all the same, or nobody could kill it. */
  private async readBytes(): Promise<{ readonly bytes: Uint8Array; readonly gone: readonly Repair[] }> {
    try {
      return { bytes: await this.files.readAll(this.path), gone: [] }
    } catch (error) {
      // Nothing is made where the folder is gone too: a drive may be unplugged.
      if (!isMissing(error) || (await this.files.list(dirname(this.path))).includes(basename(this.path))) throw error
      if (this.writable) {
        await writeNewFile(this.files, this.path, new Uint8Array())
        await this.files.syncFolder(dirname(this.path))
      }
      const loss = { kind: 'ledgerEnd', where: 'all' } as const
      const what = storageText('ledger.gone')
      return { bytes: new Uint8Array(), gone: [{ file: basename(this.path), what, kind: 'missingEnd', loss }] }
    }
  }

  private async repair(scan: LedgerScan): Promise<void> {
    if (this.tail && this.tail.file.length === scan.whole) {
      this.tail = { file: this.tail.file, head: headOf(scan.entries), chain: scan.chain }
      return
    }
    await this.tail?.file.release()
    if (scan.torn.length > 0) {
      await quarantine(this.files, `${this.path}.torn-${scan.whole}`, scan.torn)
      await cutTo(this.files, this.path, scan.whole)
    }
    const file = new AppendFile(this.files, this.path, this.pool, scan.whole)
    if (scan.lacksLineEnd) await file.append(Buffer.from('\n'))
    this.tail = { file, head: headOf(scan.entries), chain: scan.chain }
  }
}

/** The lines of entries that go to the disk in one write. */
export const ledgerLinesOf = (entries: readonly LedgerEntry[]): Uint8Array =>
  Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(SAME_WRITE))

/** What is missing at the end of `entries`, given that the ledger `file` once ended at `head`. */
export function missingSince(file: string, head: LedgerHead, entries: readonly LedgerEntry[]): readonly Repair[] {
  // Its number says nothing: that may be wrong in the file, or have been put right since.
  if (head.seq === 0 || entries.some(({ hash }) => hash === head.hash)) return []
  const last = entries.at(-1)?.seq ?? 0
  if (last < head.seq) {
    const what = storageText('ledger.missingEnd', { count: head.seq - last, first: last + 1, last: head.seq })
    const loss = { kind: 'ledgerEnd', where: `${last + 1}-${head.seq} ${short(head.hash)}` } as const
    return [{ file, what, kind: 'missingEnd', loss }]
  }
  const loss = { kind: 'ledgerEnd', where: `${head.seq} ${short(head.hash)}` } as const
  return [{ file, what: storageText('ledger.otherEntry', { seq: head.seq }), kind: 'damage', loss }]
}

type ScannedLines = Omit<LedgerScan, 'torn' | 'lacksLineEnd' | 'chain'>

function scanLedger(name: string, bytes: Uint8Array, saved: number): LedgerScan {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: LedgerEntry[] = []
  const repairs: Repair[] = []
  const chain = new Chain()
  let at = 0
  let line = 0
  let write = 0
  const lastWrite = (): number => entries.length - write
  /** What was read before the first damaged line of the last write. */
  let unfinished: ScannedLines | undefined
  for (let end = file.indexOf(LINE_END, at); end !== -1; end = file.indexOf(LINE_END, at)) {
    line += 1
    if (file[at] !== SAME_WRITE.charCodeAt(0)) {
      unfinished = undefined
      write = entries.length
    }
    const entry = parseLine(file.toString('utf8', at, end))
    const before = entries.at(-1)?.hash ?? ''
    const broken = entry ? chain.add(entry) : { damaged: true, why: storageText('ledger.unreadable') }
    if (entry && !broken?.damaged) {
      if (broken) {
        const loss = { kind: 'ledgerLine', where: `${short(before)} ${short(entry.hash)}` } as const
        repairs.push({
          file: name,
          line,
          what: storageText('ledger.broken', { why: broken.why }),
          kind: 'damage',
          loss,
        })
      }
      entries.push(chain.numbered(entry))
    } else {
      if (at >= saved)
        unfinished ??= { entries: [...entries], repairs: [...repairs], lastWrite: lastWrite(), whole: at }
      const what = storageText('ledger.damaged', { why: broken?.why ?? '' })
      const text = createHash('sha256').update(file.subarray(at, end)).digest('hex')
      const loss = { kind: 'ledgerLine', where: `${short(before)} line ${short(text)}` } as const
      repairs.push({ file: name, line, what, kind: 'damage', loss })
    }
    at = end + 1
  }
  const rest = file.subarray(at)
  const goesOn = rest.length === 0 || rest[0] === SAME_WRITE.charCodeAt(0)
  if (unfinished && goesOn) return cutAt(unfinished)
  if (rest.length === 0)
    return { entries, repairs, lastWrite: lastWrite(), chain, whole: at, torn: rest, lacksLineEnd: false }
  const last = parseLine(rest.toString('utf8'))
  if (last && !chain.add(last)) {
    return {
      entries: [...entries, chain.numbered(last)],
      repairs,
      lastWrite: goesOn ? lastWrite() + 1 : 1,
      chain,
      whole: file.length,
      torn: rest.subarray(rest.length),
      lacksLineEnd: true,
    }
  }
  return cutAt({ entries, repairs, lastWrite: lastWrite(), whole: at })

  function cutAt(good: ScannedLines): LedgerScan {
    const torn = file.subarray(good.whole)
    const what = storageText('ledger.unfinished', { bytes: torn.length })
    return {
      ...good,
      chain: chainOf(good.entries),
      repairs: [...good.repairs, { file: name, what, kind: 'unfinishedWrite' }],
      torn,
      lacksLineEnd: false,
    }
  }
}

function chainOf(entries: readonly LedgerEntry[]): Chain {
  const chain = new Chain()
  for (const entry of entries) chain.add(entry)
  return chain
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
