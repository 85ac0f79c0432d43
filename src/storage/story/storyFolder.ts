/** One story on disk: its state and the changes since, its ledger, its readable snapshot, its versions. */
import { basename, join } from 'node:path'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { FileHandlePool } from '../disk/appendFile'
import { ChangeLog, segmentName, type LogStart } from './changeLog'
import { DurableFile, TEMPORARY, writeNewFile, type DurableReading } from '../disk/durableFile'
import type { About } from '../disk/envelope'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { continueChain, NO_ENTRIES } from './ledgerChain'
import { LedgerFile, linesOf, missingSince } from './ledgerFile'
import { DurableRecord } from '../records/durableRecord'
import {
  isStoryRecord,
  isSnapshotRecord,
  type StoryHeads,
  type StoryRecord,
  type SnapshotRecord,
} from '../records/shapes'
import {
  StorageError,
  type InitialStory,
  type StoredStory,
  type SetAside,
  type StoryHeader,
  type StoryFile,
  type StorySnapshot,
} from '../disk/storyStore'
import { isStorageError, NOTHING_CHANGED, STATE_BEFORE_HOLDS, storageErrorFrom } from '../disk/storageError'
import { Sequencer } from '../disk/sequencer'
import { leavesOut, loadsWhole } from './verifyState'
import { messageOf } from '../../story/text/messageOf'

interface FoundRecord {
  readonly record?: StoryRecord
  readonly damage: readonly string[]
}
interface Batch {
  readonly updates: Uint8Array[]
  readonly done: Promise<void>
}
/** Names that salvage and durable files give to bytes that they could not read. */
const SET_ASIDE = /\.(?:damaged|torn)(?:-\d+)?$/
const MOST_SET_ASIDE = 1_000_000
const VERSION_FILE = /^(\d{1,9})\.json$/

export const STATE_FILE = 'state.yjs'
export const LEDGER_FILE = 'ledger.jsonl'
const stateFile = (files: FileLayer, folder: string): DurableFile =>
  new DurableFile(files, join(folder, STATE_FILE), 'bytes', 'state')
const storyRecord = (files: FileLayer, folder: string): DurableRecord<StoryRecord> =>
  new DurableRecord(new DurableFile(files, join(folder, 'story.json'), 'json', 'story'), isStoryRecord)

export class StoryFolder {
  private readonly turns = new Sequencer()
  private readonly state: DurableFile
  private readonly log: ChangeLog
  private readonly ledger: LedgerFile
  private readonly record: DurableRecord<StoryRecord>
  /** Takes further changes until its turn to be written comes. */
  private gathering: Batch | undefined
  private ready = false
  private header: StoryHeader | undefined
  /** The record as the loading under way found it, which asks for it three times; and after it the snapshot, which is asked for next. */
  private found: Promise<FoundRecord> | undefined
  /** Leftovers that could not be removed; told with the next loading. */
  private notes: string[] = []

  constructor(
    private readonly files: FileLayer,
    readonly folder: string,
    readonly id: string,
    shelf: FileHandlePool,
    private readonly writable: boolean,
  ) {
    this.state = stateFile(files, folder)
    this.log = new ChangeLog(files, folder, shelf, writable)
    this.ledger = new LedgerFile(
      files,
      join(folder, LEDGER_FILE),
      shelf,
      writable,
      async () => this.log.ledgerHead((await this.lookAtRecord()).record?.heads)?.bytes ?? 0,
    )
    this.record = storyRecord(files, folder)
  }

  /** Fills an empty folder that does not count as a story yet. Resolves when all of it is on the disk. */
  static async fill(
    files: FileLayer,
    folder: string,
    header: StoryHeader,
    state: Uint8Array,
    { ledger, snapshot, loaded }: Partial<InitialStory> = {},
  ): Promise<void> {
    if (loaded !== state) loadsWhole(state)
    const entries = ledger ?? []
    const lines = linesOf(entries)
    const heads: StoryHeads = {
      segment: 1,
      bytes: 0,
      nextChange: 1,
      ledger: { bytes: lines.length, ...continueChain(NO_ENTRIES, entries) },
    }
    await files.addFolder(join(folder, 'versions'))
    // Each waits for the disk; together they wait once.
    const writing = await Promise.allSettled([
      writeNewFile(files, join(folder, LEDGER_FILE), lines),
      stateFile(files, folder).begin(state, aboutStory(header, { segment: 1, change: 1 })),
      storyRecord(files, folder).begin({ header, snapshot: snapshot ?? null, heads }),
    ])
    for (const written of writing) if (written.status === 'rejected') throw written.reason
    await files.syncFolder(folder)
  }

