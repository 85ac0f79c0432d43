/** One story on disk: its state and the changes since, its ledger, its readable file, its snapshots. */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { FileHandlePool } from '../disk/appendFile'
import { TEMPORARY, type DurableFile, type DurableReading } from '../disk/durableFile'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { SET_ASIDE } from '../disk/quarantine'
import { lossesOf, type Repair } from '../disk/repair'
import { Sequencer } from '../disk/sequencer'
import { isStorageError, storageErrorFrom } from '../disk/storageError'
import {
  StorageError,
  type IncomingStory,
  type SetAside,
  type StoredStory,
  type StoryFile,
  type StoryHeader,
  type StorySnapshot,
} from '../disk/storyStore'
import type { StoryHeads } from '../records/shapes'
import { ChangeLog, segmentName } from './updates/changeLog'
import { IncomingMerge } from './incoming'
import { LEDGER_FILE, LedgerFile, missingSince } from './ledger/ledgerFile'
import { SNAPSHOT_FOLDER, SnapshotFiles } from './snapshotFiles'
import { aboutStory, checkFolderName, headerOf, logStart, STATE_FILE, stateFile } from './updates/stateFile'
import { StoryRecordReader } from './storyRecord'
import { stampOf, STORY_FILE } from './storyStamp'
import { leavesOut, assertLoads } from './updates/verifyState'
import { messageOf } from '../../story/text/messageOf'

/** A story as StoredStory, with its repairs as they were found. */
export type LoadedStory = Omit<StoredStory, 'repairs'> & { readonly repairs: readonly Repair[] }

interface Batch {
  readonly updates: Uint8Array[]
  readonly done: Promise<void>
}
/** Bytes of one file that was set aside; a larger one is listed without its content. */
const LARGEST_SET_ASIDE = 1_000_000

export class StoryFolder {
  readonly snapshots: SnapshotFiles
  private readonly sequencer = new Sequencer()
  /** The story file is looked at before it is replaced again. */
  private readonly writingFile = new Sequencer()
  private readonly state: DurableFile
  private readonly log: ChangeLog
  private readonly ledger: LedgerFile
  private readonly record: StoryRecordReader
  private readonly incoming: IncomingMerge
  /** Nobody knows whether a merge is done. Nothing more is written. */
  private stuck: StorageError | undefined
  /** Takes further changes until its turn to be written comes. */
  private gathering: Batch | undefined
  private ready = false
  private header: StoryHeader | undefined
  /** Leftovers that could not be removed. The next loading tells of them. */
  private notes: Repair[] = []

  constructor(
    private readonly files: FileLayer,
    readonly folder: string,
    readonly id: string,
    pool: FileHandlePool,
    private readonly writable: boolean,
  ) {
    this.state = stateFile(files, folder)
    this.log = new ChangeLog(files, folder, pool, writable)
    this.ledger = new LedgerFile(
      files,
      join(folder, LEDGER_FILE),
      pool,
      writable,
      async () => this.log.ledgerHead((await this.record.find()).record?.heads)?.bytes ?? 0,
    )
    this.record = new StoryRecordReader(files, folder)
    this.incoming = new IncomingMerge(files, folder)
    this.snapshots = new SnapshotFiles(files, folder)
  }

  /** Runs `work` while nothing is written to log and ledger. */
  whileStill<T>(work: () => Promise<T>): Promise<T> {
    return this.sequencer.queue(() => this.ledger.whileStill(work))
  }

  /**
   * Runs `work`, which may take the folder away, while nothing is written to log and ledger and neither is open: a file
   * that is still open could be written to after it was removed.
   */
  whileClosed<T>(work: () => Promise<T>): Promise<T> {
    return this.whileStill(async () => {
      await this.log.release()
      await this.ledger.release()
      return work()
    })
  }

