/** The folders of all stories of a library. */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { FileHandlePool } from '../disk/appendFile'
import type { FileLayer } from '../disk/fileLayer'
import { storageErrorFrom } from '../disk/storageError'
import { checkStoryId, isStoryId, noSuchStory } from '../disk/storyId'
import type { StoryEntry } from '../disk/storyStore'
import { readStoryEntry } from './storyEntry'
import { StoryFolder } from './storyFolder'
import { hasStamp, stampFound } from './storyStamp'
import { storyNames } from './storyNames'

export class StoryFolders {
  readonly #folder: string
  /** Promises, so that concurrent calls reach a story in call order. */
  readonly #open = new Map<string, Promise<StoryFolder>>()
  /** Stories that were let go and give their files back. */
  readonly #closing = new Set<Promise<void>>()
  /** Stories that are visited, and whether they are let go afterwards. */
  readonly #visits = new Map<string, { letGo: boolean }>()

  constructor(
    private readonly files: FileLayer,
    private readonly place: string,
    private readonly pool: FileHandlePool,
    private readonly writes: boolean,
  ) {
    this.#folder = join(place, 'stories')
  }

  /** In any order. */
  async ids(): Promise<readonly string[]> {
    return (await this.#names()).filter(isStoryId)
  }

  /** Which of these ids have a folder. */
  async there(ids: Iterable<string>): Promise<readonly string[]> {
    const names = new Set(await this.#names())
    return [...ids].filter((id) => names.has(id))
  }

  /** Rejects when there is no such story. */
  story(id: string): Promise<StoryFolder> {
    this.#stays(id)
    return this.#opened(id)
  }

  /** The folder, if this process has used it. */
  used(id: string): Promise<StoryFolder> | undefined {
    this.#stays(id)
    return this.#open.get(id)
  }

  /**
   * Uses a folder, and lets it go afterwards unless this process has used it before or uses it meanwhile: a copy of the
   * library visits every story.
   */
  async visit<T>(id: string, use: (story: StoryFolder) => Promise<T>): Promise<T> {
    // Both must use one folder, so it stays.
    if (this.#visits.has(id)) return use(await this.story(id))
    const visit = { letGo: !this.#open.has(id) }
    this.#visits.set(id, visit)
    try {
      return await use(await this.#opened(id))
    } finally {
      this.#visits.delete(id)
      if (visit.letGo) this.letGo(id)
    }
  }

  /** Somebody uses the story beside a visit. */
  #stays(id: string): void {
    const visit = this.#visits.get(id)
    if (visit) visit.letGo = false
  }

  #opened(id: string): Promise<StoryFolder> {
    const known = this.#open.get(id)
    if (known) return known
    const opening = this.#find(id)
    this.#open.set(id, opening)
    opening.catch(() => this.#open.delete(id))
    return opening
  }

  /** Gives the files of a story back of which nothing is being written. One that is visited goes when that ends. */
  letGo(id: string): void {
    const visit = this.#visits.get(id)
    if (visit) {
      visit.letGo = true
      return
    }
    const open = this.#open.get(id)
    if (!open) return
    this.#open.delete(id)
    const closing = open.then((story) => story.close()).catch(() => undefined)
    this.#closing.add(closing)
    void closing.then(() => this.#closing.delete(closing))
  }

  /** The next use reads the folder again. */
  forget(id: string): void {
    this.#open.delete(id)
  }

  async close(): Promise<void> {
    for (const story of this.#open.values()) await (await story).close()
    await Promise.all(this.#closing)
  }

  /** Whether there is a story of this id: one look at the disk. False for what is no id. */
  async has(id: string): Promise<boolean> {
    if (!isStoryId(id)) return false
    // Some disks take "A" and "a" for the same, and only the list of names tells which one it is.
    if (id !== id.toLowerCase()) return (await this.#names()).includes(id)
    try {
      return this.files.factsNow(join(this.#folder, id)) !== undefined
    } catch (error) {
      throw storageErrorFrom(error, this.#folder, storageText('safe.nothingChanged'))
    }
  }

  /** Whether the story's files have this stamp. */
  hasStamp(id: string, stamp: string): boolean {
    return hasStamp(this.files, join(this.#folder, id), stamp)
  }

  stampFound(id: string): Promise<string> {
    return stampFound(this.files, join(this.#folder, id))
  }

  entry(id: string): Promise<StoryEntry | undefined> {
    return readStoryEntry(this.files, join(this.#folder, id))
  }

  async #find(id: string): Promise<StoryFolder> {
    if (!(await this.has(checkStoryId(this.place, id)))) throw noSuchStory(this.place, id)
    return new StoryFolder(this.files, join(this.#folder, id), id, this.pool, this.writes)
  }

  #names(): Promise<readonly string[]> {
    return storyNames(this.files, this.#folder)
  }
}
