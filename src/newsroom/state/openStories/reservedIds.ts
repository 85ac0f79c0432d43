import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../../story/requests/requests'
import { Sequencer } from '../../../storage/disk/sequencer'
import type { StoryStore } from '../../../storage/disk/storyStore'
import type { Ids } from '../../environment/ids'
import type { DeletedStories } from '../deletedStories'

interface IdRoom {
  readonly store: Pick<StoryStore, 'hasStory'>
  readonly deleted: DeletedStories
  /** Whether the table of heads knows a story of this id. */
  hasHead(id: string): boolean
}

/** The ids of stories that are being made: they are not on the disk yet, and no other story gets them. */
export class ReservedIds {
  readonly #reserved = new Set<string>()
  readonly #reserving = new Sequencer()

  constructor(private readonly room: IdRoom) {}

  /** Gives `make` the id of a new story. The id is reserved until `make` is done. */
  async withNew<T>(ids: Ids, make: (id: string) => Promise<T>): Promise<T> {
    // In the order of the calls: stories of one file after the other are made, and listed, in their order.
    const id = await this.#reserving.queue(() => this.#reserve(ids))
    return this.#until(id, () => make(id))
  }

  /** The same for a story that has its id from another library. Rejects when there is one, or was one. */
  async withGiven<T>(id: string, make: () => Promise<T>): Promise<T> {
    const { store, deleted } = this.room
    const taken = (): NewsroomError => new NewsroomError('refused', newsroomText('storyShelf.idTaken', { id }))
    if (this.#reserved.has(id) || deleted.has(id) || this.room.hasHead(id)) throw taken()
    // Reserved before the look at the disk: the next who asks meanwhile is refused.
    this.#reserved.add(id)
    return this.#until(id, async () => {
      if (await store.hasStory(id)) throw taken()
      return make()
    })
  }

  async #until<T>(id: string, make: () => Promise<T>): Promise<T> {
    try {
      return await make()
    } finally {
      this.#reserved.delete(id)
    }
  }

  /** The id of a deleted story is never given to another. */
  async #reserve(ids: Ids): Promise<string> {
    const { store, deleted } = this.room
    const taken = new Set<string>()
    for (;;) {
      const id = ids.next('story', (one) => this.#reserved.has(one) || taken.has(one) || deleted.has(one))
      this.#reserved.add(id)
      if (!(await store.hasStory(id))) return id
      this.#reserved.delete(id)
      taken.add(id)
    }
  }
}
