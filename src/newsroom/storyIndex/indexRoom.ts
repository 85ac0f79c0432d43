import { createHash } from 'node:crypto'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { protectedTerms, type ProtectedTerm } from '../../projection/scan/protectedTerms'
import type { IndexedStory } from '../../storage/storyIndex/indexedStory'
import {
  beginAnew,
  isDamage,
  openIndexFile,
  removeOtherIndexes,
  type IndexPlace,
  type OpenedIndex,
} from '../../storage/storyIndex/indexFile'
import { MemoryIndex } from '../../storage/storyIndex/memoryIndex'
import { removeUnusedIndexes } from '../../storage/storyIndex/unusedIndexes'
import { readWhole, removeWhole, writeWhole } from '../../storage/storyIndex/wholeNote'
import type { Source } from '../../story/desk/source'
import { parseQuery } from '../../story/query/parseQuery'
import { localClock } from '../../story/query/queryClock'
import { defined } from '../../story/text/defined'
import { messageOf } from '../../story/text/messageOf'
import { isNamedIn } from '../../story/text/personName'
import type { BeginIndex, BegunIndex, IndexCall, IndexCalls, StoriesOnDisk, TellIndex } from './indexCalls'
import { indexedStory } from './indexedStory'
import type { StoryForIndex } from './storyForIndex'
import { storySealer } from './sealStory'
import { openNames, printOfNames } from './sourcesOfIndex'
import { sweepStories } from './sweepStories'
import { unreadable } from './unreadable'

type Handlers = {
  readonly [C in IndexCall]: (
    request: IndexCalls[C]['request'],
  ) => Promise<IndexCalls[C]['answer']> | IndexCalls[C]['answer']
}

/** Stamp of a story that cannot be read: never the one of its files. */
const UNREADABLE = '!'

/**
 * The index of one library with all that changes it, in whichever thread. A damaged index is begun anew; the keeper
 * then sweeps it. Nobody sees an error of it.
 */
export class IndexRoom {
  #opened: OpenedIndex = { index: new MemoryIndex(), isNew: true }
  #options: BeginIndex = { library: '', sources: [], deleted: [], owns: false, found: '' }
  #place: IndexPlace | undefined
  #terms: readonly ProtectedTerm[] = []
  #names: ReadonlyMap<string, string> = new Map()
  #seal: (story: IndexedStory) => IndexedStory = (story) => story
  /** Story id → the number of its last put. What was read before that is older. */
  readonly #puts = new Map<string, number>()
  #putsSoFar = 0
  readonly #deleted = new Set<string>()
  #sweeping: Promise<readonly string[]> | undefined
  /** The note that the index is whole is gone. */
  #isChanging = false

  constructor(
    private readonly stories: StoriesOnDisk,
    private readonly tell: TellIndex,
  ) {}

