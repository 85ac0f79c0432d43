import { newsroomText } from '../../catalogue/rooms/newsroom'
import { NewsroomError, type StorySummary } from '../../story/requests/requests'
import { decodeInWorker } from '../../storage/story/decodeInWorker'
import { StorageError, type StoredStory } from '../../storage/disk/storyStore'
import type { SealedLedger } from '../../story/ledger/libraryEvent'
import type { Ids } from '../environment/ids'
import { deletedWords, type DeletedStories } from './deletedStories'
import { OpenStory } from '../replica/openStory'
import type { StoryRoom } from '../replica/storyRoom'
import { lookAtOpening } from '../reading/capturedFiles'
import type { CheckedStory } from './libraryTrust'
import { messageOf } from '../../story/text/messageOf'

export interface ShelfRoom extends StoryRoom<OpenStory> {
  /** Leaves out the entries of the ledger that do not count. */
  checked(stored: StoredStory): Promise<CheckedStory>
  /** Whether the table of heads knows a story of this id. */
  hasHead(id: string): boolean
}

/** The stories of the library: their ids, the ones that are open, and one line about each of the others. */
export class StoryShelf {
  readonly #open = new Map<string, Promise<OpenStory>>()
  /** Those of them that are read. */
  readonly #ready = new Map<string, OpenStory>()
  /** Stories that somebody asked for. */
  readonly #asked = new Set<string>()
  readonly #summaries = new Map<string, StorySummary>()
  /** Oldest first. */
  readonly #order: string[]
  readonly #known: Set<string>
  /** Ids of stories that are not on the disk yet. */
  readonly #reserved = new Set<string>()
  /** Stories that are being deleted. */
  readonly #leaving = new Set<string>()

  constructor(
    private readonly room: ShelfRoom,
    ids: readonly string[],
    private readonly deleted: DeletedStories,
  ) {
    this.#order = [...ids]
    this.#known = new Set(ids)
  }

