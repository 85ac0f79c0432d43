/** The library in plain files. Made by openLibrary. */
import { basename, join } from 'node:path'
import { storageText } from '../catalogue/rooms/storage'
import type { DeskWords } from '../story/desk/deskWords'
import type { StoredPin } from '../story/desk/pin'
import type { LibrarySettings, Person } from '../story/desk/roster'
import type { Source } from '../story/desk/source'
import type { LedgerEntry } from '../story/ledger/ledgerEntry'
import type { SealedLedger } from '../story/ledger/libraryEvent'
import type { KeysRecord } from '../story/trust/storedKey'
import type { BackupMade, LibraryReport, UnusedFile } from '../story/requests/requests'
import { backUpLibrary } from './backup/backUpLibrary'
import { FileHandlePool } from './disk/appendFile'
import { ContentFiles } from './disk/contentFiles'
import { TEMPORARY } from './disk/durableFile'
import { Damaged, peekHeader, TooNew } from './disk/envelope'
import { isMissing, type FileLayer } from './disk/fileLayer'
import { repairLine } from './disk/repair'
import { Sequencer } from './disk/sequencer'
import { storageErrorFrom } from './disk/storageError'
import { checkStoryId, isStoryId, noSuchStory } from './disk/storyId'
import {
  StorageError,
  type BackUpRequest,
  type FileCheck,
  type FileIntake,
  type InitialStory,
  type LibraryFacts,
  type SetAside,
  type StoredFile,
  type StoredStory,
  type StoryFile,
  type StoryHeader,
  type StorySnapshot,
  type StoryStore,
} from './disk/storyStore'
import { examineLibrary } from './doctor/examineLibrary'
import type { LibraryLock, LockContent } from './owner/libraryLock'
import { LockWatch } from './owner/lockWatch'
import type { OwnerHandler, OwnerSocket } from './owner/ownerSocket'
import { recordsOf, type LibraryRecords } from './records/libraryRecords'
import { readLibraryFacts, savedLedgerHead } from './records/readLibraryFacts'
import { rosterRecord, type LedgerHead, type LibraryRecord } from './records/shapes'
import { standInId, survivingLibrary } from './records/survivors'
import type { RecordHead } from './records/twinFile'
import type { TwinRecord } from './records/twinRecord'
import { StoryFolderMaker } from './story/createStoryFolder'
import { HEADS_FILE, HEADS_TWIN, HeadsFile } from './story/headsFile'
import { readLedgerEnds } from './story/ledgerEnds'
import { LibraryLedger } from './story/libraryLedger'
import { STATE_FILE } from './story/stateFile'
import { StoryFolder } from './story/storyFolder'
import { defined } from '../story/text/defined'

/**
 * What makes a library writable: the lock, and the socket through which other processes reach its owner. A command
 * has no socket.
 */
export interface Ownership {
  readonly lock: LibraryLock
  readonly socket?: OwnerSocket
}

export class FileStore implements StoryStore {
  private readonly pool = new FileHandlePool()
  /** Promises, so that concurrent calls reach a story in call order. */
  private readonly stories = new Map<string, Promise<StoryFolder>>()
  /** Story id → when it was created, for the order of the list. */
  private readonly created = new Map<string, string>()
  /** Changes of the small files, and readings that must see them all at one moment. */
  private readonly recordsWriting = new Sequencer()
  private readonly making: StoryFolderMaker
  private readonly backingUp = new Sequencer()
  private closing: Promise<void> | undefined
  private closed = false
  private readonly lockWatch: LockWatch | undefined
  private readonly contents: ContentFiles
  private readonly libraryLedger: LibraryLedger
  private readonly heads: HeadsFile
  private readonly intakes = new Set<FileIntake>()
  private readonly pending = new Set<Promise<unknown>>()

  constructor(
    private readonly files: FileLayer,
    readonly place: string,
    private readonly records: LibraryRecords,
    private readonly ownership: Ownership | undefined,
  ) {
    this.contents = new ContentFiles(files, join(place, 'evidence'))
    this.making = new StoryFolderMaker(files, place)
    this.lockWatch = ownership && new LockWatch(ownership.lock)
    const ledgerAt = (saved: () => Promise<LedgerHead | undefined>, name?: string): LibraryLedger =>
      new LibraryLedger(files, place, this.pool, ownership !== undefined, () => this.checkMarker(), saved, name)
    this.libraryLedger = ledgerAt(() => savedLedgerHead(records))
    const heads = [HEADS_FILE, HEADS_TWIN].map((name) => ledgerAt(() => Promise.resolve(undefined), name))
    this.heads = new HeadsFile(heads as [LibraryLedger, LibraryLedger], ownership !== undefined)
  }

