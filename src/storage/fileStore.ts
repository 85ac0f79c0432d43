/** The library in plain files. Made by openLibrary. */
import { join } from 'node:path'
import type { DeskWords } from '../story/desk/deskWords'
import type { StoredPin } from '../story/desk/pin'
import type { LibrarySettings, Person } from '../story/desk/roster'
import type { Source } from '../story/desk/source'
import type { LedgerEntry } from '../story/ledger/ledgerEntry'
import type { LedgerEnds } from '../story/ledger/events/libraryEvent'
import type { KeysRecord } from '../story/trust/keys/storedKey'
import type { BackupMade, LibraryReport, UnusedFile } from '../story/requests/requests'
import { LibraryCopies } from './backup/libraryCopies'
import { FileHandlePool } from './disk/appendFile'
import { ContentFiles } from './disk/contentFiles'
import type { FileLayer } from './disk/fileLayer'
import { repairLine } from './disk/damaged/repair'
import type {
  ArchivedStories,
  ArchiveRequest,
  BackUpRequest,
  DeletedFolder,
  FileCheck,
  FileUpload,
  FinishedDeletions,
  IncomingStory,
  InitialStory,
  LibraryFacts,
  SetAside,
  SnapshotHead,
  SoleFile,
  StoredFile,
  StoredStory,
  StoryEntry,
  StoryFile,
  StoryHeader,
  StorySnapshot,
  StoryStore,
} from './disk/storyStore'
import { StoryDeleter } from './story/storyDeleter'
import { LibraryUpkeep } from './doctor/libraryUpkeep'
import { filesNamedIn } from './doctor/unusedFiles'
import { LibraryAccess, type Ownership } from './owner/libraryAccess'
import type { LockContent } from './owner/libraryLock'
import type { OwnerHandler } from './owner/ownerSocket'
import { archiveMarker } from './records/archiveMarker'
import type { LibraryRecords } from './records/libraryRecords'
import { readLibraryFacts, savedLedgerHead } from './records/readLibraryFacts'
import { rosterRecord, type LedgerHead } from './records/shapes'
import { RecordWriter } from './records/recordWriter'
import type { RecordHead } from './records/twinFile'
import { StoryFolderMaker } from './story/createStoryFolder'
import { headsFile, type HeadsFile } from './story/ledger/headsFile'
import { readLedgerEnds } from './story/ledger/ledgerEnds'
import type { LedgerTwin } from './story/ledger/ledgerFile'
import { LibraryLedger } from './story/ledger/libraryLedger'
import { StoryFolders } from './story/storyFolders'
import { libraryStamp } from './storyIndex/file/libraryStamp'
import { defined } from '../story/text/defined'

export class FileStore implements StoryStore {
  private readonly pool = new FileHandlePool()
  private readonly access: LibraryAccess
  private readonly recordWriter: RecordWriter
  private readonly stories: StoryFolders
  private readonly making: StoryFolderMaker
  private readonly deleter: StoryDeleter
  private readonly upkeep: LibraryUpkeep
  private readonly copies: LibraryCopies
  private closing: Promise<void> | undefined
  private readonly contents: ContentFiles
  private readonly libraryLedger: LibraryLedger
  private readonly heads: HeadsFile
  private readonly uploads = new Set<FileUpload>()

  constructor(
    private readonly files: FileLayer,
    readonly place: string,
    private readonly records: LibraryRecords,
    private readonly ownership: Ownership | undefined,
    readonly asFound = '',
    names?: readonly string[],
  ) {
    const owns = ownership !== undefined
    this.access = new LibraryAccess(place, ownership)
    this.recordWriter = new RecordWriter(files, place, records, () => this.libraryLedger.end)
    this.stories = new StoryFolders(files, place, this.pool, owns)
    this.contents = new ContentFiles(files, join(place, 'evidence'))
    this.making = new StoryFolderMaker(files, place)
    this.deleter = new StoryDeleter(files, place, names)
    const checkMarker = (): Promise<void> => this.recordWriter.checkMarker()
    const ledgerAt = (saved: () => Promise<LedgerHead | undefined>, name?: string, twin?: LedgerTwin): LibraryLedger =>
      new LibraryLedger(files, place, this.pool, owns, checkMarker, saved, name, twin)
    this.libraryLedger = ledgerAt(() => savedLedgerHead(records))
    this.heads = headsFile((...as) => ledgerAt(() => Promise.resolve(undefined), ...as), owns)
    const { stories, contents, recordWriter, libraryLedger: ledger } = this
    const library = { files, folder: place, stories, contents, throwIfStopped: () => this.access.throwIfClosed() }
    this.upkeep = new LibraryUpkeep({ ...library, deletions: this.deleter })
    this.copies = new LibraryCopies({ ...library, records, recordWriter, ledger })
  }

