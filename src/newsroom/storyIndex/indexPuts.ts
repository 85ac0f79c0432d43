import type { StoryFile } from '../../storage/disk/storyStore'
import type { OpenStory } from '../replica/openStory'
import type { IndexCall, IndexCalls } from './worker/indexCalls'
import { forIndex } from './indexedStory'
import type { IndexThread } from './worker/indexThread'
import { StoryVersions } from './storyVersions'

/** Words of a story that is long: reading all of it takes a while. */
const LONG = 5000
/** Milliseconds between two puts of a long story: while a question waits, and while nobody asks. */
const ASKED_EVERY = 1000
const EVERY = 10_000

/** Puts stories in memory into the index: with their story file, and at the latest before the next question. */
export class IndexPuts {
  readonly #versions = new StoryVersions()
  /** When a story was put last, by performance.now(), and whether it is long. */
  readonly #lastPut = new Map<string, { readonly at: number; readonly isLong: boolean }>()
  readonly #timers = new Map<string, NodeJS.Timeout>()

  /** `report`: an error of the index that was not given up. */
  constructor(
    private readonly thread: IndexThread,
    private readonly room: { ready(id: string): OpenStory | undefined },
    private readonly report: (error: unknown) => void,
  ) {}

  /** A story changed in memory. */
  changed(id: string): void {
    this.#versions.changed(id)
  }

  /** Call it before the story file is made, and what it returns when the file is on the disk, with its stamp. */
  filing(id: string, created: string): (file: StoryFile, stamp: string) => void {
    const version = this.#versions.of(id)
    return (file, stamp) => {
      if (!this.thread.isBegun) return this.#versions.put(id, version, false)
      const has = this.#versions.has(id, version)
      if (has === 'later') return
      if (has === 'exactly') this.#tellIndex('restamp', { id, stamp })
      else this.#tellIndex('put', [forIndex(file, created, stamp)])
      this.#versions.put(id, version, stamp !== '')
      this.#notePut(id, file.summary.words)
    }
  }

  /** After a look at a story: one whose file waits is put. */
  looked({ id }: OpenStory): void {
    if (!this.thread.isBegun || !this.#versions.isChanged(id) || this.#timers.has(id)) return
    const wait = this.#wait(id, EVERY)
    if (wait <= 0) return this.#putNow([id])
    const put = (): void => {
      this.#timers.delete(id)
      this.#putNow([id])
    }
    this.#timers.set(id, setTimeout(put, wait).unref())
  }

  /** A story is let go: its files have all of it. */
  leaving(id: string): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    this.#lastPut.delete(id)
    if (!this.#versions.forget(id)) return
    if (this.thread.isBegun) this.#tellIndex('reread', [id])
    else this.#versions.missed(id)
  }

  /** The index has to look at the files of a story when it is opened. */
  missed(id: string): void {
    this.#versions.missed(id)
  }

  /** Puts those of the stories that changed. The next call to the index comes after it. */
  #putNow(ids: readonly string[]): void {
    const stories = ids.flatMap((id) => {
      const story = this.#versions.isChanged(id) ? this.room.ready(id) : undefined
      return story ? [story] : []
    })
    if (stories.length === 0) return
    const put = stories.map((story) => forIndex(story.storyFile(), story.created, ''))
    for (const { summary } of put) {
      this.#versions.put(summary.id, this.#versions.of(summary.id), false)
      this.#notePut(summary.id, summary.words)
    }
    this.#tellIndex('put', put)
  }

  #notePut(id: string, words: number): void {
    this.#lastPut.set(id, { at: performance.now(), isLong: words >= LONG })
  }

  /** Milliseconds until a story is put again that is put once in `every`. 0 for a story that is not long. */
  #wait(id: string, every: number): number {
    const { at, isLong } = this.#lastPut.get(id) ?? { at: 0, isLong: false }
    return isLong ? every - (performance.now() - at) : 0
  }

  /** Before a question. A long story may have been put less than a second ago. */
  putChanged(): void {
    this.#putNow(this.#versions.changedIds().filter((id) => this.#wait(id, ASKED_EVERY) <= 0))
  }
  putAll(): void {
    this.#putNow(this.#versions.changedIds())
  }

  /** Puts a story that was read to be put, unless its story file has put it. */
  putRead(story: OpenStory, stamp: string): void {
    const { id, created } = story
    const version = this.#versions.of(id)
    if (this.#versions.has(id, version) !== 'not') return
    this.#tellIndex('put', [forIndex(story.storyFile(), created, stamp)])
    this.#versions.put(id, version, true)
  }

  /** The index lacks a change of a story in memory, or is ahead of the files of one. */
  get missesAny(): boolean {
    return this.#versions.missesAny
  }
  takeAhead(): readonly string[] {
    return this.#versions.takeAhead()
  }
  /** The index is another one, and has none of the stories. */
  lost(): void {
    this.#versions.lost()
  }
  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  /** Without waiting. An error of the file gives it up, which is told. */
  #tellIndex<C extends IndexCall>(call: C, request: IndexCalls[C]['request']): void {
    this.thread.ask(call, request).catch((error: unknown) => this.report(error))
  }
}