  async call<C extends IndexCall>(call: C, request: IndexCalls[C]['request']): Promise<IndexCalls[C]['answer']> {
    const opened = this.#opened
    try {
      return await this.#handlers[call](request)
    } catch (error) {
      if (opened.index.kept === 'memory') throw error
      // Another call may have given it up meanwhile.
      if (this.#opened === opened) this.#giveUp(error)
      return await this.#handlers[call](request)
    }
  }

  readonly #handlers: Handlers = {
    begin: (options) => this.#begin(options),
    put: (stories) => this.#put(stories),
    restamp: ({ id, stamp }) => {
      this.#changing()
      this.#index.restamp(id, stamp)
      return undefined
    },
    reread: (ids) => this.#reread(ids),
    putUnreadable: ({ id, why }) => {
      this.#changing()
      this.#index.put([unreadable(id, why, UNREADABLE)])
      return undefined
    },
    leave: (ids) => this.#leave(ids),
    return: (id) => void this.#deleted.delete(id),
    sweep: () => (this.#sweeping ??= this.#sweep().finally(() => (this.#sweeping = undefined))),
    sources: (sources) => this.#takeSources(sources),
    rows: ({ query, whole = false, now, ...wanted }) => {
      if (query === undefined || query.trim() === '') return this.#index.rows(wanted)
      const parsed = parseQuery(query, { typing: !whole })
      const { problem } = parsed
      return { ...this.#index.rows({ ...wanted, query: parsed, clock: localClock(now) }), ...defined({ problem }) }
    },
    search: ({ query, now, ...wanted }) =>
      this.#index.search({ ...wanted, query: parseQuery(query, { typing: true }), clock: localClock(now) }),
    called: ({ name, limit }) => this.#index.called(name, limit),
    resting: (sources) => this.#index.resting(sources),
    waiting: (person) => this.#index.waiting((line) => isNamedIn(line, person)),
    stillSo: (ids) => ids.every((id) => this.#isStillSo(id)),
    close: ({ library }) => {
      const { folder } = this.#options
      const { file } = this.#opened
      this.#index.close()
      if (library && folder !== undefined && file !== undefined)
        writeWhole(folder, { library, file, names: this.#namesHash() })
      this.#opened = { index: new MemoryIndex(), isNew: true }
      return undefined
    },
  }

  get #index() {
    return this.#opened.index
  }

  #begin(options: BeginIndex): BegunIndex {
    this.#options = options
    for (const id of options.deleted) this.#deleted.add(id)
    this.#know()
    const { problem, file } = this.#open()
    const whole = options.folder === undefined ? undefined : readWhole(options.folder)
    const isWhole =
      this.#wasSwept() && whole?.library === options.found && whole.file === file && whole.names === this.#namesHash()
    return { isWhole: isWhole && options.found !== '', ...defined({ problem }) }
  }

  /** Whether the index had every story once. */
  #wasSwept(): boolean {
    try {
      return this.#index.note(SWEPT) !== undefined
    } catch (error) {
      this.#giveUp(error)
      return false
    }
  }

  #know(): void {
    this.#terms = protectedTerms(this.#options.sources)
    this.#names = openNames(this.#options.sources)
    this.#seal = storySealer(this.#terms)
  }

  /** Opens the index for the names that are protected now. */
  #open(): OpenedIndex {
    const { folder, library, sources, owns } = this.#options
    const print = folder === undefined ? undefined : printOfNames(library, sources)
    this.#place = folder === undefined || print === undefined ? undefined : { folder, print }
    this.#opened = this.#place ? openIndexFile(this.#place) : { index: new MemoryIndex(), isNew: true }
    if (owns && folder !== undefined) removeOtherIndexes({ folder, print: print ?? '' })
    return this.#opened
  }

  /** After an error of the file: another file, or memory when the disk is to blame. */
  #giveUp(error: unknown): void {
    try {
      this.#index.close()
    } catch {
      // It is given up anyway.
    }
    const problem = isDamage(error) ? undefined : newsroomText('storyIndex.lost', { why: messageOf(error) })
    this.#opened =
      problem === undefined && this.#place ? beginAnew(this.#place) : { index: new MemoryIndex(), isNew: true }
    if (this.#options.owns && this.#place) removeOtherIndexes(this.#place)
    const message = problem ?? this.#opened.problem
    if (message !== undefined) this.tell('problem', { message })
    this.tell('begunAnew', {})
  }

  /** Tells one set of open names from another. */
  #namesHash(): string {
    const names = [...this.#names].sort(([a], [b]) => (a < b ? -1 : 1))
    return createHash('sha256').update(JSON.stringify(names)).digest('hex')
  }

  /** To call before anything changes: an index that is changed is not whole until it is closed so. */
  #changing(): void {
    if (this.#isChanging) return
    if (this.#options.folder !== undefined && this.#index.kept === 'file') removeWhole(this.#options.folder)
    this.#isChanging = true
  }

  #isStillSo(id: string): boolean {
    const stamp = this.#index.stampOf(id)
    return stamp === UNREADABLE || (stamp !== undefined && this.stories.isStill(id, stamp))
  }