  get writable(): boolean {
    return this.access.writable
  }
  /** Undefined unless this process owns the library. */
  get lock(): LockContent | undefined {
    return this.ownership?.lock.content
  }

  stampNow(): string {
    return libraryStamp(this.files, this.place)
  }

  /** Answers the requests that other processes send through the owner's socket. Until it is called, they wait. */
  serve(handler: OwnerHandler): void {
    this.ownership?.socket?.answerWith(handler)
  }

  readLibrary(): Promise<LibraryFacts> {
    return this.access.reading(() =>
      this.recordWriter.whileStill(async () => {
        const marker = await archiveMarker(this.files, this.place).readIfThere()
        const facts = await readLibraryFacts(this.records, await this.libraryLedger.read(), this.place, this.writable)
        return { ...facts, ...defined({ archive: marker?.id }) }
      }),
    )
  }

  recordHeads(): Readonly<Record<string, RecordHead>> {
    return this.recordWriter.heads()
  }

  writeSettings(settings: LibrarySettings): Promise<void> {
    return this.access.writing(() => this.recordWriter.changeLibrary({ settings }))
  }
  writeRoster(people: readonly Person[], pins: readonly StoredPin[]): Promise<void> {
    return this.access.writing(() => this.recordWriter.write(this.records.roster, () => rosterRecord(people, pins)))
  }
  writeSources(sources: readonly Source[]): Promise<void> {
    return this.access.writing(() => this.recordWriter.write(this.records.sources, () => ({ sources })))
  }
  writeWords(words: DeskWords): Promise<void> {
    return this.access.writing(() => this.recordWriter.write(this.records.words, () => ({ words })))
  }

  writeKeys(keys: KeysRecord): Promise<void> {
    return this.access.writing(() => this.recordWriter.write(this.records.keys, () => keys))
  }
  markKeys(libraryKey: string): Promise<void> {
    return this.access.writing(() => this.recordWriter.changeLibrary({ libraryKey }))
  }

  headsRepaired(): readonly string[] {
    return this.heads.healed ? [repairLine(this.heads.healed)] : []
  }
  readHeads(): Promise<readonly LedgerEntry[] | undefined> {
    return this.access.reading(() => this.heads.read())
  }
  appendHeads(entries: readonly LedgerEntry[]): Promise<void> {
    return this.access.writing(() => this.heads.append(entries))
  }
  replaceHeads(entries: readonly LedgerEntry[]): Promise<void> {
    return this.access.writing(() => this.heads.replace(entries))
  }
  readLedgerEnds(): Promise<LedgerEnds> {
    return this.access.reading(() => readLedgerEnds(this.files, this.place))
  }

  readLibraryLedger(): Promise<readonly LedgerEntry[]> {
    return this.access.reading(async () => (await this.libraryLedger.read()).entries)
  }
  appendLibraryLedger(entries: readonly LedgerEntry[]): Promise<void> {
    return this.access.writing(() => this.libraryLedger.append(entries))
  }

  listStories(): Promise<readonly string[]> {
    return this.access.reading(() => this.stories.ids())
  }
  hasStory(id: string): Promise<boolean> {
    return this.access.reading(() => this.stories.has(id))
  }
  hasStamp(id: string, stamp: string): boolean {
    return this.stories.hasStamp(id, stamp)
  }
  stampFound(id: string): Promise<string> {
    return this.access.reading(() => this.stories.stampFound(id))
  }
  readEntry(id: string): Promise<StoryEntry | undefined> {
    return this.access.reading(() => this.stories.entry(id))
  }
  createStory(header: StoryHeader, state: Uint8Array, first?: InitialStory): Promise<void> {
    return this.access.writing(() => this.making.make(header, state, first))
  }

