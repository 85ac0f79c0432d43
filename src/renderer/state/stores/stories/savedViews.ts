import { createStore } from 'zustand'
import type { Bridge } from '../../../../ipc/contract'
import type { SavedView } from '../../../../ipc/windowChoices'

/** The named searches of the person of this window, in their order. Main keeps them on this machine. */
export class SavedViews {
  readonly store = createStore<{ readonly views: readonly SavedView[] }>(() => ({ views: [] }))
  readonly #bridge: Bridge

  constructor(bridge: Bridge) {
    this.#bridge = bridge
    bridge.on('viewsChanged', ({ views }) => this.show(views))
  }

  readonly show = (views: readonly SavedView[]): void => this.store.setState({ views })

  /** Keeps a search under a name. One of the same name is replaced. */
  readonly save = (view: SavedView): void => {
    const { views } = this.store.getState()
    const at = views.findIndex(({ name }) => name === view.name)
    this.#keep(at < 0 ? [...views, view] : views.with(at, view))
  }

  /** Renames a search. Another one of that name is left out. */
  readonly rename = (name: string, to: string): void =>
    this.#keep(
      this.store
        .getState()
        .views.filter((view) => view.name === name || view.name !== to)
        .map((view) => (view.name === name ? { ...view, name: to } : view)),
    )

  readonly remove = (name: string): void => this.#keep(this.store.getState().views.filter((view) => view.name !== name))

  /** Moves a search up (-1) or down (1). At the end it stays. */
  readonly move = (name: string, by: -1 | 1): void => {
    const views = [...this.store.getState().views]
    const at = views.findIndex((view) => view.name === name)
    const [moved] = at < 0 || at + by < 0 || at + by >= views.length ? [] : views.splice(at, 1)
    if (!moved) return
    views.splice(at + by, 0, moved)
    this.#keep(views)
  }

  /** Puts all of them back, after one was removed. */
  readonly restore = (views: readonly SavedView[]): void => this.#keep(views)

  #keep(views: readonly SavedView[]): void {
    this.show(views)
    void this.#bridge.call('setViews', { views })
  }
}
