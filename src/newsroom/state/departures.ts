/** How a story leaves the library for good, and how one whose folder is there again comes back. */
import type { Tombstone } from '../../story/ledger/tombstones'
import type { LibraryEvent } from '../../story/ledger/events/libraryEvent'
import type { TrustLoss } from '../../story/ledger/loss'
import type { DeletedFolder, StoryStore } from '../../storage/disk/storyStore'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../story/requests/requests'
import type { Tell } from '../ledger/events'
import type { HeadBook } from '../ledger/headBook'
import type { SnapshotBook } from '../ledger/snapshotBook'
import { messageOf } from '../../story/text/messageOf'
import type { OpenStory } from '../replica/openStory'
import type { IndexKeeper } from '../storyIndex/indexKeeper'
import type { DeletedStories } from './deletedStories'
import type { StoryLooks } from './openStories/storyLooks'
import type { StoryShelf } from './openStories/storyShelf'

/** What the library's ledger keeps of a story. */
export type TombstoneEvent = LibraryEvent & { readonly kind: 'storyDeleted' }

interface DepartureRoom {
  readonly store: StoryStore
  readonly shelf: StoryShelf
  readonly looks: StoryLooks
  readonly index: Pick<IndexKeeper, 'departed' | 'returned' | 'stayed' | 'putBack'>
  readonly snapshots: SnapshotBook
  readonly deleted: DeletedStories
  heads(): HeadBook
  /** Of the library. */
  losses(): readonly TrustLoss[]
  note(by: string, event: LibraryEvent): Promise<void>
  readonly tell: Tell
}

export class Departures {
  /** Deleted stories whose folder is there again, and that are removed or taken back now. */
  readonly #deciding = new Set<string>()

  constructor(private readonly room: DepartureRoom) {}

  /**
   * Deletes a story: its folder, its head, its place in the list. `tombstone` says what stays of it in the library's
   * ledger, and throws when the story may not be deleted; it is asked again when nobody can change the story any more.
   * Rejects if the story was not deleted, and then it is whole.
   */
  async delete(by: string, id: string, tombstone: (story: OpenStory) => TombstoneEvent): Promise<DeletedFolder> {
    const { store, shelf, looks, snapshots } = this.room
    const story = await shelf.story(id)
    tombstone(story)
    const folder = await shelf.remove(id, async () => {
      looks.cancel(id)
      await looks.over()
      // If it has to be put back, all of it is on the disk.
      await story.saving.settle()
      return store
        .deleteStory(id, () => this.room.note(by, tombstone(story)))
        .catch((error: unknown) => {
          this.room.index.stayed(id)
          throw error
        })
    })
    looks.forget(id)
    this.room.index.departed(id)
    snapshots.forget(id)
    this.room.heads().forget([id])
    this.room.tell('storiesChanged', { rows: [], gone: [id] })
    return folder
  }

  /** Removes the folder of a deleted story that is there again. The tombstone stands. */
  removeAgain(id: string): Promise<DeletedFolder> {
    return this.#alone(id, async () => {
      await this.#thereAgainOrThrow(id)
      return this.room.store.deleteStory(id, () => Promise.resolve())
    })
  }

  /** The deleted stories whose folder is there again: somebody put it back by hand. */
  async thereAgain(): Promise<readonly string[]> {
    const { deleted, store } = this.room
    return deleted.size === 0 ? [] : store.storiesThere(deleted.ids())
  }

  /** Makes a deleted story whose folder is there again a story of the library. */
  takeBack(by: string, id: string): Promise<OpenStory> {
    return this.#alone(id, () => this.#takeBack(by, id))
  }

  async #takeBack(by: string, id: string): Promise<OpenStory> {
    const { entries, head } = await this.#thereAgainOrThrow(id)
    const heads = this.room.heads()
    // First: if an older folder was put back, its ledger is behind, and that must be seen.
    if (entries > 0) heads.note(id, { entries, head })
    await heads.settle()
    await this.room.note(by, { kind: 'storyTakenBack', story: id })
    this.room.index.returned(id)
    const story = await this.room.shelf.story(id)
    this.room.tell('storiesChanged', { rows: [story.summary()], gone: [] })
    return story
  }

  async #thereAgainOrThrow(id: string): Promise<Tombstone> {
    const isThere = (await this.thereAgain()).includes(id)
    const tombstone = this.room.deleted.get(id)
    if (!tombstone || !isThere) throw new NewsroomError('usage', newsroomText('deletion.notThereAgain', { id }))
    return tombstone
  }

  /** A story that one person takes back must not be removed by another. */
  async #alone<T>(id: string, work: () => Promise<T>): Promise<T> {
    if (this.#deciding.has(id)) throw new NewsroomError('refused', newsroomText('deletion.deciding', { id }))
    this.#deciding.add(id)
    try {
      return await work()
    } finally {
      this.#deciding.delete(id)
    }
  }

  /**
   * Finishes the deletions that a crash interrupted. Not while the library's ledger lacks anything: the tombstone may
   * be among what is lost.
   */
  async finish(): Promise<void> {
    const { store, deleted } = this.room
    if (this.room.losses().some(({ kind }) => kind === 'libraryLedger' || kind === 'heads')) return
    try {
      const { putBack } = await store.finishDeletions((id) => deleted.has(id))
      for (const id of putBack) this.room.index.putBack(id)
    } catch (error) {
      // The library opens all the same. The doctor tells what is left.
      this.room.tell('storageFailed', { story: '', message: messageOf(error) })
    }
  }
}
