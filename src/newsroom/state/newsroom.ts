import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import { type NewsroomError, type BackupMade, type RequestOf } from '../../story/requests/requests'
import type { Person } from '../../story/desk/roster'
import type { Desk } from '../../story/assessment/story'
import { LIBRARY } from '../../story/trust/chain'
import { LIBRARY_LEDGER } from '../../story/trust/heads'
import type { LedgerEnds } from '../../story/ledger/events/libraryEvent'
import type { HeadBook } from '../ledger/headBook'
import type { KeyRing } from '../people/keyRing'
import type { UsedFolders } from '../../storage/backup/usedFolders'
import { type LibraryFacts, type StoredStory, type StoryHeader, type StoryStore } from '../../storage/disk/storyStore'
import { refuseSetClock, type Clock } from '../environment/clock'
import { Listeners, type Listener, type NewsroomEventName } from '../ledger/events'
import { systemReader, type FileReader } from '../reading/fileReader'
import type { Ids } from '../environment/ids'
import { Uploads } from './uploads'
import { LedgerBook } from '../ledger/ledgerBook'
import type { OpenStory } from '../replica/openStory'
import { Sequencer } from '../../storage/disk/sequencer'
import { debounceStory, type StoryDebouncer } from '../replica/debounceStory'
import { LibraryDesk, type DeskChange } from './libraryDesk'
import { beginKeys } from './pins/beginKeys'
import { CurrentTrust } from './currentTrust'
import { readTrust, type CheckedStory, type LibraryRead } from './libraryTrust'
import { pinLocks } from './pins/pinLocks'
import { DeletedStories } from './deletedStories'
import type { BroughtStory } from './arrivals'
import type { Departures } from './departures'
import { IndexKeeper } from '../storyIndex/indexKeeper'
import type { IndexOptions } from '../storyIndex/worker/openIndexLink'
import { OpenStories } from './openStories/openStories'
import type { StoryRest } from './openStories/storyRest'
import { PinGuard } from '../people/pinGuard'
import { CapturedTexts } from '../reading/capturedTexts'
import { Transcripts } from '../reading/transcripts'
import { SnapshotBook } from '../ledger/snapshotBook'
import { defined } from '../../story/text/defined'
import { standingByHistory } from '../replica/unreadStory'
import { messageOf } from '../../story/text/messageOf'

export interface NewsroomOptions {
  readonly store: StoryStore
  readonly clock: Clock
  readonly ids: Ids
  /** Delays the look at a changed story. Tests give their own. */
  readonly debouncer?: StoryDebouncer
  /** Reads imported files. Absent: a worker. */
  readonly files?: FileReader
  /** How the index of stories is kept. Absent: in memory. */
  readonly index?: IndexOptions
  /** Where backups were made before. Absent: nobody remembers. */
  readonly usedFolders?: UsedFolders
}

/** The library with its people, in the one process that owns it. Every action works on it. */
export class Newsroom {
  readonly store: StoryStore
  readonly clock: Clock
  readonly ids: Ids
  readonly snapshots: SnapshotBook
  readonly transcripts: Transcripts
  /** The words of captured files, with their places. */
  readonly captured: CapturedTexts
  /** The library's own ledger: who changed the roster and the source book. */
  readonly ledger: LedgerBook
  /** Files that are being copied into the library. */
  readonly uploads = new Uploads()
  /** Who may act under the name of a person with a PIN. */
  readonly pins: PinGuard
  readonly files: FileReader
  /** Runs imports in the order of their requests, in which stories get their ids and places in the list. */
  readonly importing = new Sequencer()
  /** Moves to an archive. The next one begins when the stories of the one before have left the library. */
  readonly archiving = new Sequencer()
  /** Acts on stories that do not open. They run one after another: each writes behind the end that it has read. */
  readonly unread = new Sequencer()
  /** What lists, searches and counts read. */
  readonly index: IndexKeeper
  readonly usedFolders: UsedFolders | undefined
  readonly #listeners = new Listeners()
  readonly #desk: LibraryDesk
  readonly #stories: OpenStories
  /** The stories that left the library. */
  readonly deleted: DeletedStories
  /** Deletes stories, and takes them back. */
  readonly departures: Departures
  readonly #trust: CurrentTrust
  #isClosing = false

