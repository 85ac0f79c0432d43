import { createStore } from 'zustand'
import type { Bridge, Events, Outcome } from '../../../../ipc/contract'
import type { AnswerOf, RequestOf, StoryPage, StorySort, StorySummary } from '../../../../story/requests/requests'
import { defined } from '../../../../story/text/defined'
import { keepsItsPlace } from './storyOrder'

/** Rows of one page. Pages begin at multiples of it. */
const PAGE_ROWS = 100
/** Pages kept around the shown ones. */
const PAGES_AROUND = 1
/** Milliseconds after a change before the shown pages are asked again. */
const PAUSE_MS = 150
/** Milliseconds after a letter of a search before it is asked. */
const TYPING_MS = 30
/** Milliseconds after the pointer moved over the rows in which none of them moves: it may be about to press one. */
const AIM_MS = 1000
/** Milliseconds between two looks while the index is being built. */
const INDEXING_MS = 1000

/** What the list shows: the rows near the visible ones, and the counts of all. */
export interface ShownStories extends Pick<StoryPage, 'groups' | 'total' | 'indexing' | 'problem'> {
  readonly query: string
  readonly sort: StorySort
  /** Rows by number of the page: page 2 begins at offset 200. */
  readonly pages: ReadonlyMap<number, readonly StorySummary[]>
  /** The story that was looked for, and its offset. */
  readonly found?: { readonly id: string; readonly at: number }
}

export interface StoryListState {
  /** The search field, as typed. `shown` may still be of an earlier one. */
  readonly query: string
  readonly sort: StorySort
  /** The last answer. Undefined before the first one. It stays until the next one is there. */
  readonly shown: ShownStories | undefined
  /** Why the last request failed. */
  readonly failed: string | undefined
}

interface Wanted {
  readonly pages: readonly number[]
  /** The story that should be found again after a change. */
  readonly find: string | undefined
}

/**
 * The list of stories in one window. It holds the pages around the shown rows, never the whole list. A changed row is
 * replaced where it is. If rows move, appear or go, the shown pages are asked again.
 */
export class StoryList {
  readonly store = createStore<StoryListState>(() => ({
    query: '',
    sort: 'updated',
    shown: undefined,
    failed: undefined,
  }))
  readonly #bridge: Bridge
  #wanted: Wanted = { pages: [0], find: undefined }
  /** Answers of earlier turns are dropped. */
  #turn = 0
  #isAsking = false
  #isStale = false
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Until then no row moves by what others do. Milliseconds since 1970. */
  #heldUntil = 0

  constructor(bridge: Bridge) {
    this.#bridge = bridge
    bridge.on('storiesChanged', this.#change)
  }

  /** Sets what the list shows and asks for it. The current rows stay until the answer is there. */
  readonly ask = (wanted: Partial<Pick<StoryListState, 'query' | 'sort'>>): void => {
    this.store.setState(wanted)
    this.#wanted = { pages: [0], find: undefined }
    this.refresh()
  }

  /** Sets the search while a person types, and asks once the keys rest. */
  readonly type = (query: string): void => {
    this.store.setState({ query })
    this.#wanted = { pages: [0], find: undefined }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.refresh, TYPING_MS)
  }

  /** The pointer moves over the rows. */
  readonly aim = (): void => {
    this.#heldUntil = Date.now() + AIM_MS
  }

  /** Asks for the shown pages again. */
  readonly refresh = (): void => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#turn++
    this.#isStale = true
    this.#isAsking = false
    void this.#run()
  }

  /** Tells which rows are drawn, by offset. `find`: the story to find again if it moves. */
  readonly draw = (offsets: Iterable<number>, find?: string): void => {
    const pages = new Set([...offsets].map((offset) => Math.floor(offset / PAGE_ROWS)))
    this.#wanted = { pages: [...pages].sort((a, b) => a - b), find }
    void this.#run()
  }

  /** Looks a story of the library up. Null: it is not there. Undefined: nobody can tell now. */
  readonly lookUp = async (id: string): Promise<StorySummary | null | undefined> => {
    const place = await this.#page({ offset: 0, limit: 1, find: id })
    if (!place.ok) return undefined
    const { at, indexing } = place.value
    if (at === undefined) return indexing ? undefined : null
    const page = at === 0 ? place : await this.#page({ offset: at, limit: 1 })
    const row = page.ok ? page.value.rows[0] : undefined
    return row?.id === id ? row : undefined
  }