  load(): Promise<LoadedStory> {
    return this.sequencer.queue(async () => {
      const coming = await this.finishMerge()
      const { header, updates, repairs } = await this.readDocument()
      this.record.remember()
      const read = await this.ledger.read()
      const known = new Set(read.entries.map(({ hash }) => hash))
      const more = (coming.incoming?.entries ?? []).filter(({ hash }) => !known.has(hash))
      const ledger = { ...read, entries: [...read.entries, ...more], repairs: [...read.repairs, ...coming.damage] }
      const missing = await this.missing(ledger.entries)
      const notes = this.notes
      this.notes = []
      return {
        ...header,
        updates: coming.incoming ? [...updates, ...changesOf(coming.incoming)] : updates,
        ledger: ledger.entries,
        repairs: [...repairs, ...ledger.repairs, ...missing, ...notes],
        losses: lossesOf([...repairs, ...ledger.repairs, ...missing]),
      }
    })
  }

  /** See StoryStore.mergeStory. Nothing else is written to log and ledger meanwhile. */
  merge(incoming: IncomingStory): Promise<void> {
    // Changes that are appended from now on come after it.
    this.gathering = undefined
    return this.sequencer.queue(async () => {
      await this.makeReady()
      await this.ledger.check(incoming.entries)
      try {
        await this.incoming.write(incoming)
      } catch (error) {
        // It may be there all the same. When it is not, or can be taken away, nothing was merged.
        if (this.incoming.isThere) await this.incoming.remove().catch(() => (this.stuck = this.incoming.stuck()))
        throw this.stuck ?? error
      }
      try {
        await this.putIncoming(incoming)
      } catch {
        throw (this.stuck = this.incoming.stuck())
      }
    })
  }

  /** Every part may be in its place already: a change twice is one change, and the ledger knows what it has. */
  private async putIncoming({ update, entries, snapshots }: IncomingStory): Promise<void> {
    await this.log.append(changesOf({ update }))
    await this.ledger.append(await this.ledger.lacks(entries))
    const there = new Set(await this.snapshots.numbers())
    for (const snapshot of snapshots) if (!there.has(snapshot.n)) await this.snapshots.write(snapshot)
    await this.log.append([], this.ledger.end)
    await this.incoming.remove()
  }

  /** Finishes a merge that a crash interrupted. A process that may not write is given what is still to come. */
  private async finishMerge(): Promise<Awaited<ReturnType<IncomingMerge['read']>>> {
    const found = await this.incoming.read()
    if (!this.writable || this.stuck) return found
    if (found.damage.length > 0) await this.incoming.setAside()
    if (!found.incoming) return found
    await this.readDocument()
    await this.putIncoming(found.incoming)
    return { damage: [] }
  }

  private throwIfStuck(): void {
    if (this.stuck) throw this.stuck
  }

  /** What log and ledger lack at their ends, according to the record. */
  private async missing(entries: readonly LedgerEntry[]): Promise<readonly Repair[]> {
    const { record, damage } = await this.record.find()
    const heads = record?.heads
    const head = this.log.ledgerHead(heads)
    return [
      ...damage,
      ...(heads ? this.log.missingSince(heads) : []),
      ...(head ? missingSince(LEDGER_FILE, head, entries) : []),
    ]
  }

  /** Changes that come while another write is under way go to the disk together in the next one. */
  append(update: Uint8Array): Promise<void> {
    const batch = this.gathering ?? this.startBatch()
    batch.updates.push(update)
    return batch.done
  }

  private startBatch(): Batch {
    const updates: Uint8Array[] = []
    const done = this.sequencer.queue(async () => {
      if (this.gathering?.updates === updates) this.gathering = undefined
      this.throwIfStuck()
      await this.makeReady()
      await this.log.append(updates, this.ledger.end)
    })
    this.gathering = { updates, done }
    return this.gathering
  }