  private constructor(options: NewsroomOptions, read: LibraryRead) {
    this.store = options.store
    this.clock = options.clock
    this.ids = options.ids
    this.usedFolders = options.usedFolders
    this.snapshots = new SnapshotBook(options.store)
    this.transcripts = new Transcripts(options.store, options.files ?? systemReader())
    this.captured = new CapturedTexts(options.store, this.transcripts.reader)
    this.#trust = new CurrentTrust(read, {
      store: options.store,
      clock: options.clock,
      failed: (error) => this.#listeners.tell('storageFailed', { story: '', message: messageOf(error) }),
      learn: (news) => this.#learn(news),
    })
    this.ledger = new LedgerBook(
      { ledger: LIBRARY, entries: this.#trust.counted, seq: read.ledger.at(-1)?.seq ?? 0 },
      this.#trust.ring,
      options.clock,
      (entries) => this.#writeLibraryLedger(entries),
      () => undefined,
    )
    this.pins = new PinGuard(
      () => pinLocks(this),
      () => Date.parse(options.clock.now()),
    )
    this.files = options.files ?? systemReader()
    this.index = new IndexKeeper(
      {
        store: options.store,
        tell: this.#listeners.tell,
        library: () => this.library.libraryKey ?? '',
        sources: () => this.library.sources,
        roster: () => this.library.roster,
        desk: () => this.desk(),
        losses: () => this.library.losses,
        deleted: () => this.deleted.ids(),
        ready: (id) => this.#stories.shelf.ready(id),
        readyStories: () => this.#stories.shelf.readyStories(),
        isOpen: (id) => this.#stories.shelf.isOpen(id),
        standingOf: async (id) => standingByHistory(await this.historyOf(id)),
        visit: (id, use) => this.#stories.shelf.visit(id, use),
      },
      options.index,
    )
    const known = this.#trust.known(read.facts)
    this.#desk = new LibraryDesk(options.store, this.ledger, this.#trust.ring, known, options.ids, (facts) =>
      this.#stories.refresh.deskChanged(facts),
    )
    this.deleted = new DeletedStories(this.#trust.tombstones)
    this.#stories = new OpenStories(this, {
      trust: this.#trust,
      desk: this.#desk,
      listeners: this.#listeners,
      debouncer: options.debouncer ?? debounceStory(),
    })
    this.departures = this.#stories.departures
  }

  static async open(options: NewsroomOptions): Promise<Newsroom> {
    const read = await readTrust(options.store)
    refuseSetClock(options.clock, read.facts.roster)
    const room = new Newsroom(options, read)
    if (room.heads.lastAt !== undefined) options.clock.goOnFrom?.(room.heads.lastAt)
    await beginKeys(room)
    if (!options.store.writable) return room
    await room.departures.finish()
    await room.#desk.giveKeys()
    await room.#noteLosses()
    return room
  }

  /** Adds a listener. Returns the function that removes it. */
  on<E extends NewsroomEventName>(name: E, listener: Listener<E>): () => void {
    return this.#listeners.on(name, listener)
  }

  /** The keys that sign in this process. */
  get ring(): KeyRing {
    return this.#trust.ring
  }
  get heads(): HeadBook {
    return this.#trust.heads
  }
  /** Where every ledger ends, as this process has written it. */
  ledgerEnds(): LedgerEnds {
    const ends = { ...Object.fromEntries(this.heads.table.heads), [LIBRARY_LEDGER]: this.ledger.end }
    return { ...ends, ...this.#stories.shelf.ledgerEnds() }
  }
  get library(): LibraryFacts {
    return this.#desk.facts
  }

  /** The parts of the library that rules need, as they are now. */
  desk(): Desk {
    const { roster, settings, words } = this.library
    return {
      roster,
      settings,
      sources: this.#desk.sources(),
      ...defined({ words }),
      transcripts: this.transcripts.known,
      now: this.clock.now(),
    }
  }

  onRoster(name: string): Person | undefined {
    return this.library.roster.find((person) => person.name === name)
  }

  isOpen(id: string): boolean {
    return this.#stories.shelf.isOpen(id)
  }

  /** Stories that this process has in memory. */
  openIds(): ReadonlySet<string> {
    return this.#stories.shelf.openIds()
  }

  /** Whether there is a story of this id: one look at the disk. */
  hasStory(id: string): Promise<boolean> {
    return this.#stories.loader.has(id)
  }

  /** Opens the story, or returns the one that is open. Rejects with a usage error for an unknown id. */
  story(id: string): Promise<OpenStory> {
    return this.#stories.shelf.story(id)
  }

  /** Reads the story for `use`, and lets it go afterwards unless it was open or somebody asked for it meanwhile. */
  visit<T>(id: string, use: (story: OpenStory) => Promise<T>): Promise<T> {
    return this.#stories.shelf.visit(id, use)
  }

  /** Reads the story for a preview, as it is: nothing is noted of it (see StoryShelf.lookAt). */
  lookAt<T>(id: string, use: (story: OpenStory) => Promise<T>): Promise<T> {
    return this.#stories.lookAt(id, use)
  }

  /** Why there is no story of this id. */
  unknownStory(id: string): NewsroomError {
    return this.#stories.loader.unknown(id)
  }

  /** The story for an action: transitions of earlier typing are noted, and its transcripts are read. */
  storyNow(id: string): Promise<OpenStory> {
    return this.#stories.storyNow(id)
  }

  /** The history alone of a story whose document cannot be read. */
  async historyOf(id: string): Promise<CheckedStory> {
    const load = (): Promise<StoredStory> => this.store.loadHistory(id)
    return this.#trust.check(await load(), load)
  }

  /** Makes and opens a new story (see Arrivals). Resolves when all of it is on disk. */
  createStory(
    by: string,
    created: LedgerEvent & { kind: 'created' },
    fill: (id: string, client: number) => Uint8Array,
  ): Promise<OpenStory> {
    return this.#stories.arrivals.create(by, created, fill)
  }

  /** Makes and opens a story that came from another library (see Arrivals). Resolves when all of it is on disk. */
  bringStory(by: string, header: StoryHeader, brought: BroughtStory): Promise<OpenStory> {
    return this.#stories.arrivals.bring(by, header, brought)
  }

  /** Runs an action. Until it ends, no story is let go: it may use any of them. */
  during<T>(work: () => Promise<T>): Promise<T> {
    return this.#stories.during(work)
  }

  /** From now on lets stories go that nobody holds or asks for. `held`: the stories that windows show. */
  restStories(held: () => ReadonlySet<string>): StoryRest {
    return this.#stories.rest(held)
  }

  /** The library closes. No long work begins any more. */
  get isClosing(): boolean {
    return this.#isClosing
  }

  /** Takes a new story out of memory, unless somebody asked for it meanwhile. */
  async unload(id: string): Promise<void> {
    await this.#stories.shelf.unload(id)
  }

  /** Changes roster, settings or source book, one change at a time. Resolves when the change is on disk. */
  changeDesk<T>(by: string, change: (facts: LibraryFacts) => DeskChange<T>): Promise<T> {
    return this.#desk.change(by, change)
  }

  /** Notes what the library lost. A failure is told: the library opens all the same, for reading. */
  async #noteLosses(): Promise<void> {
    try {
      await this.#desk.noteLosses()
    } catch (error) {
      this.#listeners.tell('storageFailed', { story: '', message: messageOf(error) })
    }
  }

  /** An editor accepts what the library lost (see LibraryDesk.acceptLosses). */
  acceptLibraryLosses(by: string, reason: string): Promise<void> {
    return this.#desk.acceptLosses(by, reason)
  }

  /** Writes roster, source book and settings from memory, over the files on the disk. */
  rewriteDesk(by: string): Promise<void> {
    return this.#desk.rewrite(by)
  }

  /** Copies the library while people go on writing. */
  backUp(request: Omit<RequestOf<'library.backUp'>, 'begin'>): Promise<BackupMade> {
    return this.store.backUp({
      ...request,
      at: this.clock.now(),
      expected: this.#trust.heads.table.heads,
      headsFor: (ends) => this.#trust.heads.tableOf(ends),
      progress: (progress) => this.#listeners.tell('backupProgress', progress),
    })
  }

  /** Writes every open story and its story file. Rejects with the first error. */
  async settleAll(): Promise<void> {
    await this.#stories.settle()
    if (this.store.writable) await this.#trust.heads.settle()
  }

  /** Takes what was found of the library, and reads the open stories with it. */
  #learn(news: (facts: LibraryFacts) => LibraryFacts): void {
    // What fails is tried again, and told, by the next action on the story.
    void this.#desk.learn(news).catch(() => undefined)
  }

  /** Writes everything and releases the library. */
  async close(): Promise<void> {
    this.#isClosing = true
    // Stories that were copied to an archive leave the library first: nothing is left in both places.
    await this.archiving.idle()
    this.files.close()
    this.transcripts.reader.close()
    this.#stories.stopRest()
    let wrote = false
    try {
      await this.settleAll()
      await this.index.settle()
      wrote = this.store.writable
    } finally {
      await this.store.close()
      await this.index.close(wrote)
    }
  }

  async #writeLibraryLedger(entries: readonly LedgerEntry[]): Promise<void> {
    await this.store.appendLibraryLedger(entries)
    this.deleted.learn(entries)
    this.#trust.heads.noteLast(LIBRARY_LEDGER, entries)
  }
}
