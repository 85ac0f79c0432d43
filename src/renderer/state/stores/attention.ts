import { createStore, type StoreApi } from 'zustand'

/**
 * Milliseconds that something is shown before a key may sign it. A glance at two known words takes 0.4 s; words beside
 * their place in a source take twice that.
 */
export const LOOK = 800
/** Milliseconds between two presses of keys that sign. Faster ones are hammered, and none of them counts. */
export const APART = 400

interface Looked {
  /** What is shown now. Null: nothing. */
  readonly shown: string | null
  /** Shown long enough to be signed. */
  readonly ready: boolean
}

/** One thing on the screen, and whether it has been there long enough. */
export class Look {
  readonly store: StoreApi<Looked> = createStore<Looked>(() => ({ shown: null, ready: false }))
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `onReady` hears what was shown long enough. */
  constructor(private readonly onReady?: (what: string) => void) {}

  /** Shows this from now on. The same thing goes on being shown; null shows nothing. */
  readonly show = (what: string | null): void => {
    if (this.store.getState().shown === what) return
    clearTimeout(this.#timer)
    this.store.setState({ shown: what, ready: false })
    if (what !== null) this.#timer = setTimeout(() => this.#isReady(what), LOOK)
  }

  #isReady(what: string): void {
    this.onReady?.(what)
    this.store.setState({ ready: true })
  }

  readonly isReady = (what: string): boolean => {
    const { shown, ready } = this.store.getState()
    return ready && shown === what
  }
}

/** What a person has before their eyes in review, and how they press the keys. */
export class Attention {
  /** The evidence of the current fact, beside its words. */
  readonly fact = new Look()
  readonly #parts = new Set<string>()
  /** The words over the copy, and the selected piece of evidence: partKey (lookKey.ts). */
  readonly words = new Look((part) => this.#parts.add(part))
  readonly piece = new Look((part) => this.#parts.add(part))
  /** The same in the list of facts, for verdicts that need no backup beside it. */
  readonly detail = new Look()
  /** The marked place in a source. */
  readonly place = new Look()
  /** The statement that may need no check. */
  readonly statement = new Look()
  /** Rows that one key signs together: other places of the fact, or what this person signed before. By name. */
  readonly #rows = new Map<string, Look>()
  #lastPress = -Infinity
  #isTold = false

  constructor() {
    let inHand: string | null = null
    this.fact.store.subscribe(({ shown }) => {
      if (shown === null || shown === inHand) return
      inHand = shown
      this.#parts.clear()
    })
  }

  /** Whether a part of the selected fact was on the screen long enough since it was selected. */
  readonly wasSeen = (part: string): boolean =>
    this.#parts.has(part) || this.words.isReady(part) || this.piece.isReady(part)

  readonly row = (name: string): Look => {
    const known = this.#rows.get(name)
    if (known) return known
    const row = new Look()
    this.#rows.set(name, row)
    return row
  }

  /**
   * For a form that signs, from when it opens: whether its fact has been seen by now. It has if it was when the form
   * opened, or if the form has been open for as long as a look takes.
   */
  readonly behindForm = (wasSeen: boolean, since: number = performance.now()): ((now?: number) => boolean) => {
    return (now = performance.now()) => wasSeen || now - since >= LOOK
  }

  /**
   * Notes a press of a key that signs. `at`: milliseconds, as the `timeStamp` of its event. False for held and hammered
   * keys.
   */
  readonly press = (at: number = performance.now()): boolean => {
    const isApart = at - this.#lastPress >= APART
    this.#lastPress = at
    if (isApart) this.#isTold = false
    return isApart
  }

  /** Whether to say that a press did not count: once for all that are hammered in a row. */
  readonly tellsOnce = (): boolean => {
    const isFirst = !this.#isTold
    this.#isTold = true
    return isFirst
  }
}