  get writable(): boolean {
    return this.ownership !== undefined && !this.closed && !this.lockWatch?.isLost
  }
  /** Undefined unless this process owns the library. */
  get lock(): LockContent | undefined {
    return this.ownership?.lock.content
  }

  /** Answers the requests that other processes send through the owner's socket. Until it is called, they wait. */
  serve(handler: OwnerHandler): void {
    this.ownership?.socket?.answerWith(handler)
  }

  readLibrary(): Promise<LibraryFacts> {
    return this.reading(() =>
      this.recordsWriting.queue(async () =>
        readLibraryFacts(this.records, await this.libraryLedger.read(), this.place, this.writable),
      ),
    )
  }

  recordHeads(): Readonly<Record<string, RecordHead>> {
    return Object.fromEntries(
      recordsOf(this.records).flatMap(({ kind, file: { head } }) => (head ? [[kind, head]] : [])),
    )
  }

  writeSettings(settings: LibrarySettings): Promise<void> {
    return this.changeLibrary({ settings })
  }
  writeRoster(people: readonly Person[], pins: readonly StoredPin[]): Promise<void> {
    return this.writing(() => this.writeKnown(this.records.roster, () => rosterRecord(people, pins)))
  }
  writeSources(sources: readonly Source[]): Promise<void> {
    return this.writing(() => this.writeKnown(this.records.sources, () => ({ sources })))
  }
  writeWords(words: DeskWords): Promise<void> {
    return this.writing(() => this.writeKnown(this.records.words, () => ({ words })))
  }

  writeKeys(keys: KeysRecord): Promise<void> {
    return this.writing(() => this.writeKnown(this.records.keys, () => keys))
  }
  markKeys(libraryKey: string): Promise<void> {
    return this.changeLibrary({ libraryKey })
  }
  private changeLibrary(change: Partial<LibraryRecord>): Promise<void> {
    const { library } = this.records
    return this.writing(() =>
      this.writeKnown(library, async () => {
        const reading = await library.survey()
        return { ...(reading.present ?? survivingLibrary(reading, standInId(this.place))), ...change }
      }),
    )
  }

  headsRepaired(): readonly string[] {
    return this.heads.healed ? [repairLine(this.heads.healed)] : []
  }
  readHeads(): Promise<readonly LedgerEntry[] | undefined> {
    return this.reading(() => this.heads.read())
  }
  appendHeads(entries: readonly LedgerEntry[]): Promise<void> {
    return this.writing(() => this.heads.append(entries))
  }
  replaceHeads(entries: readonly LedgerEntry[]): Promise<void> {
    return this.writing(() => this.heads.replace(entries))
  }
  readLedgerEnds(): Promise<Readonly<Record<string, SealedLedger>>> {
    return this.reading(() => readLedgerEnds(this.files, this.place))
  }

  readLibraryLedger(): Promise<readonly LedgerEntry[]> {
    return this.reading(async () => (await this.libraryLedger.read()).entries)
  }
  appendLibraryLedger(entries: readonly LedgerEntry[]): Promise<void> {
    return this.writing(() => this.libraryLedger.append(entries))
  }

  /** The envelope notes where the library's ledger ends: a ledger that is shorter later has lost entries. */
  private writeKnown<T>(record: TwinRecord<T>, data: () => T | Promise<T>): Promise<void> {
    return this.recordsWriting.queue(async () => {
      await this.checkMarker()
      const { end } = this.libraryLedger
      const about = end && { ledgerBytes: end.bytes, ledgerSeq: end.seq, ledgerHash: end.hash }
      await record.write(await data(), about)
    })
  }

  /** Rejects unless library.json or its twin is there, whole or not: nothing is made on an unplugged drive. */
  private async checkMarker(): Promise<void> {
    const { file } = this.records.library
    const names = await this.files.list(this.place).catch((): readonly string[] => [])
    if ([file.path, file.twinPath].some((path) => names.includes(basename(path)))) return
    await this.records.library.read()
  }

