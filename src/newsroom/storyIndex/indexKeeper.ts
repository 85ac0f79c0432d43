import { readWhole, writeWhole } from '../../storage/storyIndex/wholeNote'
import type { StoryStore } from '../../storage/disk/storyStore'
import type { Source } from '../../story/desk/source'
import type { StorySummary } from '../../story/requests/requests'
import type { IndexRow } from '../../storage/storyIndex/storyIndex'
import { messageOf } from '../../story/text/messageOf'
import type { Tell } from '../ledger/events'
import type { OpenStory } from '../replica/openStory'
import type { IndexCall, IndexCalls, IndexEvents, TellIndex } from './indexCalls'
import { IndexPuts } from './indexPuts'
import { IndexThread } from './indexThread'
import type { IndexOptions } from './openIndexLink'
import { unreadableRow } from './unreadable'

/** What of the newsroom the keeper uses. */
export interface KeptRoom {
  readonly store: StoryStore
  readonly tell: Tell
  sources(): readonly Source[]
  /** The story if it is in memory. */
  ready(id: string): OpenStory | undefined
  readyStories(): Iterable<OpenStory>
  isOpen(id: string): boolean
  /** Reads the story for `use`, and lets it go afterwards unless somebody else has it open. */
  visit<T>(id: string, use: (story: OpenStory) => Promise<T>): Promise<T>
}

/** Milliseconds that the first answer waits for a new index. */
const FIRST_ANSWER = 400
/** Stories that cannot be read and are tried again by one question, and milliseconds until the next may. */
const MOST_TRIED = 20
const TRY_AFTER = 2000

/**
 * Keeps the index in step with the stories, in the process that works with the library. A story that changed is put
 * with its story file, and at the latest before the next question. Nothing here makes the saving of a story wait.
 */
export class IndexKeeper {
  readonly #thread: IndexThread
  /** What of the stories in memory the index has. */
  readonly puts: IndexPuts
  readonly #unreadable = new Set<string>()
  #triedAt = -Infinity
  /** Resolves when the index has every story as it was found. */
  #upToDate: Promise<void> | undefined
  #isWhole = false
  /** The index was begun anew: nothing in it can be trusted to be whole. */
  #isAnew = false
  /** How often it was. */
  #turn = 0
  #progress: { readonly done: number; readonly of: number } | undefined

  constructor(
    private readonly room: KeptRoom,
    private readonly options: IndexOptions = {},
  ) {
    const { folder } = options
    const how = () => ({
      ...(folder === undefined ? {} : { folder }),
      sources: room.sources(),
      owns: room.store.writable,
      found: room.store.asFound,
    })
    this.#thread = new IndexThread(room.store, options, how, this.#hear)
    this.puts = new IndexPuts(this.#thread, room, (error) => this.#report(error))
  }

  /** Opens the index ahead of the first question, and compares it with the disk. */
  begin(): void {
    this.#bringUpToDate().catch((error: unknown) => this.#report(error))
  }

  /** Absent when the index has every story. */
  get indexing(): { readonly done: number; readonly of: number } | undefined {
    return this.#isWhole ? undefined : this.#progress
  }

  /** The source book changed. Resolves when no index holds a name that is protected now. */
  async sourcesChanged(): Promise<void> {
    if (!this.#thread.isBegun && this.options.folder === undefined) return
    await this.#thread.begin()
    const { anew, open } = await this.#thread.ask('sources', this.room.sources())
    if (!anew) return this.#open(open)
    this.#anew()
    if (this.options.ahead) this.begin()
  }

  /** The story if it is in memory. */
  open(id: string): OpenStory | undefined {
    return this.room.ready(id)
  }
  openStories(): Iterable<OpenStory> {
    return this.room.readyStories()
  }

  /**
   * Asks when the index has every story as it is now. An index that is opened ahead may still be reading, and lacks at
   * most a second of a long story. `withChanges`: false for a question that stories in memory answer themselves.
   */
  async question<C extends IndexCall>(
    call: C,
    request: IndexCalls[C]['request'],
    { withChanges = true }: { readonly withChanges?: boolean } = {},
  ): Promise<IndexCalls[C]['answer']> {
    const turn = this.#turn
    const { isNew } = await this.#thread.begin()
    const upToDate = this.#bringUpToDate()
    if (!this.options.ahead) await upToDate
    else if (isNew && !this.#isWhole) await Promise.race([upToDate.catch(() => undefined), delay(FIRST_ANSWER)])
    await this.#tryUnreadable()
    if (withChanges) this.puts.putChanged()
    const answer = await this.#thread.ask(call, request)
    // Begun anew meanwhile, after damage: it answered before it had every story.
    return turn === this.#turn || this.options.ahead ? answer : this.question(call, request, { withChanges })
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
        'stillSo',
        ids.filter((id) => !this.room.ready(id)),
      )
    )
      return false
    this.#anew()
    this.#upToDate = this.#sweep().then(() => this.#nowWhole())
    await this.#upToDate
    return true
  }

  /** The row of a story that is open, or that the index has with a name sealed, as the story itself has it. */
  async shown({ row, sealed }: IndexRow): Promise<StorySummary> {
    const open = this.room.ready(row.id)
    if (open) return open.summary()
    if (!sealed) return row
    const entry = await this.room.store.readEntry(row.id).catch(() => undefined)
    if (entry) return entry.file.summary
    return this.room
      .visit(row.id, (story) => Promise.resolve(story.summary()))
      .catch((error: unknown) => unreadableRow(row.id, messageOf(error)))
  }

  /** To call when every story is on the disk, before the library is given up. */
  async settle(): Promise<void> {
    this.puts.stop()
    const { folder } = this.options
    if (!this.#thread.isBegun) {
      // Otherwise the next start looks at every story anyway.
      const isWorth = folder !== undefined && this.puts.missesAny && readWhole(folder)?.library === this.#found
      if (!isWorth || !(await this.#thread.begin()).isWhole) return
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
        throw error
      },
    )
    return this.#upToDate
  }

  async #compare(): Promise<void> {
    const { isWhole } = await this.#thread.begin()
    // Commands trust an index that was left whole. The app compares it all the same: files may be edited by hand.
    if (isWhole && !this.options.ahead && !this.#isAnew)
      await this.#open(await this.#thread.ask('reread', this.puts.takeAhead()))
    else await this.#sweep()
  }

  async #sweep(): Promise<void> {
    await this.#open(await this.#thread.ask('sweep', undefined))
  }

  #nowWhole(): void {
    this.#isWhole = true
    const { of } = this.#progress ?? {}
    this.#progress = undefined
    if (of !== undefined) this.room.tell('storiesChanged', { rows: [], gone: [] })
  }

