/** The library in plain files. Made by openLibrary. */
import { join } from 'node:path'
import type { LedgerEntry } from '../story/ledger/ledgerEntry'
import type { StoredPin } from '../story/desk/pin'
import type { LibrarySettings, Person } from '../story/desk/roster'
import type { BackupMade, LibraryReport, UnusedFile } from '../story/requests/requests'
import type { Source } from '../story/desk/source'
import { FileHandlePool } from './disk/appendFile'
import { backUpLibrary } from './backup/backUpLibrary'
import { ContentFiles } from './disk/contentFiles'
import { DurableFile, TEMPORARY, writeNewFile } from './disk/durableFile'
import { Damaged, peekHeader, TooNew } from './disk/envelope'
import { examineLibrary } from './doctor/examineLibrary'
import { isMissing, type FileLayer } from './disk/fileLayer'
import type { LibraryLock, LockContent } from './owner/libraryLock'
import { LedgerFile } from './story/ledgerFile'
import { DurableRecord } from './records/durableRecord'
import type { OwnerHandler, OwnerSocket } from './owner/ownerSocket'
import {
  isLibraryRecord,
  isRosterRecord,
  isSourcesRecord,
  peopleOf,
  rosterRecord,
  type LibraryRecord,
  type RosterRecord,
  type SourcesRecord,
} from './records/shapes'
import { STATE_FILE, StoryFolder } from './story/storyFolder'
import { checkStoryId, isStoryId, noSuchStory } from './disk/storyId'
import { StoryFolderMaker } from './story/createStoryFolder'
import {
  StorageError,
  type BackUpRequest,
  type FileIntake,
  type InitialStory,
  type LibraryFacts,
  type SetAside,
  type StoredFile,
  type StoredStory,
  type StoryHeader,
  type StoryFile,
  type StoryStore,
  type StorySnapshot,
} from './disk/storyStore'
import { NOTHING_CHANGED, storageErrorFrom } from './disk/storageError'
import { Sequencer } from './disk/sequencer'
import { defined } from '../story/text/defined'

const LIBRARY_LEDGER = 'ledger.jsonl'

export interface LibraryRecords {
  readonly library: DurableRecord<LibraryRecord>
  readonly roster: DurableRecord<RosterRecord>
  readonly sources: DurableRecord<SourcesRecord>
}

export const libraryRecords = (files: FileLayer, folder: string): LibraryRecords => ({
  library: new DurableRecord(new DurableFile(files, join(folder, 'library.json'), 'json', 'library'), isLibraryRecord),
  roster: new DurableRecord(new DurableFile(files, join(folder, 'roster.json'), 'json', 'roster'), isRosterRecord),
  sources: new DurableRecord(new DurableFile(files, join(folder, 'sources.json'), 'json', 'sources'), isSourcesRecord),
})

/** What makes a library writable: the lock, and the socket through which other processes reach its owner (none when that is gone in a moment). */
export interface Ownership {
  readonly lock: LibraryLock
  readonly socket?: OwnerSocket
}

/** Milliseconds. */
const LOCK_LOOK_EVERY = 1000

export class FileStore implements StoryStore {
  private readonly shelf = new FileHandlePool()
  /** Promises, so that calls made together reach a story in the order in which they were made. */
  private readonly stories = new Map<string, Promise<StoryFolder>>()
  /** Story id → when it was created, for the order of the list. */
  private readonly created = new Map<string, string>()
  private readonly settingsWriting = new Sequencer()
  private readonly making: StoryFolderMaker
  private readonly backingUp = new Sequencer()
  private closing: Promise<void> | undefined
  private closed = false
  private lockLost = false
  private nextLockLook = performance.now() + LOCK_LOOK_EVERY
  private readonly contents: ContentFiles
  private libraryLedger: Promise<LedgerFile> | undefined
  private readonly intakes = new Set<FileIntake>()
  private readonly under: Set<Promise<unknown>> = new Set()

