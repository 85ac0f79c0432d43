import type { LedgerEntry, LedgerEvent, LibraryEvent } from '../../story/ledger/ledgerEntry'
import { NewsroomError, type BackupMade, type RequestOf, type StorySummary } from '../../story/requests/requests'
import type { Person } from '../../story/desk/roster'
import { sourceBook } from '../../story/desk/source'
import type { Desk } from '../../story/assessment/story'
import { decodeInWorker } from '../../storage/story/decodeInWorker'
import { StorageError, type LibraryFacts, type StoredStory, type StoryStore } from '../../storage/disk/storyStore'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { AutosaveHistory } from '../replica/autosaveHistory'
import { sealEvent } from '../ledger/sealEvent'
import type { Clock } from '../environment/clock'
import { Listeners, type Listener, type NewsroomEventName } from '../ledger/events'
import { systemReader, type FileReader } from '../reading/fileReader'
import type { Ids } from '../environment/ids'
import { Uploads } from './uploads'
import { keepSnapshot } from '../replica/keepSnapshot'
import { LedgerBook } from '../ledger/ledgerBook'
import { OpenStory, type StoryRoom } from '../replica/openStory'
import { Sequencer } from '../../storage/disk/sequencer'
import { debounceStory, type StoryDebouncer } from '../replica/debounceStory'
import { PinGuard } from '../people/pinGuard'
import { STET } from '../ledger/transitions'
import { Transcripts } from '../reading/transcripts'
import { SnapshotBook } from '../ledger/snapshotBook'

export interface NewsroomOptions {
  readonly store: StoryStore
  readonly clock: Clock
  readonly ids: Ids
  /** When to look at a story after its last change; tests hand in their own. */
  readonly debouncer?: StoryDebouncer
  /** What reads files that come in; default: a thread of its own. */
  readonly files?: FileReader
}

export interface DeskChange<T> {
  readonly facts: LibraryFacts
  readonly answer: T
  readonly events?: readonly LibraryEvent[]
}

/** A library with the people in it: what every action works on, in the one process that owns the library. */
export class Newsroom {
  readonly store: StoryStore
  readonly clock: Clock
  readonly ids: Ids
  readonly snapshots: SnapshotBook
  readonly transcripts: Transcripts
  /** The library's own ledger: who changed the roster and the source book. */
  readonly ledger: LedgerBook
  /** Files that are being copied into the library. */
  readonly uploads = new Uploads()
  /** Who may act under the name of a person with a PIN. */
  readonly pins: PinGuard
  readonly files: FileReader
  /** Imports in the order in which they were asked for: so stories get their ids and places in the list. */
  readonly importing = new Sequencer()
  readonly #listeners = new Listeners()
  readonly #stories = new Map<string, Promise<OpenStory>>()
  /** Stories that somebody wanted to have open. */
  readonly #asked = new Set<string>()
  readonly #summaries = new Map<string, StorySummary>()
  readonly #debouncer: StoryDebouncer
  readonly #settling = new Set<Promise<void>>()
  readonly #order: string[]
  readonly #known: Set<string>
  /** Ids of stories that are not on the disk yet. */
  readonly #making = new Set<string>()
  #facts: LibraryFacts
  #book: { readonly from: LibraryFacts['sources']; readonly map: Desk['sources'] } | undefined
  #deskWriting: Promise<void> = Promise.resolve()
  readonly #room: StoryRoom
  readonly #history: AutosaveHistory

