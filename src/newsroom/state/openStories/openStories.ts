import { unprovenWriters } from '../../../story/trust/unprovenWriters'
import type { Desk } from '../../../story/assessment/story'
import type { LibraryFacts, StoryStore } from '../../../storage/disk/storyStore'
import type { Clock } from '../../environment/clock'
import type { Ids } from '../../environment/ids'
import type { Listeners } from '../../ledger/events'
import type { HeadBook } from '../../ledger/headBook'
import type { SnapshotBook } from '../../ledger/snapshotBook'
import type { KeyRing } from '../../people/keyRing'
import { filesOfAll } from '../../reading/capturedFiles'
import type { Transcripts } from '../../reading/transcripts'
import { noteLateTrust, onceAsked } from '../../replica/askDocument'
import type { StoryDebouncer } from '../../replica/debounceStory'
import type { OpenStory } from '../../replica/openStory'
import type { StoryRoom } from '../../replica/storyRoom'
import type { IndexKeeper } from '../../storyIndex/indexKeeper'
import { Arrivals } from '../arrivals'
import type { CurrentTrust } from '../currentTrust'
import type { DeletedStories } from '../deletedStories'
import { Departures } from '../departures'
import type { LibraryDesk } from '../libraryDesk'
import { ReservedIds } from './reservedIds'
import { StoryLooks } from './storyLooks'
import { StoryLoader } from './storyLoader'
import { StoryRefresh } from './storyRefresh'
import { StoryRest } from './storyRest'
import { StoryShelf } from './storyShelf'

/** What of a newsroom its open stories use. */
interface StoriesRoom {
  readonly store: StoryStore
  readonly clock: Clock
  readonly ids: Ids
  readonly snapshots: SnapshotBook
  readonly transcripts: Transcripts
  readonly index: IndexKeeper
  readonly deleted: DeletedStories
  readonly ring: KeyRing
  readonly heads: HeadBook
  readonly library: LibraryFacts
  /** The parts of the library that rules need, as they are now. */
  desk(): Desk
}

interface StoriesOptions {
  readonly trust: CurrentTrust
  readonly desk: LibraryDesk
  readonly listeners: Listeners
  readonly debouncer: StoryDebouncer
}

/** The stories that are open in this process: how they come and go, and the work that follows their changes. */
export class OpenStories {
  /** Loads stories from the disk, and says why one is not there. */
  readonly loader: StoryLoader
  readonly shelf: StoryShelf
  readonly looks: StoryLooks
  /** Keeps the open stories read with the current keys and library. */
  readonly refresh: StoryRefresh
  /** Makes new stories, and those that come from other libraries. */
  readonly arrivals: Arrivals
  /** Deletes stories, and takes them back. */
  readonly departures: Departures
  #rest: StoryRest | undefined
  /** Actions that run. */
  #working = 0

  constructor(
    private readonly room: StoriesRoom,
    { trust, desk, listeners, debouncer }: StoriesOptions,
  ) {
    const { store, clock, snapshots, index, deleted } = room
    const { tell } = listeners
    this.looks = new StoryLooks(
      { store, clock, snapshots, index, story: (id) => this.shelf.story(id) },
      { debouncer, historyLimit: () => room.library.settings.historyLimit, listeners },
    )
    const storyRoom = this.#storyRoom(desk, tell)
    const hasHead = (id: string): boolean => room.heads.table.heads.get(id) !== undefined
    this.loader = new StoryLoader({
      ...{ room: storyRoom, deleted, hasHead },
      checked: (stored) => trust.check(stored, () => store.loadStory(stored.id)),
    })
    this.shelf = new StoryShelf({
      ...storyRoom,
      loader: this.loader,
      opened: (story) => noteLateTrust(story, room.ring.history),
      onceOpened: (story) => onceAsked(story, room.ring.history),
      left: (id) => {
        this.looks.forget(id)
        snapshots.forget(id)
        index.puts.leaving(id)
      },
    })
    this.refresh = new StoryRefresh(
      { store, shelf: this.shelf, index, history: () => room.ring.history, tell },
      desk.facts,
    )
    const moved = { shelf: this.shelf, looks: this.looks, index, heads: () => room.heads, tell }
    this.arrivals = new Arrivals({
      ...moved,
      room: storyRoom,
      reserved: new ReservedIds({ store, deleted, hasHead }),
      sources: () => desk.sources(),
    })
    this.departures = new Departures({
      ...moved,
      ...{ store, snapshots, deleted },
      losses: () => room.library.losses,
      note: (by, event) => desk.note(by, event),
    })
  }

  /** The services of the newsroom that each story uses. */
  #storyRoom(desk: LibraryDesk, tell: Listeners['tell']): StoryRoom<OpenStory> {
    const { room } = this
    const { store, clock, ids, transcripts, index } = room
    return {
      ...{ store, clock, ids, tell, transcripts },
      signer: room.ring,
      wrote: (story, entries) => room.heads.noteLast(story, entries),
      sources: () => desk.sources(),
      desk: () => room.desk(),
      assessing: () => ({
        roster: room.library.roster,
        settings: room.library.settings,
        sources: desk.sources(),
      }),
      deskOfOne: () => room.library.settings.deskOfOne,
      unproven: (story, entries) => unprovenWriters(story, entries, room.ring.history),
      libraryLosses: () => room.library.losses,
      index: index.puts,
      settleSoon: (story) => this.looks.soon(story),
    }
  }

  /** Reads the story for a preview, as it is: nothing is noted of it (see StoryShelf.lookAt). */
  lookAt<T>(id: string, use: (story: OpenStory) => Promise<T>): Promise<T> {
    return this.shelf.lookAt(id, async (story) => {
      await this.room.transcripts.load(story.assessments())
      return use(story)
    })
  }

  /** The story for an action: transitions of earlier typing are noted, and its transcripts are read. */
  async storyNow(id: string): Promise<OpenStory> {
    const { store, transcripts } = this.room
    const story = await this.shelf.story(id)
    if (story.losses.keysUnread) await this.refresh.readKeysAgain(story)
    if (store.writable) story.observeNow()
    await transcripts.load(story.assessments())
    return story
  }

  /** Runs an action. Until it ends, no story is let go: it may use any of them. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#working += 1
    try {
      return await work()
    } finally {
      this.#working -= 1
    }
  }

  /** From now on lets stories go that nobody holds or asks for. `held`: the stories that windows show. */
  rest(held: () => ReadonlySet<string>): StoryRest {
    this.#rest?.stop()
    this.#rest = new StoryRest(
      {
        shelf: this.shelf,
        isWorking: () => this.#working > 0,
        isLookedAt: (id) => this.looks.isRunning(id),
        trim: () => this.room.transcripts.trim(() => filesOfAll(this.shelf.readyStories())),
      },
      held,
    )
    return this.#rest
  }

  /** No story is let go any more. */
  stopRest(): void {
    this.#rest?.stop()
  }

  /** Writes every open story and its story file. Rejects with the first error. */
  async settle(): Promise<void> {
    this.looks.cancelAll()
    await this.looks.over()
    if (!this.room.store.writable) return
    for (const open of this.shelf.openStories()) await (await open).saving.settle()
    await this.looks.over()
  }
}
