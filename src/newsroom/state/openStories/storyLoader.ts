import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../../story/requests/requests'
import { decodeInWorker } from '../../../storage/story/updates/decodeInWorker'
import { StorageError } from '../../../storage/disk/storageError'
import { lacksTasks, type StoredStory } from '../../../storage/disk/storyStore'
import { deletedWords, type DeletedStories } from '../deletedStories'
import { OpenStory } from '../../replica/openStory'
import type { StoryRoom } from '../../replica/storyRoom'
import { canBeKilled, isUnread, withKill } from '../../replica/unreadStory'
import { lookAtOpening } from '../../reading/capturedFiles'
import type { CheckedStory } from '../libraryTrust'
import { noteOrTell } from './noteOrTell'

interface LoaderRoom {
  /** What the story works with when it is open. */
  readonly room: StoryRoom<OpenStory>
  readonly deleted: DeletedStories
  /** Whether the table of heads knows a story of this id. */
  hasHead(id: string): boolean
  /** Leaves out the entries of the ledger that do not count. */
  checked(stored: StoredStory): Promise<CheckedStory>
}

interface StoryFromDisk {
  readonly story: OpenStory
  /** The story file is older than the story, and is to be written when somebody uses the story. */
  readonly isFileStale: boolean
}

/** Loads stories from the disk, and says why one is not there or cannot be read. */
export class StoryLoader {
  constructor(private readonly library: LoaderRoom) {}

  /** Whether there is a story of this id. */
  async has(id: string): Promise<boolean> {
    return !this.library.deleted.has(id) && (await this.library.room.store.hasStory(id))
  }

  /** Why there is no story of this id. */
  unknown(id: string): NewsroomError {
    const tombstone = this.library.deleted.get(id)
    // A refusal: nobody should look for another story that the same beginning of an id names.
    if (tombstone) return new NewsroomError('refused', deletedWords(tombstone))
    if (this.library.hasHead(id)) return new NewsroomError('failed', newsroomText('storyShelf.folderGone', { id }))
    const { place } = this.library.room.store
    return new NewsroomError('usage', newsroomText('storyShelf.unknownStory', { id, place }))
  }

  /** Rejects with a usage error for an unknown id. Notes the losses that reading finds, and nothing else. */
  async load(id: string): Promise<StoryFromDisk> {
    if (!(await this.has(id))) {
      // Where the folder of all stories is gone, as with an unplugged drive, that is said. It rejects. What was deleted
      // needs no look at all the stories.
      if (!this.library.deleted.has(id)) await this.library.room.store.listStories()
      throw this.unknown(id)
    }
    try {
      return await this.#readFiles(id)
    } catch (error) {
      throw isUnread(error) && (await this.#canBeKilled(id))
        ? withKill(error, newsroomText('storyShelf.canBeKilled', { id }))
        : error
    }
  }

  async #canBeKilled(id: string): Promise<boolean> {
    try {
      return canBeKilled(await this.library.checked(await this.library.room.store.loadHistory(id)))
    } catch {
      return false
    }
  }

  async #readFiles(id: string): Promise<StoryFromDisk> {
    const { room } = this.library
    const { store } = room
    const [stored, file] = [await this.library.checked(await store.loadStory(id)), await store.readStoryFile(id)]
    if (stored.repairs.length > 0) await refuseUndecodable(store.place, stored)
    const story = new OpenStory(withEmptyLedger(stored), room, file)
    // To read it mended its files: a loss that is not noted now would be forgotten with the story.
    if (store.writable) await noteOrTell(room.tell, story, () => story.noteLosses())
    await lookAtOpening(store, story)
    return { story, isFileStale: file !== undefined && (file.stale || lacksTasks(file)) }
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