  ids(): readonly string[] {
    return [...this.#order]
  }
  isOpen(id: string): boolean {
    return this.#open.has(id)
  }
  openIds(): ReadonlySet<string> {
    return new Set(this.#open.keys())
  }
  /** Of the stories that are open. */
  ledgerEnds(): Readonly<Record<string, SealedLedger>> {
    const ends = [...this.#ready].map(([id, story]) => [id, story.ledgerEnd] as const)
    return Object.fromEntries(ends.filter(([, { entries }]) => entries > 0))
  }
  openStories(): Iterable<Promise<OpenStory>> {
    return this.#open.values()
  }

  /** Opens the story, or returns the one that is open. Rejects with a usage error for an unknown id. */
  story(id: string): Promise<OpenStory> {
    this.#asked.add(id)
    return this.#opened(id)
  }

  /** Gives `make` the id of a new story, and puts the story on the shelf. */
  async add(ids: Ids, make: (id: string) => Promise<OpenStory>): Promise<OpenStory> {
    const id = ids.next('story', (taken) => this.#isTaken(taken))
    this.#reserved.add(id)
    try {
      const story = await make(id)
      this.#order.push(id)
      this.#known.add(id)
      this.#open.set(id, Promise.resolve(story))
      this.#ready.set(id, story)
      return story
    } finally {
      this.#reserved.delete(id)
    }
  }

  /** Puts a story on the shelf whose folder is there again. */
  putBack(id: string): void {
    if (this.#known.has(id)) return
    this.#known.add(id)
    this.#order.push(id)
  }

  /** Takes a story off the shelf when `work` has deleted it. Meanwhile nobody opens it. */
  async remove<T>(id: string, work: () => Promise<T>): Promise<T> {
    if (this.#leaving.has(id)) throw new NewsroomError('refused', newsroomText('storyShelf.leaving', { id }))
    this.#leaving.add(id)
    try {
      const done = await work()
      for (const shelved of [this.#open, this.#ready, this.#asked, this.#summaries, this.#known]) shelved.delete(id)
      const at = this.#order.indexOf(id)
      if (at >= 0) this.#order.splice(at, 1)
      return done
    } finally {
      this.#leaving.delete(id)
    }
  }

  /** The id of a deleted story is never given to another. */
  #isTaken(id: string): boolean {
    return this.#reserved.has(id) || this.#known.has(id) || this.deleted.has(id)
  }

  /**
   * Closes a new story, unless somebody asked for it meanwhile. A later request reads it from the disk. A library can
   * import a thousand stories this way without holding them all in memory. Resolves with whether the story was closed.
   */
  async unload(id: string): Promise<boolean> {
    const story = await this.#open.get(id)
    if (!story || this.#asked.has(id)) return false
    await story.settle()
    if (this.#asked.has(id)) return false
    this.#summaries.set(id, story.summary())
    this.#open.delete(id)
    this.#ready.delete(id)
    return true
  }

  /** One line per story, oldest first. A story that cannot be read says so. */
  async summaries(): Promise<readonly StorySummary[]> {
    for (const id of this.#order) {
      if (this.#open.has(id) || !this.#summaries.has(id) || this.#summaries.get(id)?.unavailable !== undefined)
        this.#summaries.set(id, await this.#summary(id))
    }
    return this.#order.flatMap((id) => this.#summaries.get(id) ?? [])
  }

  #opened(id: string): Promise<OpenStory> {
    if (this.#leaving.has(id))
      return Promise.reject(new NewsroomError('refused', newsroomText('storyShelf.leaving', { id })))
    const open = this.#open.get(id)
    if (open) return open
    if (!this.#known.has(id)) return Promise.reject(this.unknown(id))
    const opening = this.#load(id)
    this.#open.set(id, opening)
    opening.catch(() => this.#open.delete(id))
    return opening
  }

  /** Why there is no story of this id. */
  unknown(id: string): NewsroomError {
    const tombstone = this.deleted.get(id)
    // A refusal: nobody should look for another story that the same beginning of an id names.
    if (tombstone) return new NewsroomError('refused', deletedWords(tombstone))
    if (this.room.hasHead(id)) return new NewsroomError('failed', newsroomText('storyShelf.folderGone', { id }))
    return new NewsroomError('usage', newsroomText('storyShelf.unknownStory', { id, place: this.room.store.place }))
  }

  async #load(id: string): Promise<OpenStory> {
    const { store } = this.room
    const [stored, file] = [await this.room.checked(await store.loadStory(id)), await store.readStoryFile(id)]
    if (stored.repairs.length > 0) await refuseUndecodable(store.place, stored)
    const story = new OpenStory(withEmptyLedger(stored), this.room, file?.summary.updated)
    if (store.writable) await this.#noteLosses(story)
    await lookAtOpening(store, story)
    this.#ready.set(id, story)
    if (file?.stale && store.writable) this.room.settleSoon(story)
    return story
  }

  /** Told, not thrown: the story opens, and is closed to verdicts, even if the disk takes no note of it. */
  async #noteLosses(story: OpenStory): Promise<void> {
    try {
      await story.noteLosses()
    } catch (error) {
      this.room.tell('storageTrouble', { story: story.id, message: messageOf(error) })
    }
  }

  async #summary(id: string): Promise<StorySummary> {
    try {
      const file = this.#open.has(id) ? undefined : await this.room.store.readStoryFile(id)
      return file && !file.stale ? file.summary : (await this.#opened(id)).summary()
    } catch (error) {
      return { ...UNAVAILABLE, id, unavailable: messageOf(error) }
    }
  }
}

/** Every story begins with an entry. Without any, its whole history is lost. */
const withEmptyLedger = (stored: CheckedStory): CheckedStory =>
  stored.ledger.length > 0 || stored.losses.length > 0
    ? stored
    : {
        ...stored,
        losses: [{ kind: 'ledgerEnd', where: 'all', detail: newsroomText('storyShelf.noLedger') }],
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

/** Decodes a repaired document in a worker with a time limit first: damaged bytes may keep Yjs busy for ever. */
async function refuseUndecodable(place: string, { id, updates }: StoredStory): Promise<void> {
  const decoded = await decodeInWorker(updates)
  if (decoded.ok) return
  throw new StorageError(
    newsroomText('storyShelf.place', { place, id }),
    newsroomText('storyShelf.damaged', { why: decoded.why }),
    newsroomText('storyShelf.safe'),
    newsroomText('storyShelf.next'),
    'DAMAGED',
  )
}