  constructor(
    private readonly files: FileLayer,
    readonly place: string,
    private readonly records: LibraryRecords,
    private readonly ownership: Ownership | undefined,
  ) {
    this.contents = new ContentFiles(files, join(place, 'evidence'))
    this.making = new StoryFolderMaker(files, place)
  }

  get writable(): boolean {
    return this.ownership !== undefined && !this.closed && !this.lockLost
  }
  /** Present while this process owns the library. */
  get lock(): LockContent | undefined {
    return this.ownership?.lock.content
  }

  /** Answers what other processes ask through the owner's socket; until it is called their requests wait. */
  serve(handler: OwnerHandler): void {
    this.ownership?.socket?.answerWith(handler)
  }

  readLibrary(): Promise<LibraryFacts> {
    return this.reading(async () => {
      const { library, roster, sources } = this.records
      const { settings } = await library.read()
      const people = await roster.read()
      const book = await sources.read()
      return {
        settings,
        roster: peopleOf(people),
        pins: people.pins ?? [],
        sources: book.sources,
        repairs: [...library.repairs, ...roster.repairs, ...sources.repairs],
      }
    })
  }

  writeSettings(settings: LibrarySettings): Promise<void> {
    return this.writing(() =>
      this.settingsWriting.queue(async () =>
        this.records.library.write({ ...(await this.records.library.read()), settings }),
      ),
    )
  }
  writeRoster(people: readonly Person[], pins: readonly StoredPin[]): Promise<void> {
    return this.writing(() => this.onKnown(this.records.roster, rosterRecord(people, pins)))
  }
  writeSources(sources: readonly Source[]): Promise<void> {
    return this.writing(() => this.onKnown(this.records.sources, { sources }))
  }

  readLibraryLedger(): Promise<readonly LedgerEntry[]> {
    return this.reading(async () => {
      if (!(await this.namesIn(this.place)).includes(LIBRARY_LEDGER)) return []
      return (await (await this.ownLedger()).read()).entries
    })
  }
  appendLibraryLedger(entries: readonly LedgerEntry[]): Promise<void> {
    return this.writing(async () => (await this.ownLedger()).append(entries))
  }

  private ownLedger(): Promise<LedgerFile> {
    this.libraryLedger ??= this.openOwnLedger()
    this.libraryLedger.catch(() => {
      this.libraryLedger = undefined
    })
    return this.libraryLedger
  }

  private async openOwnLedger(): Promise<LedgerFile> {
    const path = join(this.place, LIBRARY_LEDGER)
    await this.records.library.read()
    try {
      if (this.ownership && !(await this.namesIn(this.place)).includes(LIBRARY_LEDGER)) {
        await writeNewFile(this.files, path, new Uint8Array())
        await this.files.syncFolder(this.place)
      }
    } catch (error) {
      throw storageErrorFrom(error, path, NOTHING_CHANGED)
    }
    return new LedgerFile(this.files, path, this.shelf, this.ownership !== undefined, () => Promise.resolve(0))
  }