  listStories(): Promise<readonly string[]> {
    return this.reading(async () => {
      const ids = (await this.namesIn(join(this.place, 'stories'))).filter(isStoryId)
      for (const id of ids) if (!this.created.has(id)) await this.noteCreated(id)
      const key = (id: string): string => `${this.created.get(id) ?? '\uffff'} ${id}`
      return ids.sort((a, b) => (key(a) < key(b) ? -1 : 1))
    })
  }

  private async noteCreated(id: string): Promise<void> {
    const path = join(this.place, 'stories', id, STATE_FILE)
    try {
      const file = await this.files.open(path, 'read')
      try {
        const created = peekHeader('bytes', await file.readStart(16_384)).about?.['created']
        if (typeof created === 'string') this.created.set(id, created)
      } finally {
        await file.close()
      }
    } catch (error) {
      // The story stays in the list, at its end. Loading it says what is wrong.
      if (!isMissing(error) && !(error instanceof Damaged) && !(error instanceof TooNew))
        throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
    }
  }

  createStory(header: StoryHeader, state: Uint8Array, first?: InitialStory): Promise<void> {
    return this.writing(async () => {
      await this.making.make(header, state, first)
      this.created.set(header.id, header.created)
    })
  }

  loadStory(id: string): Promise<StoredStory> {
    return this.reading(async () => {
      const { repairs, ...story } = await (await this.story(id)).load()
      return { ...story, repairs: repairs.map(repairLine) }
    })
  }
  appendUpdate(id: string, update: Uint8Array): Promise<void> {
    const bytes = Uint8Array.from(update)
    return this.writing(async () => (await this.story(id)).append(bytes))
  }
  appendLedger(id: string, entries: readonly LedgerEntry[]): Promise<void> {
    return this.writing(async () => (await this.story(id)).appendLedger(entries))
  }
  compactStory(id: string, state: Uint8Array): Promise<void> {
    const bytes = Uint8Array.from(state)
    return this.writing(async () => (await this.story(id)).compact(bytes))
  }
  writeStoryFile(id: string, snapshot: StoryFile): Promise<void> {
    return this.writing(async () => (await this.story(id)).writeStoryFile(snapshot))
  }
  readStoryFile(id: string): Promise<StoryFile | undefined> {
    return this.reading(async () => (await this.story(id)).readStoryFile())
  }
  writeSnapshot(id: string, snapshot: StorySnapshot): Promise<void> {
    return this.writing(async () => (await this.story(id)).writeSnapshot(snapshot))
  }
  listSnapshots(id: string): Promise<readonly StorySnapshot[]> {
    return this.reading(async () => (await this.story(id)).snapshots.list())
  }
  snapshotNumbers(id: string): Promise<readonly number[]> {
    return this.reading(async () => (await this.story(id)).snapshots.numbers())
  }
  readSnapshot(id: string, n: number): Promise<StorySnapshot> {
    return this.reading(async () => (await this.story(id)).snapshots.read(n))
  }
  listSetAside(id: string): Promise<readonly SetAside[]> {
    return this.reading(async () => (await this.story(id)).listSetAside())
  }
  removeSnapshot(id: string, n: number): Promise<void> {
    return this.writing(async () => (await this.story(id)).snapshots.remove(n))
  }

  examine({
    repair,
    open,
    now,
  }: {
    readonly repair: boolean
    readonly open: ReadonlySet<string>
    readonly now?: string
  }): Promise<LibraryReport> {
    const check = (): Promise<LibraryReport> =>
      examineLibrary({
        folder: this.place,
        files: this.files,
        repair,
        open,
        ...defined({ now }),
        whileStill: async (id, work) => {
          const story = await this.stories.get(id)
          try {
            return await (story ? story.whileStill(work) : work())
          } finally {
            // Even after an error: the doctor may have written a new log, and only a new reading finds its end.
            if (repair && !open.has(id)) this.stories.delete(id)
          }
        },
      })
    return repair ? this.writing(() => this.making.whileNoneIsMade(check)) : this.reading(check)
  }