  /** The index lacks stories. */
  #anew(): void {
    this.puts.lost()
    this.#upToDate = undefined
    this.#isWhole = false
    this.#isAnew = true
    this.#turn += 1
  }

  /** Opens stories that only opening can tell of. */
  async #open(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (this.room.ready(id)) this.puts.changed(id)
      else await this.#visit(id)
    }
    this.puts.putAll()
  }

  async #visit(id: string): Promise<void> {
    const { store } = this.room
    try {
      // Before it is read: a change that comes meanwhile gives its files another stamp.
      const stamp = this.room.isOpen(id) ? '' : await store.stampFound(id).catch(() => '')
      await this.room.visit(id, async (story) => {
        this.#unreadable.delete(id)
        // Puts it with its story file.
        if (store.writable) await story.settle()
        this.puts.putRead(story, stamp)
      })
    } catch (error) {
      this.#unreadable.add(id)
      this.#tellIndex('putUnreadable', { id, why: messageOf(error) })
    }
  }

  /** A drive may be there again. */
  async #tryUnreadable(): Promise<void> {
    const now = performance.now()
    if (this.#unreadable.size === 0 || (this.options.ahead && now - this.#triedAt < TRY_AFTER)) return
    this.#triedAt = now
    const ids = [...this.#unreadable].slice(0, MOST_TRIED)
    for (const id of ids) this.#unreadable.delete(id)
    await this.#open(await this.#thread.ask('reread', ids))
  }

  readonly #hear: TellIndex = (name, event) => {
    if (name === 'progress') {
      this.#progress = event as IndexEvents['progress']
      this.room.tell('storiesChanged', { rows: [], gone: [] })
    } else if (name === 'found') void this.#tellFound(event as IndexEvents['found'])
    else if (name === 'problem') this.#report((event as IndexEvents['problem']).message)
    else {
      this.#anew()
      this.begin()
    }
  }

  async #tellFound({ rows, gone }: IndexEvents['found']): Promise<void> {
    this.room.tell('storiesChanged', { rows: await Promise.all(rows.map((row) => this.shown(row))), gone })
  }

  /** Without waiting. An error of the file gives it up, which is told. */
  #tellIndex<C extends IndexCall>(call: C, request: IndexCalls[C]['request']): void {
    this.#thread.ask(call, request).catch((error: unknown) => this.#report(error))
  }

  #report(error: unknown): void {
    this.room.tell('storageTrouble', { story: '', message: typeof error === 'string' ? error : messageOf(error) })
  }
}

const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