  #put(stories: readonly StoryForIndex[]): undefined {
    this.#changing()
    this.#index.put(stories.map((story) => this.#made(story)))
    for (const { summary } of stories) this.#puts.set(summary.id, ++this.#putsSoFar)
  }

  #made(story: StoryForIndex): IndexedStory {
    return this.#seal(indexedStory(story, this.#names))
  }

  #leave(ids: readonly string[]): undefined {
    this.#changing()
    this.#index.remove(ids)
    for (const id of ids) {
      this.#deleted.add(id)
      // What is being read of it is older.
      this.#puts.set(id, ++this.#putsSoFar)
    }
  }

  /** Whether a story was put after this number of puts. */
  #isTouched(id: string, since: number): boolean {
    return (this.#puts.get(id) ?? 0) > since
  }

  async #reread(ids: readonly string[]): Promise<readonly string[]> {
    const open: string[] = []
    for (const id of ids) {
      if (this.#deleted.has(id)) {
        this.#leave([id])
        continue
      }
      const since = this.#putsSoFar
      const entry = await this.stories.readEntry(id).catch(() => undefined)
      if (this.#isTouched(id, since)) continue
      if (entry) this.#put([{ ...entry.file, created: entry.created, stamp: entry.stamp }])
      else open.push(id)
    }
    return open
  }

  async #sweep(): Promise<readonly string[]> {
    const opened = this.#opened
    const since = this.#putsSoFar
    if (opened.index.note(NAMES) !== this.#namesHash()) await this.#rereadNamed()
    const ids = (await this.stories.listStories()).filter((id) => !this.#deleted.has(id))
    const open = await sweepStories(this.stories, ids, opened.index, {
      make: (story) => this.#made(story),
      isTouched: (id) => this.#isTouched(id, since),
      isFirst: opened.index.note(SWEPT) === undefined,
      changing: () => this.#changing(),
      isCurrent: () => this.#opened === opened,
      tell: this.tell,
    })
    if (this.#opened !== opened) return this.#sweep()
    opened.index.finish()
    if (opened.index.note(SWEPT) === undefined) opened.index.setNote(SWEPT, 'yes')
    const { folder, owns } = this.#options
    if (owns && folder !== undefined) removeUnusedIndexes(folder)
    return open
  }

  /** Source names changed while nobody kept the index: the stories that rest on any source are read again. */
  async #rereadNamed(): Promise<void> {
    const known = JSON.parse(this.#index.note(KNOWN) ?? '{}') as Readonly<Record<string, string>>
    const before = new Map(Object.entries(known))
    await this.#rereadResting(before)
  }

  /** Reads the stories again that rest on sources whose names are other ones now. */
  async #rereadResting(before: ReadonlyMap<string, string>): Promise<readonly string[]> {
    const changed = [...new Set([...before.keys(), ...this.#names.keys()])].filter(
      (id) => before.get(id) !== this.#names.get(id),
    )
    const open = await this.#reread(this.#index.resting(changed).map(({ row }) => row.id))
    this.#changing()
    this.#index.setNote(KNOWN, JSON.stringify(Object.fromEntries(this.#names)))
    this.#index.setNote(NAMES, this.#namesHash())
    return open
  }

  async #takeSources(
    sources: readonly Source[],
  ): Promise<{ readonly anew: boolean; readonly open: readonly string[] }> {
    const before = { names: this.#names, terms: JSON.stringify(this.#terms) }
    this.#options = { ...this.#options, sources }
    this.#know()
    if (JSON.stringify(this.#terms) === before.terms)
      return { anew: false, open: await this.#rereadResting(before.names) }
    // What is protected now must not stand in any file. What is not any more must be found.
    this.#index.close()
    this.#open()
    return { anew: true, open: [] }
  }
}

/** Note: the index had every story once. */
const SWEPT = 'swept'
/** Notes: a hash of the names of open sources that the index has, and the names by id. */
const NAMES = 'names'
const KNOWN = 'known'