  removeUnused({
    open,
    now,
  }: {
    readonly open: ReadonlySet<string>
    readonly now: string
  }): Promise<readonly UnusedFile[]> {
    return this.writing(async () => {
      const { ok, unused = [] } = await this.examine({ repair: false, open, now })
      if (!ok)
        throw new StorageError(
          this.place,
          storageText('tidy.notWhole'),
          storageText('safe.nothingRemoved'),
          storageText('next.repairThenTidy'),
          'DAMAGED',
        )
      const removed: UnusedFile[] = []
      for (const file of unused) if (await this.contents.removeIfAsOld(file)) removed.push(file)
      return removed
    })
  }

  backUp(request: BackUpRequest): Promise<BackupMade> {
    return this.writing(() =>
      this.backingUp.queue(async () => {
        const { id } = await this.records.library.read()
        return backUpLibrary({
          ...request,
          files: this.files,
          folder: this.place,
          library: id,
          whileStill: async (story, work) => (await this.story(story)).whileStill(work),
          whileRecordsStill: (work) => this.recordsWriting.queue(() => this.libraryLedger.whileStill(work)),
          throwIfStopped: () => {
            if (this.closed) throw this.isClosed()
          },
        })
      }),
    )
  }

  takeFile(): Promise<FileIntake> {
    return this.writing(async () => {
      await this.checkMarker()
      const intake: FileIntake = await this.contents.take(() => this.intakes.delete(intake))
      this.intakes.add(intake)
      return intake
    })
  }
  claimFile(sha256: string): Promise<boolean> {
    return this.writing(() => this.contents.claim(sha256))
  }
  checkFile(sha256: string, { read }: { readonly read: boolean }): Promise<FileCheck> {
    return this.reading(() => this.contents.check(sha256, read))
  }
  openFile(sha256: string): Promise<StoredFile | undefined> {
    return this.reading(() => this.contents.open(sha256))
  }

  close(): Promise<void> {
    this.closing ??= this.closeNow()
    return this.closing
  }

  private async closeNow(): Promise<void> {
    // First the socket, because requests of other processes may still write.
    await this.ownership?.socket?.stop()
    this.closed = true
    await Promise.allSettled([...this.pending])
    // Deletes what is half-copied.
    for (const intake of [...this.intakes]) await intake.drop()
    for (const story of this.stories.values()) await (await story).close()
    await this.pool.closeAll()
    await this.ownership?.lock.release()
  }

  private story(id: string): Promise<StoryFolder> {
    const known = this.stories.get(id)
    if (known) return known
    const opening = this.openStory(id)
    this.stories.set(id, opening)
    opening.catch(() => this.stories.delete(id))
    return opening
  }

  private async openStory(id: string): Promise<StoryFolder> {
    const folder = join(this.place, 'stories')
    if (!(await this.namesIn(folder)).includes(checkStoryId(this.place, id))) throw noSuchStory(this.place, id)
    return new StoryFolder(this.files, join(folder, id), id, this.pool, this.ownership !== undefined)
  }

  private async namesIn(folder: string): Promise<string[]> {
    try {
      return (await this.files.list(folder)).filter((name) => !name.endsWith(TEMPORARY))
    } catch (error) {
      throw storageErrorFrom(error, folder, storageText('safe.nothingChanged'))
    }
  }

  private async reading<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed) throw this.isClosed()
    return this.watched(work())
  }

  private async writing<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed) throw this.isClosed()
    if (!this.ownership)
      throw new StorageError(
        this.place,
        storageText('library.readOnly'),
        storageText('safe.nothingChanged'),
        storageText('next.useOwner'),
        'READONLY',
      )
    const checking = this.lockWatch?.check()
    if (checking) void this.watched(checking)
    if (this.lockWatch?.isLost)
      throw new StorageError(
        this.place,
        storageText('library.lockLost'),
        storageText('safe.savedAndOpenWindow'),
        storageText('next.copyAndReopen'),
        'LOCKLOST',
      )
    return this.watched(work())
  }

  private watched<T>(work: Promise<T>): Promise<T> {
    this.pending.add(work)
    const over = (): void => {
      this.pending.delete(work)
    }
    work.then(over, over)
    return work
  }

  private isClosed(): StorageError {
    return new StorageError(
      this.place,
      storageText('library.closed'),
      storageText('safe.saved'),
      storageText('next.openAgain'),
      'CLOSED',
    )
  }
}
