import { hasIndex } from '../../storage/storyIndex/file/indexFile'
import { readWhole, writeWhole } from '../../storage/storyIndex/file/wholeNote'
import type { IndexState, StorySummary } from '../../story/requests/requests'
import type { IndexRow } from '../../storage/storyIndex/storyIndex'
import { messageOf } from '../../story/text/messageOf'
import type { OpenStory } from '../replica/openStory'
import { shownRow } from '../replica/row/rowCounts'
import type { IndexCall, IndexCalls, IndexEvents, TellIndex } from './worker/indexCalls'
import { IndexPuts } from './indexPuts'
import { IndexThread } from './worker/indexThread'
import type { IndexOptions } from './worker/openIndexLink'
import type { KeptRoom } from './keptRoom'
import { OpenedForIndex } from './worker/openedForIndex'
import { unreadableRow } from './unreadable'

/**
 * Keeps the index in step with the stories, in the process that works with the library. A story that changed is put
 * with its story file, and at the latest before the next question. Nothing here makes the saving of a story wait.
 */
export class IndexKeeper {
  readonly #thread: IndexThread
  /** What of the stories in memory the index has. */
  readonly puts: IndexPuts
  readonly #opened: OpenedForIndex
  /** Resolves when the index has every story as it was found. */
  #upToDate: Promise<void> | undefined
  #isWhole = false
  /** Comparing it with the disk failed: the library cannot be read. */
  #hasFailed = false
  /** Resolves when the first of many stories were compared, and read if the index did not know them. */
  #firstPart = new Signal()
  /** How often `#reset` was called. From the first time on, a note that the index was left whole does not count. */
  #resets = 0
  #progress: { readonly done: number; readonly of: number } | undefined
  /** Stories are read again because roles changed. */
  #reading: Promise<void> = Promise.resolve()
  #isClosing = false

  constructor(
    private readonly room: KeptRoom,
    private readonly options: IndexOptions = {},
  ) {
    const { folder } = options
    const how = () => ({
      ...(folder === undefined ? {} : { folder }),
      library: room.library(),
      sources: room.sources(),
      roster: room.roster(),
      deleted: [...room.deleted()],
      owns: room.store.writable,
      found: room.store.asFound,
    })
    this.#thread = new IndexThread(room.store, options, how, this.#hear)
    this.puts = new IndexPuts(this.#thread, room, (error) => this.#report(error))
    this.#opened = new OpenedForIndex(this.#thread, room, this.puts, (error) => this.#report(error))
  }

  /** Opens the index ahead of the next question, and compares it with the disk. */
  #begin(): void {
    this.#bringUpToDate().catch((error: unknown) => this.#report(error))
  }

