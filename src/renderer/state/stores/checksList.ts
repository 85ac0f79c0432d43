import { createStore, type StoreApi } from 'zustand'

/** A finding of the list that is selected, by the group it stands in. */
export interface SelectedFinding {
  readonly group: string
  /** Rule and key. */
  readonly name: string
  /** Its place in the group. When it is gone, the one that took its place is selected. */
  readonly index: number
}

export interface ChecksListState {
  /** Groups that the person opened (true) or folded (false). */
  readonly open: ReadonlyMap<string, boolean>
  /** How many rows of a group are shown. Absent: the selected one with its neighbours. */
  readonly rows: ReadonlyMap<string, number>
  readonly selected: SelectedFinding | null
}

const FRESH: ChecksListState = { open: new Map(), rows: new Map(), selected: null }

/** What a person has opened and selected in the list of issues. It outlives the panel. */
export class ChecksList {
  readonly store: StoreApi<ChecksListState> = createStore<ChecksListState>(() => FRESH)
  #story: string | undefined

  /** Another story begins with its list as it comes. */
  readonly showStory = (story: string): void => {
    if (this.#story === story) return
    this.#story = story
    this.store.setState(FRESH)
  }

  readonly setOpen = (group: string, isOpen: boolean): void =>
    this.store.setState(({ open }) => ({ open: new Map(open).set(group, isOpen) }))

  readonly showRows = (group: string, count: number): void =>
    this.store.setState(({ rows }) => ({ rows: new Map(rows).set(group, count) }))

  /** Shows only the selected finding and its neighbours again. */
  readonly showFew = (group: string): void =>
    this.store.setState(({ rows }) => ({ rows: new Map([...rows].filter(([id]) => id !== group)) }))

  readonly select = (selected: SelectedFinding | null): void => this.store.setState({ selected })
}