  /**
   * Appends to the ledger. The log then notes how far the ledger goes, so that a cut at its end is noticed: with the
   * next change, or at once when none waits.
   */
  async appendLedger(entries: readonly LedgerEntry[]): Promise<void> {
    this.throwIfStuck()
    await this.ledger.append(entries)
    // The entries are on the disk, even if the note fails. The next change tells what is wrong with the log.
    await this.sequencer.queue(() => this.noteLedger()).catch(() => undefined)
  }

  private async noteLedger(): Promise<void> {
    await this.makeReady()
    await this.log.append([], this.ledger.end)
  }

  /**
   * Replaces the state. Rejects, and changes nothing, when `state` does not load or lacks anything that is on the
   * disk.
   */
  compact(state: Uint8Array): Promise<void> {
    // Changes that are appended from now on belong to the log after this state.
    this.gathering = undefined
    return this.sequencer.queue(async () => {
      this.throwIfStuck()
      const { header, updates } = await this.readForCompaction()
      const verify = (content: Uint8Array): void => {
        assertLoads(content)
        if (leavesOut(content, updates)) throw incompleteState(this.state.path)
      }
      // Before the write: it may reject although the new state is in place, and then the log must already go on where
      // that state looks for it.
      const start = await this.log.moveOn()
      await this.state.write(state, aboutStory(header, start), verify)
      await this.dropOldSegments()
    })
  }

  /**
   * What a new state must hold. If both states rotted while the story is open, its owner's memory is the better one.
   */
  private async readForCompaction(): Promise<{
    readonly header: StoryHeader
    readonly updates: readonly Uint8Array[]
  }> {
    try {
      return await this.readDocument()
    } catch (error) {
      if (!this.header || !this.ready || !isStorageError(error, 'DAMAGED')) throw error
      return { header: this.header, updates: [] }
    }
  }

  /** Keeps the changes since the previous state: without them it would be of no use. */
  private async dropOldSegments(): Promise<void> {
    try {
      const previous = await this.state.readPrevious()
      if (previous) await this.log.dropBefore(logStart(previous.envelope.about, this.state.path).segment)
    } catch (error) {
      const why = messageOf(error)
      this.notes.push({ file: this.folder, what: storageText('storyFolder.oldLogsStay', { why }), kind: 'damage' })
    }
  }

  /** Resolves with the stamp of the files. '' when where the log ends is not known yet. */
  writeStoryFile(file: StoryFile): Promise<string> {
    // Read before anything is awaited: a change that reaches the disk meanwhile is not in `file`.
    const heads = this.heads
    return this.writingFile.queue(async () => {
      this.throwIfStuck()
      this.record.forget()
      const header = await this.known()
      await this.record.write({ header, snapshot: file, heads })
      const facts = this.files.factsNow(join(this.folder, STORY_FILE))
      return facts && heads ? stampOf(facts, heads) : ''
    })
  }

  /** Writes the record with the story file it had, and with where log and ledger end now. Call `load` first. */
  async rewriteRecord(): Promise<void> {
    this.record.forget()
    const { record } = await this.record.find()
    const header = await this.known()
    await this.record.write({ header, snapshot: record?.snapshot ?? null, heads: this.heads })
  }

  async readStoryFile(): Promise<StoryFile | undefined> {
    const { record } = await this.record.find()
    this.record.forget()
    const file = record?.snapshot
    // A folder of another name: to open the story says so.
    if (!file || file.summary.id !== this.id) return undefined
    return record.heads && (await this.hasGrownSince(record.heads)) ? { ...file, stale: true } : file
  }

  private get heads(): StoryHeads | null {
    const { ready, log, ledger } = this
    return ready && ledger.end ? { ...log.end, ledger: ledger.end } : null
  }

