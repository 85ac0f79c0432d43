import { createStore } from 'zustand'
import type { Bridge, Outcome } from '../../../../ipc/contract'
import type { AnswerOf, StorySummary } from '../../../../story/requests/requests'
import type { BulkStory } from './bulkWork'
import { rowAt, type StoryList } from './storyList'

/** Rows asked for at once when more are selected than the list holds. */
const MOST_ROWS = 500

export interface SelectionState {
  /** Headlines of the selected stories by id, in the order in which they were selected. */
  readonly chosen: ReadonlyMap<string, string>
  /** Rows that the list does not hold are on their way. */
  readonly isAsking: boolean
}

const NOTHING: SelectionState = { chosen: new Map(), isAsking: false }

/** The stories that are selected in the list of one window. A new search ends the selection. */
export class StorySelection {
  readonly store = createStore<SelectionState>(() => NOTHING)
  readonly #list: StoryList
  readonly #bridge: Bridge
  /** What was selected before the present range, and where the range begins. */
  #base: ReadonlyMap<string, string> = new Map()
  #anchor: string | undefined
  #turn = 0

  constructor(list: StoryList, bridge: Bridge) {
    this.#list = list
    this.#bridge = bridge
    list.store.subscribe(({ query }, before) => {
      if (query !== before.query) this.clear()
    })
    bridge.on('storiesChanged', ({ gone }) => {
      const { chosen } = this.store.getState()
      if (gone.some((id) => chosen.has(id))) this.#show(new Map([...chosen].filter(([id]) => !gone.includes(id))))
    })
  }

  readonly clear = (): void => {
    this.#turn++
    this.#base = new Map()
    this.#anchor = undefined
    if (this.store.getState().chosen.size > 0 || this.store.getState().isAsking) this.store.setState(NOTHING)
  }

  /** Adds a story, or takes it out. The next range begins at it. */
  readonly toggle = (story: BulkStory): void => {
    // The rows of an earlier Select all that are still asked for would bring back what is taken out here.
    this.#turn++
    const chosen = new Map(this.store.getState().chosen)
    if (!chosen.delete(story.id)) chosen.set(story.id, story.headline)
    this.#base = chosen
    this.#anchor = story.id
    this.#show(chosen)
  }

  /** Where ranges begin, until a story is toggled. */
  readonly anchorAt = (id: string): void => {
    this.#base = this.store.getState().chosen
    this.#anchor = id
  }
  /** The selected stories, in the order in which they were selected. */
  get stories(): readonly BulkStory[] {
    return [...this.store.getState().chosen].map(([id, headline]) => ({ id, headline }))
  }
  get anchor(): string | undefined {
    return this.#anchor
  }

  /** Selects the stories between two offsets of the list, both included, and what was selected before the range. */
  readonly range = async (from: number, to: number): Promise<void> => {
    const base = this.#base
    await this.#take(Math.min(from, to), Math.max(from, to) + 1, (rows) => new Map([...base, ...rows.map(entryOf)]))
  }

  /** Selects these rows, and what was selected before the range. */
  readonly rows = (rows: readonly BulkStory[]): void => {
    this.#turn++
    this.#show(new Map([...this.#base, ...rows.map(({ id, headline }) => [id, headline] as const)]))
  }

  /** Selects every story of the list, also those that no window holds. */
  readonly all = async (): Promise<void> => {
    const total = this.#list.store.getState().shown?.total ?? 0
    await this.#take(0, total, (rows) => new Map(rows.map(entryOf)))
  }

  async #take(
    from: number,
    end: number,
    chosenOf: (rows: readonly StorySummary[]) => ReadonlyMap<string, string>,
  ): Promise<void> {
    const turn = ++this.#turn
    const rows = this.#known(from, end) ?? (await this.#asked(from, end, () => turn === this.#turn))
    if (rows && turn === this.#turn) this.#show(chosenOf(rows))
  }

  #known(from: number, end: number): readonly StorySummary[] | undefined {
    const { shown } = this.#list.store.getState()
    if (!shown) return undefined
    const rows: StorySummary[] = []
    for (let offset = from; offset < end; offset++) {
      const row = rowAt(shown, offset)
      if (!row) return undefined
      rows.push(row)
    }
    return rows
  }

  async #asked(from: number, end: number, isWanted: () => boolean): Promise<readonly StorySummary[] | undefined> {
    this.store.setState({ isAsking: true })
    const rows: StorySummary[] = []
    const { query, sort } = this.#list.store.getState()
    for (let offset = from; offset < end; offset += MOST_ROWS) {
      const request = { query, sort, offset, limit: Math.min(MOST_ROWS, end - offset) }
      const outcome = await (this.#bridge.call('act', { action: 'story.page', request }) as Promise<
        Outcome<AnswerOf<'story.page'>>
      >)
      if (!isWanted()) return undefined
      if (!outcome.ok) {
        this.store.setState({ isAsking: false })
        return undefined
      }
      rows.push(...outcome.value.rows)
    }
    return rows
  }

  #show(chosen: ReadonlyMap<string, string>): void {
    this.store.setState({ chosen, isAsking: false })
  }
}

const entryOf = ({ id, headline }: StorySummary): readonly [string, string] => [id, headline]
