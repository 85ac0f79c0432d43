/** Makes the folders of new stories, several side by side: most of making one is waiting for the disk. */
import { join } from 'node:path'
import { TEMPORARY, temporaryName } from '../disk/durableFile'
import type { FileLayer } from '../disk/fileLayer'
import { StoryFolder } from './storyFolder'
import { checkStoryId, storyExists } from '../disk/storyId'
import type { InitialStory, StoryHeader } from '../disk/storyStore'
import { NOTHING_CHANGED, storageErrorFrom } from '../disk/storageError'
import { Sequencer } from '../disk/sequencer'

export class StoryFolderMaker {
  readonly #folder: string
  readonly #names = new Sequencer()
  /** Id → a story that is being made. */
  readonly #filling = new Map<string, Promise<void>>()
  /** Names of stories in lower case, since some disks take "A" and "a" for the same; listed once, then kept up. */
  #taken: Set<string> | undefined
  readonly #syncing = new Sequencer()
  #nextSync: Promise<void> | undefined

  constructor(
    private readonly files: FileLayer,
    private readonly place: string,
  ) {
    this.#folder = join(place, 'stories')
  }

  /** Rejects when the id is taken, also by a story that is being made; else resolves when all of the story is on the disk. */
  async make({ id: given, guid, created }: StoryHeader, state: Uint8Array, first?: InitialStory): Promise<void> {
    const { filled } = await this.#names.queue(async () => {
      const id = checkStoryId(this.place, given)
      const taken = (this.#taken ??= new Set(
        [...this.#filling.keys(), ...(await this.#listed())].map((name) => name.toLowerCase()),
      ))
      if (taken.has(id.toLowerCase())) throw storyExists(this.place, id)
      taken.add(id.toLowerCase())
      const filling = this.#fill({ id, guid, created }, state, first)
      this.#filling.set(id, filling)
      filling.then(
        () => void this.#filling.delete(id),
        () => {
          this.#filling.delete(id)
          // Whether its name got there is looked up again.
          this.#taken = undefined
        },
      )
      return { filled: filling }
    })
    await filled
  }

  /** `work` begins when no story is half made, and none is begun before it ends. */
  whileNoneIsMade<T>(work: () => Promise<T>): Promise<T> {
    return this.#names.queue(async () => {
      await Promise.allSettled(this.#filling.values())
      return work()
    })
  }

  async #listed(): Promise<readonly string[]> {
    try {
      return (await this.files.list(this.#folder)).filter((name) => !name.endsWith(TEMPORARY))
    } catch (error) {
      throw storageErrorFrom(error, this.#folder, NOTHING_CHANGED)
    }
  }

  async #fill(header: StoryHeader, state: Uint8Array, first: InitialStory | undefined): Promise<void> {
    const path = join(this.#folder, header.id)
    // Filled under another name: a story is there with all its files or not at all.
    const filling = temporaryName(path)
    try {
      await this.files.addFolder(filling)
      await StoryFolder.fill(this.files, filling, header, state, first)
      await this.files.rename(filling, path)
      await this.#syncNames()
    } catch (error) {
      // What cannot be removed now is swept at the next opening.
      await this.files.removeFolder(filling).catch(() => undefined)
      throw storageErrorFrom(error, path, NOTHING_CHANGED)
    }
  }

  /** Names made before the call are on the disk when it resolves; who calls while one sync is under way shares the next. */
  #syncNames(): Promise<void> {
    if (this.#nextSync) return this.#nextSync
    const next = this.#syncing.queue(() => {
      this.#nextSync = undefined
      return this.files.syncFolder(this.#folder)
    })
    this.#nextSync = next
    return next
  }
}