  loadStory(id: string): Promise<StoredStory> {
    return this.access.reading(async () => {
      const { repairs, ...story } = await (await this.stories.story(id)).load()
      return { ...story, repairs: repairs.map(repairLine) }
    })
  }
  loadHistory(id: string): Promise<StoredStory> {
    return this.access.reading(async () => {
      const { repairs, ...story } = await (await this.stories.story(id)).loadHistory()
      return { ...story, repairs: repairs.map(repairLine) }
    })
  }
  letGo(id: string): void {
    this.stories.letGo(id)
  }
  appendUpdate(id: string, update: Uint8Array): Promise<void> {
    const bytes = Uint8Array.from(update)
    return this.access.writing(async () => (await this.stories.story(id)).append(bytes))
  }
  appendLedger(id: string, entries: readonly LedgerEntry[]): Promise<void> {
    return this.access.writing(async () => (await this.stories.story(id)).appendLedger(entries))
  }
  mergeStory(id: string, incoming: IncomingStory): Promise<void> {
    return this.access.writing(async () => (await this.stories.story(id)).merge(incoming))
  }
  compactStory(id: string, state: Uint8Array): Promise<void> {
    const bytes = Uint8Array.from(state)
    return this.access.writing(async () => (await this.stories.story(id)).compact(bytes))
  }
  writeStoryFile(id: string, file: StoryFile): Promise<string> {
    return this.access.writing(async () => (await this.stories.story(id)).writeStoryFile(file))
  }
  readStoryFile(id: string): Promise<StoryFile | undefined> {
    return this.access.reading(async () => (await this.stories.story(id)).readStoryFile())
  }
  writeSnapshot(id: string, snapshot: StorySnapshot): Promise<void> {
    return this.access.writing(async () => (await this.stories.story(id)).writeSnapshot(snapshot))
  }
  listSnapshots(id: string): Promise<readonly StorySnapshot[]> {
    return this.access.reading(async () => (await this.stories.story(id)).snapshots.list())
  }
  snapshotNumbers(id: string): Promise<readonly number[]> {
    return this.access.reading(async () => (await this.stories.story(id)).snapshots.numbers())
  }
  readSnapshot(id: string, n: number): Promise<StorySnapshot> {
    return this.access.reading(async () => (await this.stories.story(id)).snapshots.read(n))
  }
  readSnapshotHead(id: string, n: number): Promise<SnapshotHead | undefined> {
    return this.access.reading(async () => (await this.stories.story(id)).snapshots.head(n))
  }
  listSetAside(id: string): Promise<readonly SetAside[]> {
    return this.access.reading(async () => (await this.stories.story(id)).listSetAside())
  }
  removeSnapshot(id: string, n: number): Promise<void> {
    return this.access.writing(async () => (await this.stories.story(id)).snapshots.remove(n))
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
    const check = (): Promise<LibraryReport> => this.upkeep.examine({ repair, open, ...defined({ now }) })
    return repair ? this.access.writing(() => this.making.whileNoneIsMade(check)) : this.access.reading(check)
  }

  deleteStory(id: string, decided: () => Promise<void>): Promise<DeletedFolder> {
    return this.access.writing(async () => {
      const story = await this.stories.story(id)
      return story.whileClosed(async () => {
        const named = await filesNamedIn(this.files, this.place, story.folder)
        const removed = await this.deleter.delete(id, decided)
        this.stories.forget(id)
        return { removed, files: named.map(({ sha256 }) => sha256) }
      })
    })
  }
  finishDeletions(isDeleted: (id: string) => boolean): Promise<FinishedDeletions> {
    return this.access.writing(() => this.deleter.finish(isDeleted))
  }
  storiesThere(ids: Iterable<string>): Promise<readonly string[]> {
    return this.access.reading(() => this.stories.there(ids))
  }
  filesOnlyOf(ids: readonly string[], now: string): Promise<readonly SoleFile[]> {
    return this.access.reading(() => this.upkeep.filesOnlyOf(ids, now))
  }

  removeUnused(options: {
    readonly open: ReadonlySet<string>
    readonly now: string
    readonly only?: ReadonlySet<string>
  }): Promise<readonly UnusedFile[]> {
    return this.access.writing(() => this.upkeep.removeUnused(options))
  }

  backUp(request: BackUpRequest): Promise<BackupMade> {
    return this.access.writing(() => this.copies.backUp(request))
  }
  archiveInto(request: ArchiveRequest): Promise<ArchivedStories> {
    return this.access.writing(() => this.copies.archiveInto(request))
  }
  checkArchiveFolder(to: string): Promise<void> {
    return this.copies.checkArchiveFolder(to)
  }
  copyFromArchive(request: { readonly from: string; readonly story: string }): Promise<void> {
    return this.access.writing(() => this.copies.copyFromArchive(request))
  }

  takeFile(): Promise<FileUpload> {
    return this.access.writing(async () => {
      await this.recordWriter.checkMarker()
      const upload: FileUpload = await this.contents.take(() => this.uploads.delete(upload))
      this.uploads.add(upload)
      return upload
    })
  }
  claimFile(sha256: string): Promise<boolean> {
    return this.access.writing(() => this.contents.claim(sha256))
  }
  checkFile(sha256: string, { read }: { readonly read: boolean }): Promise<FileCheck> {
    return this.access.reading(() => this.contents.check(sha256, read))
  }
  openFile(sha256: string): Promise<StoredFile | undefined> {
    return this.access.reading(() => this.contents.open(sha256))
  }

  close(): Promise<void> {
    this.closing ??= this.closeNow()
    return this.closing
  }

  private async closeNow(): Promise<void> {
    // First the socket, because requests of other processes may still write.
    await this.ownership?.socket?.stop()
    await this.access.close()
    // Deletes what is half-copied.
    for (const upload of [...this.uploads]) await upload.drop()
    await this.stories.close()
    await this.pool.closeAll()
    await this.ownership?.lock.release()
  }
}
