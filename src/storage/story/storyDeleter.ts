/**
 * Takes the folders of deleted stories away. The folder gets another name first, then the tombstone is written, then
 * the folder is removed. After a crash at any time the tombstone decides: with one the deletion is finished, without
 * one the story is put back whole.
 */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { StorageError, storageErrorFrom } from '../disk/storageError'
import { isStoryId } from '../disk/storyId'
import type { FinishedDeletions } from '../disk/storyStore'

/** The end of the name of a folder that is being deleted. No story id has a dot. */
const DELETING = '.deleting'

/** The story whose deletion has begun under this name of a folder. Undefined for other names. */
export function storyBeingDeleted(name: string): string | undefined {
  const id = name.endsWith(DELETING) ? name.slice(0, -DELETING.length) : ''
  return isStoryId(id) ? id : undefined
}

export class StoryDeleter {
  /** Stories that this process is deleting now. */
  readonly underWay = new Set<string>()
  readonly #folder: string
  #found: readonly string[] | undefined

  /**
   * `found`: the names in the folder of the stories when this process took the library. They are used once, before the
   * first deletion: to list 50,000 names again would keep the first story waiting.
   */
  constructor(
    private readonly files: FileLayer,
    place: string,
    found?: readonly string[],
  ) {
    this.#folder = join(place, 'stories')
    this.#found = found
  }

  /**
   * `decided` writes the tombstone. If it rejects, the story is put back, and so does this. Resolves with whether the
   * folder is gone; otherwise the next opening of the library removes it.
   */
  async delete(id: string, decided: () => Promise<void>): Promise<boolean> {
    this.#found = undefined
    this.underWay.add(id)
    try {
      await this.#rename(this.#path(id), this.#awayPath(id)).catch(async (error: unknown) => {
        // The folder may have the other name, although that is not on the disk.
        if (await this.#isAway(id)) await this.#putBackOrSay(id)
        throw storageErrorFrom(error, this.#path(id), storageText('safe.nothingChanged'))
      })
      try {
        await decided()
      } catch (error) {
        await this.#putBackOrSay(id)
        throw error
      }
      return await this.#remove(id)
    } finally {
      this.underWay.delete(id)
    }
  }

  /** Finishes or takes back what a crash left. `isDeleted`: whether a story has a tombstone. */
  async finish(isDeleted: (id: string) => boolean): Promise<FinishedDeletions> {
    const [removed, putBack, left]: [string[], string[], string[]] = [[], [], []]
    const names = this.#found ?? (await this.#list())
    this.#found = undefined
    for (const name of names) {
      const id = storyBeingDeleted(name)
      if (id === undefined || this.underWay.has(id)) continue
      if (isDeleted(id)) (await this.#remove(id)) ? removed.push(id) : left.push(id)
      // Two folders of one story: neither is touched, and the doctor tells of it.
      else if (names.includes(id)) left.push(id)
      else if (await this.#putBack(id).then(...YES_NO)) putBack.push(id)
      else left.push(id)
    }
    return { removed, putBack, left }
  }

  #list(): Promise<readonly string[]> {
    return this.files.list(this.#folder).catch((error: unknown) => {
      throw storageErrorFrom(error, this.#folder, storageText('safe.nothingChanged'))
    })
  }

  async #remove(id: string): Promise<boolean> {
    try {
      await this.files.removeFolder(this.#awayPath(id))
      await this.files.syncFolder(this.#folder)
      return true
    } catch (error) {
      return isMissing(error)
    }
  }

  async #putBack(id: string): Promise<void> {
    await this.#rename(this.#awayPath(id), this.#path(id))
  }

  async #putBackOrSay(id: string): Promise<void> {
    await this.#putBack(id).catch((error: unknown) => {
      throw this.#outOfPlace(id, error)
    })
  }

  /** A folder that cannot be listed may have any name. */
  #isAway(id: string): Promise<boolean> {
    const name = id + DELETING
    return this.files.list(this.#folder).then(
      (names) => names.includes(name),
      () => true,
    )
  }

  async #rename(from: string, to: string): Promise<void> {
    await this.files.rename(from, to)
    await this.files.syncFolder(this.#folder)
  }

  #outOfPlace(id: string, error: unknown): StorageError {
    const safe = storageText('deletion.outOfPlaceSafe', { id })
    const { path, what, code } = storageErrorFrom(error, this.#awayPath(id), safe)
    return new StorageError(path, what, safe, storageText('deletion.outOfPlaceNext'), code)
  }

  #path(id: string): string {
    return join(this.#folder, id)
  }
  #awayPath(id: string): string {
    return join(this.#folder, id + DELETING)
  }
}

const YES_NO = [() => true, () => false] as const