  /** Compares sizes only, so that a list of a thousand stories does not read their logs. */
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
      throw storageErrorFrom(error, join(this.folder, name), storageText('safe.nothingChanged'))
    }
  }

  async writeSnapshot(snapshot: StorySnapshot): Promise<void> {
    await this.known()
    await this.snapshots.write(snapshot)
  }

  async listSetAside(): Promise<readonly SetAside[]> {
    const names = await this.files.list(this.folder).catch((error: unknown) => {
      throw storageErrorFrom(error, this.folder, storageText('safe.nothingChanged'))
    })
    const found: SetAside[] = []
    for (const name of names.filter((other) => SET_ASIDE.test(other))) {
      const path = join(this.folder, name)
      const { modified, size } = await this.files.facts(path)
      found.push({
        name,
        at: new Date(modified).toISOString(),
        content: size > LARGEST_SET_ASIDE ? new Uint8Array() : Uint8Array.from(await this.files.readAll(path)),
      })
    }
    return found.sort((a, b) => (a.at < b.at ? -1 : 1))
  }

  async close(): Promise<void> {
    await this.sequencer.queue(() => this.log.release())
  }

  /** Call it before writing anything: the first reading deletes temporaries that a crash left. */
  private async known(): Promise<StoryHeader> {
    if (this.ready && this.header) return this.header
    return this.sequencer.queue(async () => {
      await this.makeReady()
      return this.header ?? headerOf(await readExisting(this.state))
    })
  }

  private async makeReady(): Promise<void> {
    if (!this.ready) await this.readDocument()
  }

  private async readDocument(): Promise<{
    readonly header: StoryHeader
    readonly updates: readonly Uint8Array[]
    readonly repairs: readonly Repair[]
  }> {
    const reading = await readExisting(this.state)
    checkFolderName(headerOf(reading), this.folder)
    try {
      if (this.writable) await this.sweep()
      const log = await this.log.read(logStart(reading.envelope.about, this.state.path))
      this.ready = true
      this.header = headerOf(reading)
      return {
        header: this.header,
        updates: [Uint8Array.from(reading.content), ...log.updates],
        repairs: [...rebuiltIn(reading), ...reading.repairs, ...log.repairs],
      }
    } catch (error) {
      throw storageErrorFrom(error, this.folder, storageText('safe.nothingChanged'))
    }
  }

  /** Deletes what a crash left half-written. Only once, before this process writes temporaries of its own. */
  private async sweep(): Promise<void> {
    if (this.ready) return
    await sweepTemporaries(this.files, this.folder)
    await sweepTemporaries(this.files, join(this.folder, SNAPSHOT_FOLDER))
  }
}

/** The doctor rebuilt the story: known until the state is written again, after Stet noted the loss. */
function rebuiltIn({ envelope: { about } }: DurableReading): readonly Repair[] {
  const rebuilt = about?.['rebuilt']
  if (rebuilt === undefined) return []
  const loss = { kind: 'log', where: `rebuilt before ${segmentName(Number(rebuilt))}` } as const
  return [{ file: STATE_FILE, what: storageText('state.rebuilt'), kind: 'damage', loss }]
}

/** `path`: of the state that would be replaced. */
export const incompleteState = (path: string): StorageError =>
  new StorageError(
    path,
    storageText('state.incomplete'),
    storageText('safe.savedBefore'),
    storageText('next.openStoryAgain'),
    'INCOMPLETE',
  )

/** An empty update is no change, and no Yjs update: nobody could read it again. */
const changesOf = ({ update }: Pick<IncomingStory, 'update'>): readonly Uint8Array[] =>
  update.length > 0 ? [update] : []

async function readExisting(state: DurableFile): Promise<DurableReading> {
  const reading = await state.read()
  if (reading) return reading
  throw new StorageError(
    state.path,
    storageText('what.missing'),
    storageText('safe.otherStories'),
    storageText('next.plugInOrBackup'),
    'ENOENT',
  )
}

async function sweepTemporaries(files: FileLayer, folder: string): Promise<void> {
  const names = await files.list(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const name of names) {
    if (!name.startsWith('.') || !name.endsWith(TEMPORARY)) continue
    try {
      await files.remove(join(folder, name))
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
}
