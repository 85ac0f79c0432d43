import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../../story/requests/requests'
import type { LedgerEnds } from '../../../story/ledger/events/libraryEvent'
import type { OpenStory } from '../../replica/openStory'
import type { StoryRoom } from '../../replica/storyRoom'
import { noteOrTell } from './noteOrTell'
import type { StoryLoader } from './storyLoader'

interface ShelfRoom extends Pick<StoryRoom<OpenStory>, 'store' | 'tell' | 'settleSoon'> {
  readonly loader: StoryLoader
  /** A story was let go: its files have all of it. */
  left(id: string): void
  /** A story was read. What is noted of it then goes to the disk. */
  opened(story: OpenStory): Promise<void>
  /** The story as it is when that is noted. */
  onceOpened(story: OpenStory): OpenStory
}

/** The stories of the library that are open. */
export class StoryShelf {
  readonly #open = new Map<string, Promise<OpenStory>>()
  /** Those of them that are not only looked at: what was to be noted of them is. */
  readonly #used = new Map<string, Promise<OpenStory>>()
  /** Those of them whose story file is older than they are, and is to be written when somebody uses them. */
  readonly #stale = new Set<string>()
  /** Those of them that are read. */
  readonly #ready = new Map<string, OpenStory>()
  /** Stories that somebody asked for, and when they did last: by performance.now(). */
  readonly #asked = new Map<string, number>()
  /** How many visits and looks use a story now. */
  readonly #guests = new Map<string, number>()
  /** Stories that are being deleted. */
  readonly #leaving = new Set<string>()

  constructor(private readonly room: ShelfRoom) {}

  isOpen(id: string): boolean {
    return this.#open.has(id)
  }
  openIds(): ReadonlySet<string> {
    return new Set(this.#open.keys())
  }
  /** Of the stories that are open. */
  ledgerEnds(): LedgerEnds {
    const ends = [...this.#ready].map(([id, story]) => [id, story.ledgerEnd] as const)
    return Object.fromEntries(ends.filter(([, { entries }]) => entries > 0))
  }
  openStories(): Iterable<Promise<OpenStory>> {
    return this.#open.values()
  }

  /** Opens the story, or returns the one that is open. Rejects with a usage error for an unknown id. */
  story(id: string): Promise<OpenStory> {
    this.#asked.set(id, performance.now())
    return this.#opened(id)
  }

  /** The story if it is read. */
  ready(id: string): OpenStory | undefined {
    return this.#ready.get(id)
  }

  readyStories(): Iterable<OpenStory> {
    return this.#ready.values()
  }

  /** Reads the story for `use`, and lets it go afterwards unless it was open or somebody asked for it meanwhile. */
  async visit<T>(id: string, use: (story: OpenStory) => Promise<T>): Promise<T> {
    const wasOpen = this.#open.has(id)
    return this.#asGuest(id, async () => {
      const story = await this.#opened(id)
      try {
        return await use(story)
      } finally {
        if (!wasOpen) await this.unload(id)
      }
    })
  }

