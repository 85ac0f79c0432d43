/** The folders of all stories of a library. */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { FileHandlePool } from '../disk/appendFile'
import { TEMPORARY } from '../disk/durableFile'
import { Damaged, peekHeader, TooNew } from '../disk/envelope'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { storageErrorFrom } from '../disk/storageError'
import { checkStoryId, isStoryId, noSuchStory } from '../disk/storyId'
import type { StoryHeader } from '../disk/storyStore'
import { STATE_FILE } from './stateFile'
import { StoryFolder } from './storyFolder'

export class StoryFolders {
  readonly #folder: string
  /** Promises, so that concurrent calls reach a story in call order. */
  readonly #open = new Map<string, Promise<StoryFolder>>()
  /** Story id → when it was created, for the order of the list. */
  readonly #created = new Map<string, string>()

  constructor(
    private readonly files: FileLayer,
    private readonly place: string,
    private readonly pool: FileHandlePool,
    private readonly writes: boolean,
  ) {
    this.#folder = join(place, 'stories')
  }

  /** Oldest first. A story whose age cannot be read is at the end: loading it says what is wrong. */
  async ids(): Promise<readonly string[]> {
    const ids = (await this.#names()).filter(isStoryId)
    for (const id of ids) if (!this.#created.has(id)) await this.#readCreated(id)
    const key = (id: string): string => `${this.#created.get(id) ?? '\uffff'} ${id}`
    return ids.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  }

  /** To call when a story was made. */
  added({ id, created }: StoryHeader): void {
    this.#created.set(id, created)
  }

  /** Which of these ids have a folder. */
  async there(ids: Iterable<string>): Promise<readonly string[]> {
    const names = new Set(await this.#names())
    return [...ids].filter((id) => names.has(id))
  }

  /** Rejects when there is no such story. */
  story(id: string): Promise<StoryFolder> {
    const known = this.#open.get(id)
    if (known) return known
    const opening = this.#find(id)
    this.#open.set(id, opening)
    opening.catch(() => this.#open.delete(id))
    return opening
  }

  /** The folder, if this process has used it. */
  used(id: string): Promise<StoryFolder> | undefined {
    return this.#open.get(id)
  }

  /** The next use reads the folder again. */
  forget(id: string): void {
    this.#open.delete(id)
  }

  async close(): Promise<void> {
    for (const story of this.#open.values()) await (await story).close()
  }

  async #find(id: string): Promise<StoryFolder> {
    if (!(await this.#names()).includes(checkStoryId(this.place, id))) throw noSuchStory(this.place, id)
    return new StoryFolder(this.files, join(this.#folder, id), id, this.pool, this.writes)
  }

  async #readCreated(id: string): Promise<void> {
    const path = join(this.#folder, id, STATE_FILE)
    try {
      const file = await this.files.open(path, 'read')
      try {
        const created = peekHeader('bytes', await file.readStart(16_384)).about?.['created']
        if (typeof created === 'string') this.#created.set(id, created)
      } finally {
        await file.close()
      }
    } catch (error) {
      if (!isMissing(error) && !(error instanceof Damaged) && !(error instanceof TooNew))
        throw storageErrorFrom(error, path, storageText('safe.nothingChanged'))
    }
  }

  async #names(): Promise<string[]> {
    try {
      return (await this.files.list(this.#folder)).filter((name) => !name.endsWith(TEMPORARY))
    } catch (error) {
      throw storageErrorFrom(error, this.#folder, storageText('safe.nothingChanged'))
    }
  }
}