  /** One request at a time: scrolling fast through many pages asks only for those where it rests. */
  async #run(): Promise<void> {
    if (this.#isAsking) return
    const turn = this.#turn
    this.#isAsking = true
    for (let pages = this.#missing(); pages.length > 0; pages = this.#missing()) {
      const isFresh = this.#isStale
      this.#isStale = false
      const { query, sort } = this.store.getState()
      const { find } = this.#wanted
      const answers = await Promise.all(
        runsOf(pages).map(async ([first, count]) => ({
          first,
          outcome: await this.#page({
            query,
            sort,
            offset: first * PAGE_ROWS,
            limit: count * PAGE_ROWS,
            ...defined({ find }),
          }),
        })),
      )
      if (turn !== this.#turn) return
      for (const { first, outcome } of answers) {
        if (!outcome.ok) {
          this.store.setState({ failed: outcome.message })
          this.#isAsking = false
          return
        }
        this.#take({ page: outcome.value, first, query, sort, find, isFresh: isFresh && first === answers[0]?.first })
      }
    }
    this.#isAsking = false
  }

  #page(request: RequestOf<'story.page'>): Promise<Outcome<AnswerOf<'story.page'>>> {
    // Sent past the notices: a list that follows its stories is no action of the person.
    return this.#bridge.call('act', { action: 'story.page', request }) as Promise<Outcome<AnswerOf<'story.page'>>>
  }

  /** Pages to ask for. Those past the end of the list are left out. */
  #missing(): readonly number[] {
    const { shown, failed } = this.store.getState()
    if (failed !== undefined && !this.#isStale) return []
    if (this.#isStale || !shown) return this.#wanted.pages.length > 0 ? this.#wanted.pages : [0]
    const last = Math.ceil(shown.total / PAGE_ROWS) - 1
    return this.#wanted.pages.filter((page) => page <= last && !shown.pages.has(page))
  }

  #take({
    page: { rows, groups, total, indexing, problem, at },
    first,
    query,
    sort,
    find,
    isFresh,
  }: {
    readonly page: StoryPage
    readonly first: number
    readonly query: string
    readonly sort: StorySort
    readonly find: string | undefined
    readonly isFresh: boolean
  }): void {
    const before = this.store.getState().shown
    const pages = new Map(isFresh ? [] : before?.pages)
    const count = Math.max(1, Math.ceil(rows.length / PAGE_ROWS))
    for (let at = 0; at < count; at++) pages.set(first + at, rows.slice(at * PAGE_ROWS, (at + 1) * PAGE_ROWS))
    const near = (page: number): boolean => this.#wanted.pages.some((wanted) => Math.abs(wanted - page) <= PAGES_AROUND)
    for (const page of pages.keys()) if (!near(page)) pages.delete(page)
    // Another request saw another list: what stands between its rows is not known any more.
    if (!isFresh && before && !sameGroups(before.groups, groups)) this.#isStale = true
    this.store.setState({
      failed: undefined,
      shown: {
        query,
        sort,
        // The same counts stay the same object: the list is not laid out again for them.
        groups: before && sameGroups(before.groups, groups) ? before.groups : groups,
        total,
        pages,
        ...defined({ indexing, problem }),
        ...(find !== undefined && at !== undefined ? { found: { id: find, at } } : {}),
      },
    })
    if (indexing) this.#later(INDEXING_MS)
  }

  readonly #change = ({ rows, gone }: Events['storiesChanged']): void => {
    const { shown } = this.store.getState()
    if (!shown) return
    const areMany = rows.length + gone.length === 0
    let hasMoved = areMany || gone.length > 0 || (rows.length > 0 && shown.query.trim() !== '')
    let pages: Map<number, readonly StorySummary[]> | undefined
    for (const row of rows) {
      const place = placeOf(pages ?? shown.pages, row.id)
      if (!place) {
        hasMoved = true
        continue
      }
      pages ??= new Map(shown.pages)
      const now = { pages }
      const known = { sort: shown.sort, groups: shown.groups, rowAt: (offset: number) => rowAt(now, offset) }
      hasMoved ||= !keepsItsPlace(known, place.page * PAGE_ROWS + place.at, row)
      pages.set(place.page, (pages.get(place.page) ?? []).with(place.at, row))
    }
    if (pages) this.store.setState({ shown: { ...shown, pages } })
    if (hasMoved) this.#later(PAUSE_MS)
  }

  #later(pause: number): void {
    this.#timer ??= setTimeout(this.#due, pause)
  }

  readonly #due = (): void => {
    const rest = this.#heldUntil - Date.now()
    if (rest > 0) this.#timer = setTimeout(this.#due, rest)
    else this.refresh()
  }
}

/** The row at an offset, if its page is there. */
export const rowAt = ({ pages }: Pick<ShownStories, 'pages'>, offset: number): StorySummary | undefined =>
  pages.get(Math.floor(offset / PAGE_ROWS))?.[offset % PAGE_ROWS]

/** The offset of a story among the pages that are there. */
export function offsetOf({ pages, found }: Pick<ShownStories, 'pages' | 'found'>, id: string): number | undefined {
  const place = placeOf(pages, id)
  if (place) return place.page * PAGE_ROWS + place.at
  return found?.id === id ? found.at : undefined
}

function placeOf(
  pages: ReadonlyMap<number, readonly StorySummary[]>,
  id: string,
): { readonly page: number; readonly at: number } | undefined {
  for (const [page, rows] of pages) {
    const at = rows.findIndex((row) => row.id === id)
    if (at >= 0) return { page, at }
  }
  return undefined
}

/** Most pages that one request may ask for. */
const MOST_PAGES = 5

/** Runs of consecutive pages, as first page and number of pages. */
function runsOf(pages: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last && last[0] + last[1] === page && last[1] < MOST_PAGES) last[1]++
    else runs.push([page, 1])
  }
  return runs
}

const sameGroups = (a: StoryPage['groups'], b: StoryPage['groups']): boolean =>
  a.length === b.length && a.every(({ id, count }, index) => b[index]?.id === id && b[index].count === count)