  private constructor(
    options: NewsroomOptions,
    facts: LibraryFacts,
    stories: readonly string[],
    ledger: readonly LedgerEntry[],
  ) {
    this.store = options.store
    this.clock = options.clock
    this.ids = options.ids
    this.snapshots = new SnapshotBook(options.store)
    this.transcripts = new Transcripts(options.store, options.files ?? systemReader())
    this.ledger = new LedgerBook(
      ledger,
      options.clock,
      (entries) => options.store.appendLibraryLedger(entries),
      () => undefined,
    )
    this.pins = new PinGuard(
      () => this.#facts.pins,
      () => Date.parse(options.clock.now()),
    )
    this.files = options.files ?? systemReader()
    this.#history = new AutosaveHistory(this, () => this.#facts.settings.historyLimit)
    this.#debouncer = options.debouncer ?? debounceStory()
    this.#facts = facts
    this.#order = [...stories]
    this.#known = new Set(stories)
    this.#room = {
      store: options.store,
      clock: options.clock,
      ids: options.ids,
      tell: this.#listeners.tell,
      sources: () => this.desk().sources,
      deskOfOne: () => this.library.settings.deskOfOne,
      settleSoon: (story) => this.#debouncer.schedule(story.id, () => void this.#look(story)),
    }
    this.on('ledgerGrew', ({ story, entries }) => {
      if (entries.some((entry) => entry.kind === 'moved' && entry.automatic)) void this.#watch(this.#keepDropped(story))
    })
  }

  static async open(options: NewsroomOptions): Promise<Newsroom> {
    const [facts, stories, ledger] = [
      await options.store.readLibrary(),
      await options.store.listStories(),
      await options.store.readLibraryLedger(),
    ]
    return new Newsroom(options, facts, stories, ledger)
  }

  /** Listens; returns the function that stops it. */
  on<E extends NewsroomEventName>(name: E, listener: Listener<E>): () => void {
    return this.#listeners.on(name, listener)
  }

  get library(): LibraryFacts {
    return this.#facts
  }

  /** What rules need to know of the library, now. */
  desk(): Desk {
    const { roster, settings, sources } = this.#facts
    // The same map for the same source book, so that what was computed from it can be kept.
    if (this.#book?.from !== sources) this.#book = { from: sources, map: sourceBook(sources) }
    return { roster, settings, sources: this.#book.map, transcripts: this.transcripts.known, now: this.clock.now() }
  }

  onRoster(name: string): Person | undefined {
    return this.#facts.roster.find((person) => person.name === name)
  }

  isOpen(id: string): boolean {
    return this.#stories.has(id)
  }

  /** Stories that this process has in memory. */
  openIds(): ReadonlySet<string> {
    return new Set(this.#stories.keys())
  }

  storyIds(): readonly string[] {
    return [...this.#order]
  }

  /** Opens the story, or hands out the one that is open. Throws a usage error when there is none of that id. */
  story(id: string): Promise<OpenStory> {
    this.#asked.add(id)
    return this.#opened(id)
  }

  #opened(id: string): Promise<OpenStory> {
    const open = this.#stories.get(id)
    if (open) return open
    if (!this.#known.has(id))
      return Promise.reject(new NewsroomError('usage', `There is no story ${id} in ${this.store.place}.`))
    const opening = this.#load(id)
    this.#stories.set(id, opening)
    opening.catch(() => this.#stories.delete(id))
    return opening
  }

  /** The story as every action finds it: what others typed before is looked at and noted. */
  async storyNow(id: string): Promise<OpenStory> {
    const story = await this.story(id)
    if (this.store.writable) story.observeNow()
    await this.transcripts.load(story.assessments())
    return story
  }

  /** Makes a story of the document that `fill` gives as one update, and opens it; its ledger begins with `created`. Resolves when all of it is on disk. */
  async createStory(
    by: string,
    created: LedgerEvent & { kind: 'created' },
    fill: (id: string, client: number) => Uint8Array,
  ): Promise<OpenStory> {
    const id = this.ids.next('story', (taken) => this.#making.has(taken) || this.#known.has(taken))
    this.#making.add(id)
    try {
      const state = fill(
        id,
        this.ids.client(() => false),
      )
      const header = { id, guid: this.ids.guid(id), created: this.clock.now() }
      const ledger = this.#firstEntries(by, created)
      const story = new OpenStory({ ...header, updates: [state], ledger, repairs: [] }, this.#room)
      await this.store.createStory(header, state, { ledger, snapshot: story.snapshot(), loaded: state })
      story.markStoryFileCurrent()
      this.#order.push(id)
      this.#known.add(id)
      this.#stories.set(id, Promise.resolve(story))
      this.#history.begins(story)
      this.#listeners.tell('ledgerGrew', { story: id, entries: ledger })
      await story.observe(by)
      await this.#look(story)
      return story
    } finally {
      this.#making.delete(id)
    }
  }

  #firstEntries(by: string, created: LedgerEvent): readonly LedgerEntry[] {
    const event = sealEvent(created, protectedTerms(this.desk().sources.values()))
    return new LedgerBook(
      [],
      this.clock,
      () => Promise.resolve(),
      () => undefined,
    ).append([{ by, event }]).entries
  }

  /**
   * Takes a story that was made just now out of memory, unless somebody has asked for it since; who asks later reads it from
   * the disk. So a library can take in a thousand stories without holding them all.
   */
  async letGo(id: string): Promise<void> {
    const story = await this.#stories.get(id)
    if (!story || this.#asked.has(id)) return
    await story.settle()
    if (this.#asked.has(id)) return
    this.#debouncer.cancel(id)
    this.#summaries.set(id, story.summary())
    this.#stories.delete(id)
  }

  /** One line per story, oldest first; a story that cannot be read says so. */
  async summaries(): Promise<readonly StorySummary[]> {
    for (const id of this.#order) {
      if (this.#stories.has(id) || !this.#summaries.has(id) || this.#summaries.get(id)?.unavailable !== undefined)
        this.#summaries.set(id, await this.#summary(id))
    }
    return this.#order.flatMap((id) => this.#summaries.get(id) ?? [])
  }

  /**
   * Changes roster, settings or source book; one change at a time. Resolves when it is on disk. `events` say what changed and
   * come to the library's ledger first: no change without its line there.
   */
  changeDesk<T>(by: string, change: (facts: LibraryFacts) => DeskChange<T>): Promise<T> {
    const changing = this.#deskWriting.then(async () => {
      const { facts, answer, events = [] } = change(this.#facts)
      const before = this.#facts
      const terms = protectedTerms([...before.sources, ...facts.sources])
      await this.ledger.append(events.map((event) => ({ by, event: sealEvent(event, terms) }))).written
      if (facts.roster !== before.roster || facts.pins !== before.pins)
        await this.store.writeRoster(facts.roster, facts.pins)
      if (facts.sources !== before.sources) await this.store.writeSources(facts.sources)
      if (facts.settings !== before.settings) await this.store.writeSettings(facts.settings)
      this.#facts = facts
      for (const open of this.#stories.values()) {
        // A story that cannot be opened has told whoever asked for it.
        const story = await open.catch(() => undefined)
        story?.invalidateAssessments()
        story?.observeNow()
      }
      this.#listeners.tell('deskChanged', facts)
      return answer
    })
    this.#deskWriting = changing.then(
      () => undefined,
      () => undefined,
    )
    return changing
  }

  /** Roster, source book and settings as they are in memory, over whatever lies on the disk. */
  writeDeskAnew(): Promise<void> {
    const writing = this.#deskWriting.then(async () => {
      const { roster, pins, sources, settings } = this.#facts
      await this.store.writeRoster(roster, pins)
      await this.store.writeSources(sources)
      await this.store.writeSettings(settings)
    })
    this.#deskWriting = writing.then(
      () => undefined,
      () => undefined,
    )
    return writing
  }

  /** Copies the library as it stands; people go on writing. */
  backUp(request: RequestOf<'library.backUp'>): Promise<BackupMade> {
    return this.store.backUp({
      ...request,
      at: this.clock.now(),
      progress: (progress) => this.#listeners.tell('backupProgress', progress),
    })
  }

  /** Brings every open story and its snapshot to disk. Rejects with the first trouble. */
  async settleAll(): Promise<void> {
    this.#debouncer.cancelAll()
    await Promise.all(this.#settling)
    if (!this.store.writable) return
    for (const open of this.#stories.values()) await (await open).settle()
    await Promise.all(this.#settling)
  }

  /** Settles everything and gives the library back. */
  async close(): Promise<void> {
    this.files.close()
    this.transcripts.reader.close()
    try {
      await this.settleAll()
    } finally {
      await this.store.close()
    }
  }

  async #load(id: string): Promise<OpenStory> {
    const [stored, snapshot] = [await this.store.loadStory(id), await this.store.readStoryFile(id)]
    if (stored.repairs.length > 0) await decodable(this.store.place, stored)
    const story = new OpenStory(stored, this.#room, snapshot?.summary.updated)
    if (snapshot?.stale && this.store.writable) this.#room.settleSoon(story)
    return story
  }

  async #summary(id: string): Promise<StorySummary> {
    try {
      const snapshot = this.#stories.has(id) ? undefined : await this.store.readStoryFile(id)
      return snapshot && !snapshot.stale ? snapshot.summary : (await this.#opened(id)).summary()
    } catch (error) {
      return { ...UNAVAILABLE, id, unavailable: error instanceof Error ? error.message : String(error) }
    }
  }

  #look(story: OpenStory): Promise<void> {
    return this.#watch(this.#settleStory(story))
  }

  /** `work` never rejects. */
  #watch(work: Promise<void>): Promise<void> {
    this.#settling.add(work)
    void work.then(() => this.#settling.delete(work))
    return work
  }

  /** Cleared copy that was edited went back by itself; that move has its version too. */
  async #keepDropped(id: string): Promise<void> {
    try {
      await keepSnapshot(this, await this.story(id), STET, { kind: 'move', why: 'Edited after it was cleared' })
    } catch (error) {
      this.#listeners.tell('storageTrouble', {
        story: id,
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }

  /** Never rejects: trouble is told to the listeners, and the story is looked at again after its next change. */
  async #settleStory(story: OpenStory): Promise<void> {
    try {
      await story.settle({ whole: false })
      this.#debouncer.cancel(story.id)
      if (this.#listeners.has('storiesChanged'))
        this.#listeners.tell('storiesChanged', { stories: await this.summaries() })
      if (this.store.writable && !story.guarded) await this.#history.keep(story)
    } catch (error) {
      this.#listeners.tell('storageTrouble', {
        story: story.id,
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }
}

const UNAVAILABLE: Omit<StorySummary, 'id'> = {
  slug: '',
  headline: '',
  stage: 'draft',
  version: 1,
  facts: {},
  words: 0,
  wordTarget: 0,
  embargo: '',
  updated: '',
}

/** Where something was damaged nobody vouches for what is left: it is decoded in a worker with a time limit before this process does so. */
async function decodable(place: string, { id, updates }: StoredStory): Promise<void> {
  const decoded = await decodeInWorker(updates)
  if (decoded.ok) return
  throw new StorageError(
    `${place}, story ${id}`,
    `its document is damaged and cannot be read (${decoded.why})`,
    'Its bytes are as they were written; the other stories are untouched.',
    'Run “stet doctor --repair”, or put the story back from a backup.',
    'DAMAGED',
  )
}