  /** How the index stands, as it is: nothing is compared for it. */
  async state(): Promise<IndexState> {
    const begun = await this.#thread.begin()
    const state = await this.#thread.ask('state', undefined)
    return { ...state, whole: this.#isWhole || (begun.isWhole && this.#resets === 0) }
  }

  /** Whether there is an index to ask. If not, the next question makes one, which takes a minute for 50,000 stories. */
  get isMade(): boolean {
    const { folder, ahead = false } = this.options
    return ahead || this.#thread.isBegun || folder === undefined || hasIndex(folder)
  }

  /** Throws the index away. Resolves when another one has every story. */
  async rebuild(): Promise<void> {
    await this.#thread.begin()
    await this.#thread.ask('throwAway', undefined)
    this.#reset()
    await this.#bringUpToDate()
  }

  /** Absent when the index has every story. */
  get indexing(): { readonly done: number; readonly of: number } | undefined {
    return this.#isWhole ? undefined : this.#progress
  }

  /** The source book changed. Resolves when no index holds a name that is protected now. */
  async sourcesChanged(): Promise<void> {
    const { folder } = this.options
    if (!this.#thread.isBegun && (folder === undefined || !hasIndex(folder))) return
    await this.#thread.begin()
    const { isNew, open } = await this.#thread.ask('sources', this.room.sources())
    if (!isNew) return this.#opened.put(open)
    this.#reset()
    if (this.options.ahead) this.#begin()
  }

  /**
   * Somebody has another role. Stories that nobody has open are read again in the background, if that person gave or
   * took back a verdict there. An index that is not open hears of it from the process that opens it next.
   */
  rolesChanged(): void {
    if (!this.#thread.isBegun) return
    this.#reading = this.#reading
      .then(() => this.#bringUpToDate())
      .then(() => this.#readForRoles())
      .catch((error: unknown) => this.#report(error))
  }

  /** One after the other. In the app each waits as long as the one before took: somebody may be typing. */
  async #readForRoles(): Promise<void> {
    const roster = this.room.roster()
    const ids = await this.#thread.ask('otherRoles', roster)
    for (const id of ids) {
      if (this.#isClosing) return
      const began = performance.now()
      await this.#opened.put([id])
      if (this.options.ahead) await new Promise((resolve) => setTimeout(resolve, performance.now() - began))
    }
    await this.#thread.ask('rolesKnown', roster)
    if (ids.length > 0) this.room.tell('storiesChanged', { rows: [], gone: [] })
  }

  /** A story was deleted. */
  departed(id: string): void {
    this.puts.leaving(id)
    if (this.#thread.isBegun) this.#thread.ask('leave', [id]).catch((error: unknown) => this.#report(error))
    else this.puts.missed(id)
  }
  /** The deletion of a story was given up. Somebody may have listed the stories while its folder was away. */
  stayed(id: string): void {
    this.puts.changed(id)
  }
  /**
   * The same after a crash, before the index is opened: a process that looked before this one has not seen the story.
   */
  putBack(id: string): void {
    this.puts.missed(id)
  }
  /** A deleted story is one of the library again. */
  returned(id: string): void {
    this.puts.changed(id)
    if (this.#thread.isBegun) this.#thread.ask('return', id).catch((error: unknown) => this.#report(error))
  }

  /** The story if it is in memory. */
  open(id: string): OpenStory | undefined {
    return this.room.ready(id)
  }
  openStories(): Iterable<OpenStory> {
    return this.room.readyStories()
  }

  /**
   * Asks the index once it has every story as it is now. In the app (`ahead`) it may lack the last second of a long
   * story. `partly`: in the app, an index that was left whole answers first and is compared with the disk then; while
   * it is compared, waits only for the first stories.
   * `withChanges`: false for a question that stories in memory answer themselves. `request`: a function is called when
   * the question is sent. The answer has what was put before that, and nothing later. Rejects when the library cannot
   * be read.
   */
  async question<C extends IndexCall>(
    call: C,
    request: IndexCalls[C]['request'] | (() => IndexCalls[C]['request']),
    asking: { readonly withChanges?: boolean; readonly partly?: boolean } = {},
  ): Promise<IndexCalls[C]['answer']> {
    const { withChanges = true, partly = false } = asking
    const resets = this.#resets
    const isPart = partly && this.options.ahead === true
    await this.#ready(isPart)
    await this.#opened.tryUnreadable({ always: this.options.ahead !== true })
    if (withChanges) this.puts.putChanged()
    const answer = await this.#thread.ask(call, makesRequest(request) ? request() : request)
    if (isPart) this.#begin()
    // Started again meanwhile, after damage: it answered before it had every story.
    return resets === this.#resets || isPart ? answer : this.question(call, request, asking)
  }

  async #ready(partly: boolean): Promise<void> {
    const { isWhole } = await this.#thread.begin()
    // It was left whole, and no Stet has written since: the list need not wait until the files are looked at.
    if (partly && isWhole && this.#resets === 0 && !this.#upToDate && !this.#hasFailed) return
    const upToDate = this.options.ahead
      ? this.#bringUpToDate()
      : // A command has one answer.
        this.#reading.then(() => this.#bringUpToDate())
    return partly && !this.#hasFailed ? Promise.race([upToDate, this.#firstPart.given]) : upToDate
  }

  /**
   * Compares these stories with the disk, and all of them if one is another one: files may be edited by hand, and
   * beside an owner they change all the time. Answers whether it did.
   */
  async wasBehind(ids: readonly string[]): Promise<boolean> {
    // What was opened ahead compares everything anyway.
    if (this.options.ahead && this.room.store.writable) return false
    if (
      await this.#thread.ask(
        'areCurrent',
        ids.filter((id) => !this.room.ready(id)),
      )
    )
      return false
    this.#reset()
    await this.#bringUpToDate()
    return true
  }

  /** The history of a story that does not open was written. Tells lists of its row. */
  async unreadChanged(id: string): Promise<void> {
    await this.#opened.put([id])
    this.room.tell('storiesChanged', { rows: [], gone: [] })
  }

  /** The row of a story that is open, or that the index has with a name masked, as the story itself has it. */
  async shown(found: IndexRow): Promise<StorySummary> {
    return shownRow(await this.#shown(found), { ...this.room.desk(), losses: this.room.losses() })
  }

  async #shown({ row, sealed }: IndexRow): Promise<StorySummary> {
    const open = this.room.ready(row.id)
    if (open) return open.row()
    if (!sealed) return row
    const entry = await this.room.store.readEntry(row.id).catch(() => undefined)
    if (entry) return entry.file.summary
    return this.room
      .visit(row.id, (story) => Promise.resolve(story.row()))
      .catch((error: unknown) => unreadableRow(row.id, messageOf(error)))
  }

  /** To call when every story is on the disk, before the library is given up. */
  async settle(): Promise<void> {
    this.#isClosing = true
    await this.#reading
    this.puts.stop()
    const { folder } = this.options
    if (!this.#thread.isBegun) {
      // Otherwise the next start looks at every story anyway.
      const isOutOfDate = folder !== undefined && this.puts.missesAny && readWhole(folder)?.library === this.#found
      if (!isOutOfDate || !(await this.#thread.begin()).isWhole) return
      await this.#bringUpToDate()
    }
    this.puts.putAll()
    await this.#thread.ask('reread', this.puts.takeAhead())
  }

  /** To call after the library was given up. `wrote`: this process owned it. */
  async close(wrote: boolean): Promise<void> {
    const { folder } = this.options
    const now = folder === undefined ? '' : this.room.store.stampNow()
    // Nobody but this process may have written meanwhile.
    const library = wrote || now === this.#found ? now : ''
    if (this.#thread.isBegun) {
      await this.#thread.ask('close', this.#isWhole && library !== '' ? { library } : {}).catch(() => undefined)
      this.#thread.end()
    } else if (folder !== undefined && wrote && library !== '' && !this.puts.missesAny) {
      const note = readWhole(folder)
      if (note?.library === this.#found) writeWhole(folder, { ...note, library })
    }
  }

  get #found(): string {
    return this.room.store.asFound
  }

  #bringUpToDate(): Promise<void> {
    this.#upToDate ??= this.#compare().then(
      () => this.#nowWhole(),
      (error: unknown) => {
        this.#upToDate = undefined
        this.#hasFailed = true
        throw error
      },
    )
    return this.#upToDate
  }

  async #compare(): Promise<void> {
    const { isWhole } = await this.#thread.begin()
    // Commands trust an index that was left whole. The app compares it all the same: files may be edited by hand.
    if (isWhole && !this.options.ahead && this.#resets === 0)
      await this.#opened.put(await this.#thread.ask('reread', this.puts.takeAhead()))
    else await this.#sweep()
    // A command has one answer.
    if (!this.options.ahead) await this.#readForRoles()
  }

  async #sweep(): Promise<void> {
    await this.#opened.put(await this.#thread.ask('sweep', undefined))
  }

  #nowWhole(): void {
    this.#isWhole = true
    this.#hasFailed = false
    const { of } = this.#progress ?? {}
    this.#progress = undefined
    if (of !== undefined) this.room.tell('storiesChanged', { rows: [], gone: [] })
    // Perhaps while nobody kept the index.
    if (this.options.ahead) this.rolesChanged()
  }

  /** The index may lack stories, as after a restart. All are compared with the disk before the next answer. */
  #reset(): void {
    this.puts.lost()
    this.#upToDate = undefined
    this.#isWhole = false
    this.#firstPart = new Signal()
    this.#resets += 1
  }

  readonly #hear: TellIndex = (name, event) => {
    if (name === 'progress') {
      this.#progress = event as IndexEvents['progress']
      this.#firstPart.give()
      this.room.tell('storiesChanged', { rows: [], gone: [] })
    } else if (name === 'looked') this.#firstPart.give()
    else if (name === 'found') void this.#tellFound(event as IndexEvents['found'])
    else if (name === 'problem') this.#report((event as IndexEvents['problem']).message)
    else {
      this.#reset()
      this.#begin()
    }
  }

  async #tellFound({ rows, gone }: IndexEvents['found']): Promise<void> {
    this.room.tell('storiesChanged', { rows: await Promise.all(rows.map((row) => this.shown(row))), gone })
  }

  #report(error: unknown): void {
    this.room.tell('storageFailed', { story: '', message: typeof error === 'string' ? error : messageOf(error) })
  }
}

const makesRequest = <T>(request: T | (() => T)): request is () => T => typeof request === 'function'

class Signal {
  readonly given: Promise<void>
  give: () => void = () => undefined

  constructor() {
    this.given = new Promise((resolve) => (this.give = resolve))
  }
}