  /** Writes a state over damaged ones, with a log that begins after everything that is there. */
  static putState(
    files: FileLayer,
    folder: string,
    header: StoryHeader,
    state: Uint8Array,
    log: LogStart,
  ): Promise<void> {
    loadsWhole(state)
    return stateFile(files, folder).write(state, aboutStory(header, log))
  }

  /** `work` sees the files of log and ledger while nothing is written to them. */
  whileStill<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.queue(() => this.ledger.whileStill(work))
  }

  load(): Promise<StoredStory> {
    return this.turns.queue(async () => {
      const { header, updates, repairs } = await this.readDocument()
      this.found = this.readRecord()
      // Whoever asks for it is told; when the ledger cannot be read either, nobody asks.
      this.found.catch(() => undefined)
      const ledger = await this.ledger.read()
      const missing = await this.missing(ledger.entries)
      const notes = this.notes
      this.notes = []
      return {
        ...header,
        updates,
        ledger: ledger.entries,
        repairs: [...repairs, ...ledger.repairs, ...missing, ...notes],
      }
    })
  }

  /** What log and ledger lack at their ends of what the record says was saved. */
  private async missing(entries: readonly LedgerEntry[]): Promise<readonly string[]> {
    const { record, damage } = await this.lookAtRecord()
    const heads = record?.heads
    const head = this.log.ledgerHead(heads)
    return [
      ...damage,
      ...(heads ? this.log.missingSince(heads) : []),
      ...(head ? missingSince(LEDGER_FILE, head, entries) : []),
    ]
  }

  private lookAtRecord(): Promise<FoundRecord> {
    return this.found ?? this.readRecord()
  }

  /** The record is a convenience: damage to it is told and hinders nothing. */
  private async readRecord(): Promise<FoundRecord> {
    try {
      const record = await this.record.readIfThere()
      return record
        ? { record, damage: this.record.repairs }
        : { damage: [`${this.record.path}: it is missing; it is written anew with the next change.`] }
    } catch (error) {
      if (!isStorageError(error, 'DAMAGED') && !isStorageError(error, 'SHAPE')) throw error
      return {
        damage: [
          `${this.record.path}: it is damaged, and so is the copy before it; it is written anew with the next change.`,
        ],
      }
    }
  }

  /** Changes that come while another write is under way go to the disk together in the next one. */
  append(update: Uint8Array): Promise<void> {
    const batch = this.gathering ?? this.startBatch()
    batch.updates.push(update)
    return batch.done
  }

  private startBatch(): Batch {
    const updates: Uint8Array[] = []
    const done = this.turns.queue(async () => {
      if (this.gathering?.updates === updates) this.gathering = undefined
      await this.makeReady()
      await this.log.append(updates, this.ledger.standing)
    })
    this.gathering = { updates, done }
    return this.gathering
  }

  /** The log then notes how far the ledger is, so that its end is missed when it goes: with the next change, or at once when none waits. */
  async appendLedger(entries: readonly LedgerEntry[]): Promise<void> {
    await this.ledger.append(entries)
    // The entries are on the disk, whatever becomes of the note; what is wrong with the log, the next change says.
    await this.turns.queue(() => this.noteLedger()).catch(() => undefined)
  }

  private async noteLedger(): Promise<void> {
    await this.makeReady()
    await this.log.append([], this.ledger.standing)
  }

  /** Rejects, and changes nothing, when `state` does not load or leaves out anything that is on the disk. */
  compact(state: Uint8Array): Promise<void> {
    // Changes asked for from now on belong to the log after this state.
    this.gathering = undefined
    return this.turns.queue(async () => {
      const { header, updates } = await this.whatIsOnDisk()
      const proof = (content: Uint8Array): void => {
        loadsWhole(content)
        if (leavesOut(content, updates))
          throw new StorageError(
            this.state.path,
            'the new state leaves out changes that are on the disk',
            STATE_BEFORE_HOLDS,
            'Open the story again.',
            'INCOMPLETE',
          )
      }
      // A state may be in its place although writing it was answered with an error: from here on no change goes where it does not look.
      const start = await this.log.moveOn()
      await this.state.write(state, aboutStory(header, start), proof)
      await this.dropOldSegments()
    })
  }

  /** What a new state must not leave out. When both states rotted under an open story, what its owner has in memory is the better one. */
  private async whatIsOnDisk(): Promise<{ readonly header: StoryHeader; readonly updates: readonly Uint8Array[] }> {
    try {
      return await this.readDocument()
    } catch (error) {
      if (!this.header || !this.ready || !isStorageError(error, 'DAMAGED')) throw error
      return { header: this.header, updates: [] }
    }
  }

  /** The previous state stays usable: the changes since it are kept as long as it is. */
  private async dropOldSegments(): Promise<void> {
    try {
      const previous = await this.state.readPrevious()
      if (previous) await this.log.dropBefore(logStart(previous.envelope.about, this.state.path).segment)
    } catch (error) {
      this.notes.push(`${this.folder}: old change logs could not be removed (${messageOf(error)}); nothing is lost.`)
    }
  }

  async writeStoryFile(snapshot: StoryFile): Promise<void> {
    // Taken before anything is awaited: a change that comes to the disk meanwhile is not in the snapshot.
    const heads = this.heads
    this.found = undefined
    const header = await this.known()
    await this.record.write({ header, snapshot, heads })
  }

  /** The record anew, with what it held of the snapshot and with where log and ledger end now. `load` comes first. */
  async rewriteRecord(): Promise<void> {
    this.found = undefined
    const { record } = await this.lookAtRecord()
    const header = await this.known()
    await this.record.write({ header, snapshot: record?.snapshot ?? null, heads: this.heads })
  }

  async readStoryFile(): Promise<StoryFile | undefined> {
    const { record } = await this.lookAtRecord()
    this.found = undefined
    const snapshot = record?.snapshot
    if (!snapshot) return undefined
    return record.heads && (await this.hasGrownSince(record.heads)) ? { ...snapshot, stale: true } : snapshot
  }

  private get heads(): StoryHeads | null {
    const { ready, log, ledger } = this
    return ready && ledger.standing ? { ...log.standing, ledger: ledger.standing } : null
  }

  /** Sizes only, so that a list of a thousand stories need not read their logs. */
  private async hasGrownSince({ segment, bytes, ledger }: StoryHeads): Promise<boolean> {
    const now = this.heads
    if (now) return now.segment !== segment || now.bytes !== bytes || now.ledger.bytes !== ledger.bytes
    const [log, next, written] = await Promise.all(
      [segmentName(segment), segmentName(segment + 1), LEDGER_FILE].map((name) => this.sizeOf(name)),
    )
    return log !== bytes || next !== 0 || written !== ledger.bytes
  }

  private async sizeOf(name: string): Promise<number> {
    try {
      return (await this.files.facts(join(this.folder, name))).size
    } catch (error) {
      if (isMissing(error)) return 0
      throw storageErrorFrom(error, join(this.folder, name), NOTHING_CHANGED)
    }
  }

  async writeVersion(snapshot: StorySnapshot): Promise<void> {
    await this.known()
    await this.snapshotRecord(snapshot.n).write({ ...snapshot, state: Buffer.from(snapshot.state).toString('base64') })
  }

  async listVersions(): Promise<readonly StorySnapshot[]> {
    const snapshots: StorySnapshot[] = []
    for (const number of await this.versionNumbers()) {
      try {
        snapshots.push(await this.readVersion(number))
      } catch (error) {
        // One damaged version must not hide the others; doctor names it.
        if (!isStorageError(error, 'DAMAGED') && !isStorageError(error, 'SHAPE')) throw error
      }
    }
    return snapshots
  }

  async versionNumbers(): Promise<readonly number[]> {
    const names = await this.listFolder(join(this.folder, 'versions'))
    return names
      .flatMap((name) => VERSION_FILE.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b)
  }

  async readVersion(n: number): Promise<StorySnapshot> {
    const record = await this.snapshotRecord(n).read()
    return { ...record, state: Uint8Array.from(Buffer.from(record.state, 'base64')) }
  }

  async removeVersion(n: number): Promise<void> {
    const { path } = this.snapshotRecord(n)
    const folder = join(this.folder, 'versions')
    try {
      for (const name of (await this.files.list(folder)).filter(
        (other) => other === basename(path) || other === `${basename(path)}.prev`,
      ))
        await this.files.remove(join(folder, name))
      await this.files.syncFolder(folder)
    } catch (error) {
      throw storageErrorFrom(error, path, 'The other versions are untouched.')
    }
  }

  async listSetAside(): Promise<readonly SetAside[]> {
    const found: SetAside[] = []
    for (const name of (await this.listFolder(this.folder)).filter((other) => SET_ASIDE.test(other))) {
      const path = join(this.folder, name)
      const { modified, size } = await this.files.facts(path)
      found.push({
        name,
        at: new Date(modified).toISOString(),
        content: size > MOST_SET_ASIDE ? new Uint8Array() : Uint8Array.from(await this.files.readAll(path)),
      })
    }
    return found.sort((a, b) => (a.at < b.at ? -1 : 1))
  }

  async close(): Promise<void> {
    await this.turns.queue(() => this.log.release())
  }

  private snapshotRecord(n: number): DurableRecord<SnapshotRecord> {
    if (!Number.isSafeInteger(n) || n < 1) throw new Error(`${n} is no version number.`)
    const path = join(this.folder, 'versions', `${n}.json`)
    return new DurableRecord(new DurableFile(this.files, path, 'json', 'version'), isSnapshotRecord, 0)
  }

  private async listFolder(path: string): Promise<readonly string[]> {
    try {
      return await this.files.list(path)
    } catch (error) {
      throw storageErrorFrom(error, path, NOTHING_CHANGED)
    }
  }

  /** The first reading takes leftovers of a crash away, so nothing is written before it. */
  private async known(): Promise<StoryHeader> {
    if (this.ready && this.header) return this.header
    return this.turns.queue(async () => {
      await this.makeReady()
      return this.header ?? headerOf(await this.readState())
    })
  }

  private async readState(): Promise<DurableReading> {
    const reading = await this.state.read()
    if (!reading)
      throw new StorageError(
        this.state.path,
        'it is not there',
        'The other stories are untouched.',
        'Plug the drive in again or put the file back from a backup.',
        'ENOENT',
      )
    return reading
  }

  private async makeReady(): Promise<void> {
    if (!this.ready) await this.readDocument()
  }

  private async readDocument(): Promise<{
    header: StoryHeader
    updates: readonly Uint8Array[]
    repairs: readonly string[]
  }> {
    const reading = await this.readState()
    try {
      if (this.writable) await this.sweep()
      const log = await this.log.read(logStart(reading.envelope.about, this.state.path))
      this.ready = true
      this.header = headerOf(reading)
      return {
        header: this.header,
        updates: [Uint8Array.from(reading.content), ...log.updates],
        repairs: [...reading.repairs, ...log.repairs],
      }
    } catch (error) {
      throw storageErrorFrom(error, this.folder, NOTHING_CHANGED)
    }
  }

  /** Takes away what a crash left half-written; once, before anything of ours is under way. */
  private async sweep(): Promise<void> {
    if (this.ready) return
    await sweepTemporaries(this.files, this.folder)
    await sweepTemporaries(this.files, join(this.folder, 'versions'))
  }
}

export async function sweepTemporaries(files: FileLayer, folder: string): Promise<void> {
  for (const name of await namesIfThere(files, folder)) {
    if (!name.startsWith('.') || !name.endsWith(TEMPORARY)) continue
    try {
      await files.remove(join(folder, name))
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
}

async function namesIfThere(files: FileLayer, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const aboutStory = (header: StoryHeader, log: LogStart): About => ({
  id: header.id,
  guid: header.guid,
  created: header.created,
  firstSegment: log.segment,
  firstChange: log.change,
})

function headerOf(reading: DurableReading): StoryHeader {
  const { id, guid, created } = reading.envelope.about ?? {}
  return { id: String(id), guid: String(guid), created: String(created) }
}

function logStart(about: About | undefined, path: string): LogStart {
  const { firstSegment, firstChange } = about ?? {}
  if (typeof firstSegment === 'number' && typeof firstChange === 'number')
    return { segment: firstSegment, change: firstChange }
  throw new StorageError(
    path,
    'it does not say where its changes begin',
    NOTHING_CHANGED,
    'Put it back from a backup.',
    'SHAPE',
  )
}