  /** The marker first: on a drive that went away nothing is started anew. */
  private async onKnown<T>(record: DurableRecord<T>, data: T): Promise<void> {
    await this.records.library.read()
    await record.write(data)
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
      // It stays in the list, at its end; loading it says what is wrong.
      if (!isMissing(error) && !(error instanceof Damaged) && !(error instanceof TooNew))
        throw storageErrorFrom(error, path, NOTHING_CHANGED)
    }
  }

  createStory(header: StoryHeader, state: Uint8Array, first?: InitialStory): Promise<void> {
    return this.writing(async () => {
      await this.making.make(header, state, first)
      this.created.set(header.id, header.created)
    })
  }

  loadStory(id: string): Promise<StoredStory> {
    return this.reading(async () => (await this.story(id)).load())
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
    return this.writing(async () => (await this.story(id)).writeVersion(snapshot))
  }
  listSnapshots(id: string): Promise<readonly StorySnapshot[]> {
    return this.reading(async () => (await this.story(id)).listVersions())
  }
  snapshotNumbers(id: string): Promise<readonly number[]> {
    return this.reading(async () => (await this.story(id)).versionNumbers())
  }
  readSnapshot(id: string, n: number): Promise<StorySnapshot> {
    return this.reading(async () => (await this.story(id)).readVersion(n))
  }
  listSetAside(id: string): Promise<readonly SetAside[]> {
    return this.reading(async () => (await this.story(id)).listSetAside())
  }
  removeSnapshot(id: string, n: number): Promise<void> {
    return this.writing(async () => (await this.story(id)).removeVersion(n))
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
            // Also when it ends with trouble: where the log of a story written anew stands, only reading it tells whoever opens it next.
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
          'something is wrong with it, and what cannot be read may speak of any file',
          'Nothing was removed.',
          'Run “stet doctor --repair” (“Check the library” in the window), then tidy.',
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
          whileLedgerStill: async (work) => (await this.ownLedger()).whileStill(work),
          stopped: () => {
            if (this.closed) throw this.isClosed()
          },
        })
      }),
    )
  }

  takeFile(): Promise<FileIntake> {
    return this.writing(async () => {
      // The marker first: on a drive that went away nothing is started anew.
      await this.records.library.read()
      const intake: FileIntake = await this.contents.take(() => this.intakes.delete(intake))
      this.intakes.add(intake)
      return intake
    })
  }
  claimFile(sha256: string): Promise<boolean> {
    return this.writing(() => this.contents.claim(sha256))
  }
  openFile(sha256: string): Promise<StoredFile | undefined> {
    return this.reading(() => this.contents.open(sha256))
  }

  close(): Promise<void> {
    this.closing ??= this.closeNow()
    return this.closing
  }

  private async closeNow(): Promise<void> {
    // What the owner is doing for another process may still be written.
    await this.ownership?.socket?.stop()
    this.closed = true
    await Promise.allSettled([...this.under])
    // Content when it was kept; what is half-copied goes.
    for (const intake of [...this.intakes]) await intake.drop()
    for (const story of this.stories.values()) await (await story).close()
    await this.shelf.closeAll()
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
    return new StoryFolder(this.files, join(folder, id), id, this.shelf, this.ownership !== undefined)
  }

  private async namesIn(folder: string): Promise<string[]> {
    try {
      return (await this.files.list(folder)).filter((name) => !name.endsWith(TEMPORARY))
    } catch (error) {
      throw storageErrorFrom(error, folder, NOTHING_CHANGED)
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
        'the library is open for reading only',
        NOTHING_CHANGED,
        'Use the Stet that has it open, or close that one.',
        'READONLY',
      )
    this.lookAtLock()
    if (this.lockLost)
      throw new StorageError(
        this.place,
        'its lock was removed, and another Stet has taken it over',
        'What was saved is safe; the words in the window are safe as long as it stays open.',
        'Copy what you still need, close this Stet and open it again.',
        'LOCKLOST',
      )
    return this.watched(work())
  }

  /** Now and then beside the writing, which must not wait for it: a lock file that a person removed lets a second writer in. */
  private lookAtLock(): void {
    if (!this.ownership || this.lockLost || performance.now() < this.nextLockLook) return
    this.nextLockLook = Infinity
    const again = (): void => {
      this.nextLockLook = performance.now() + LOCK_LOOK_EVERY
    }
    // A drive that is away says nothing about who owns the library.
    const looking = this.ownership.lock.hold().then(
      (held) => {
        this.lockLost = !held
      },
      () => undefined,
    )
    void this.watched(looking).then(again)
  }

  private watched<T>(work: Promise<T>): Promise<T> {
    this.under.add(work)
    const over = (): void => {
      this.under.delete(work)
    }
    work.then(over, over)
    return work
  }

  private isClosed(): StorageError {
    return new StorageError(
      this.place,
      'the library was closed',
      'Everything that was saved is safe.',
      'Open it again.',
      'CLOSED',
    )
  }
}
