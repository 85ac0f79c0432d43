/** One story on disk: its state and the changes since, its ledger, its readable file, its snapshots. */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { FileHandlePool } from '../disk/appendFile'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { lossesOf, type Repair } from '../disk/damaged/repair'
import { Sequencer } from '../disk/sequencer'
import { StorageError, storageErrorFrom } from '../disk/storageError'
import type { IncomingStory, SetAside, StoredStory, StoryFile, StoryHeader, StorySnapshot } from '../disk/storyStore'
import type { StoryHeads } from '../records/shapes'
import { filesSetAside } from './filesSetAside'
import { segmentName } from './updates/changeLog'
import { checkFolderName } from './updates/stateFile'
import { StoredDocument } from './updates/storedDocument'
import { IncomingMerge } from './incoming'
import { LEDGER_FILE, LedgerFile, missingSince } from './ledger/ledgerFile'
import { SnapshotFiles } from './snapshotFiles'
import { StoryRecordReader } from './storyRecord'
import { stampOf, STORY_FILE } from './storyStamp'

/** A story as StoredStory, with its repairs as they were found. */
export type LoadedStory = Omit<StoredStory, 'repairs'> & { readonly repairs: readonly Repair[] }

interface Batch {
  readonly updates: Uint8Array[]
  readonly done: Promise<void>
}

export class StoryFolder {
  readonly snapshots: SnapshotFiles
  private readonly sequencer = new Sequencer()
  /** The story file is looked at before it is replaced again. */
  private readonly writingFile = new Sequencer()
  private readonly document: StoredDocument
  private readonly ledger: LedgerFile
  private readonly record: StoryRecordReader
  private readonly incoming: IncomingMerge
  /** Nobody knows whether a merge is done. Nothing more is written. */
  private stuck: StorageError | undefined
  /** Takes further changes until its turn to be written comes. */
  private gathering: Batch | undefined
  /** Leftovers that could not be removed. The next loading tells of them. */
  private notes: Repair[] = []

  constructor(
    private readonly files: FileLayer,
    readonly folder: string,
    readonly id: string,
    pool: FileHandlePool,
    private readonly writable: boolean,
  ) {
    this.document = new StoredDocument(files, folder, pool, writable)
    this.ledger = new LedgerFile(
      files,
      join(folder, LEDGER_FILE),
      pool,
      writable,
      async () => this.document.log.ledgerHead((await this.record.find()).record?.heads)?.bytes ?? 0,
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
      await this.document.log.release()
      await this.ledger.release()
      return work()
    })
  }

  load(): Promise<LoadedStory> {
    return this.sequencer.queue(async () => {
      const coming = await this.finishMerge()
      const { header, updates, repairs } = await this.document.read()
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

  /** Loads the story without its document. The story file tells whose history it is, and where it ended. */
  loadHistory(): Promise<LoadedStory> {
    return this.sequencer.queue(async () => {
      this.record.forget()
      const { record, damage } = await this.record.find()
      if (!record)
        throw new StorageError(
          join(this.folder, STORY_FILE),
          storageText('storyRecord.damagedTwice'),
          storageText('safe.otherStories'),
          storageText('next.backup'),
          'DAMAGED',
        )
      checkFolderName(record.header, this.folder)
      const end = record.heads?.ledger
      const { entries, repairs } = await this.ledger.read(end?.bytes ?? 0)
      const all = [...damage, ...repairs, ...(end ? missingSince(LEDGER_FILE, end, entries) : [])]
      return { ...record.header, updates: [], ledger: entries, repairs: all, losses: lossesOf(all) }
    })
  }

  /** See StoryStore.mergeStory. Nothing else is written to log and ledger meanwhile. */
  merge(incoming: IncomingStory): Promise<void> {
    // Changes that are appended from now on come after it.
    this.gathering = undefined
    return this.sequencer.queue(async () => {
      await this.document.makeReady()
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
    await this.document.log.append(changesOf({ update }))
    await this.ledger.append(await this.ledger.lacks(entries))
    const there = new Set(await this.snapshots.numbers())
    for (const snapshot of snapshots) if (!there.has(snapshot.n)) await this.snapshots.write(snapshot)
    await this.document.log.append([], this.ledger.end)
    await this.incoming.remove()
  }

  /** Finishes a merge that a crash interrupted. A process that may not write is given what is still to come. */
  private async finishMerge(): Promise<Awaited<ReturnType<IncomingMerge['read']>>> {
    const found = await this.incoming.read()
    if (!this.writable || this.stuck) return found
    if (found.damage.length > 0) await this.incoming.setAside()
    if (!found.incoming) return found
    await this.document.read()
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
    const head = this.document.log.ledgerHead(heads)
    return [
      ...damage,
      ...(heads ? this.document.log.missingSince(heads) : []),
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
      await this.document.makeReady()
      await this.document.log.append(updates, this.ledger.end)
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
    await this.document.makeReady()
    await this.document.log.append([], this.ledger.end)
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
      this.notes.push(...(await this.document.compact(state)))
    })
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
    const { document, ledger } = this
    return document.known && ledger.end ? { ...document.log.end, ledger: ledger.end } : null
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

  listSetAside(): Promise<readonly SetAside[]> {
    return filesSetAside(this.files, this.folder)
  }

  async close(): Promise<void> {
    await this.sequencer.queue(() => this.document.log.release())
  }

  /** Makes the document ready to be written to. Takes its turn only if it is not. */
  private async known(): Promise<StoryHeader> {
    return this.document.known ?? this.sequencer.queue(() => this.document.makeReady())
  }
}

/** An empty update is no change, and no Yjs update: nobody could read it again. */
const changesOf = ({ update }: Pick<IncomingStory, 'update'>): readonly Uint8Array[] =>
  update.length > 0 ? [update] : []