  /**
   * The same, and nothing is noted: a story that nobody asked for and nobody changed is let go as it came. `use` gets
   * it as it is when what waits is noted, so that it shows no tick that goes with the act. Only losses are noted (see
   * StoryLoader.load).
   */
  async lookAt<T>(id: string, use: (story: OpenStory) => Promise<T>): Promise<T> {
    const wasOpen = this.#open.has(id)
    const story = await this.#loaded(id)
    try {
      return await this.#asGuest(id, () => use(this.room.onceOpened(story)))
    } finally {
      const isUsed = this.#asked.has(id) || this.#guests.has(id)
      if (!wasOpen && !isUsed && this.#ready.get(id) === story && story.saving.isWritten) this.#putAway(id)
    }
  }

  async #asGuest<T>(id: string, work: () => Promise<T>): Promise<T> {
    this.#guests.set(id, (this.#guests.get(id) ?? 0) + 1)
    try {
      return await work()
    } finally {
      const others = (this.#guests.get(id) ?? 1) - 1
      if (others > 0) this.#guests.set(id, others)
      else this.#guests.delete(id)
    }
  }

  /** Takes a new story that is on the disk. */
  put(story: OpenStory): void {
    for (const shelved of [this.#open, this.#used]) shelved.set(story.id, Promise.resolve(story))
    this.#ready.set(story.id, story)
  }

  /** Takes a story off the shelf when `work` has deleted it. Meanwhile nobody opens it. */
  async remove<T>(id: string, work: () => Promise<T>): Promise<T> {
    if (this.#leaving.has(id)) throw new NewsroomError('refused', newsroomText('storyShelf.leaving', { id }))
    this.#leaving.add(id)
    try {
      const done = await work()
      this.#forget(id)
      return done
    } finally {
      this.#leaving.delete(id)
    }
  }

  /**
   * Lets a story go that nobody asked for. A later request reads it from the disk. A library can import a thousand
   * stories this way without holding them all in memory.
   */
  unload(id: string): Promise<boolean> {
    return this.letGo(id, () => !this.#asked.has(id))
  }

  /** Stories that are read, and when somebody last asked for them; those that nobody asked for first. */
  used(): readonly { readonly id: string; readonly at: number }[] {
    return [...this.#ready.keys()]
      .map((id) => ({ id, at: this.#asked.get(id) ?? -Infinity }))
      .sort((a, b) => a.at - b.at)
  }

  /** Whether somebody asked for the story after this time. */
  wasAskedSince(id: string, at: number): boolean {
    return (this.#asked.get(id) ?? -Infinity) > at
  }

  /**
   * Writes all of a story and lets it go, unless `mayGo` says otherwise then or something of it is still on its way to
   * the disk. Nothing may use it when `mayGo` is asked. Resolves with whether it went.
   */
  async letGo(id: string, mayGo: () => boolean): Promise<boolean> {
    const story = await (this.#used.get(id) ?? this.#open.get(id))
    if (!story || !mayGo()) return false
    const { store } = this.room
    if (store.writable) await story.saving.settle()
    // From here on nothing is awaited: the next who asks reads it from the disk.
    if (!mayGo() || this.#ready.get(id) !== story || (store.writable && !story.saving.isIdle)) return false
    this.#putAway(id)
    return true
  }

  /** Nothing of the story may be on its way to the disk. */
  #putAway(id: string): void {
    this.#forget(id)
    this.room.store.letGo(id)
    this.room.left(id)
  }

  #forget(id: string): void {
    for (const shelved of [this.#open, this.#used, this.#ready, this.#asked, this.#stale]) shelved.delete(id)
  }

  #opened(id: string): Promise<OpenStory> {
    // It refuses.
    if (this.#leaving.has(id)) return this.#loaded(id)
    const used = this.#used.get(id)
    if (used) return used
    const opening = this.#noted(id)
    this.#used.set(id, opening)
    opening.catch(() => this.#used.delete(id))
    return opening
  }

  /** Notes what waits to be noted of a story before anybody uses it. */
  async #noted(id: string): Promise<OpenStory> {
    const { store, tell } = this.room
    const story = await this.#loaded(id)
    if (store.writable) await noteOrTell(tell, story, () => this.room.opened(story))
    if (this.#stale.delete(id) && store.writable) this.room.settleSoon(story)
    return story
  }

  #loaded(id: string): Promise<OpenStory> {
    if (this.#leaving.has(id))
      return Promise.reject(new NewsroomError('refused', newsroomText('storyShelf.leaving', { id })))
    const open = this.#open.get(id)
    if (open) return open
    const opening = this.#load(id)
    this.#open.set(id, opening)
    opening.catch(() => this.#open.delete(id))
    return opening
  }

  async #load(id: string): Promise<OpenStory> {
    const { story, isFileStale } = await this.room.loader.load(id)
    this.#ready.set(id, story)
    if (isFileStale) this.#stale.add(id)
    return story
  }
}
