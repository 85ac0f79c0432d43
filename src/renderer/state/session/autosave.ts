import * as Y from 'yjs'
import { createStore } from 'zustand'
import type { Outcome } from '../../../ipc/contract'
import { messageOf } from '../../../story/text/messageOf'

/** `refused`: the owner does not take these changes, and waiting does not help. */
export type SaveState = 'saved' | 'saving' | { readonly error: string; readonly refused?: true }

export interface SaveTimers {
  readonly after: (ms: number, step: () => void) => () => void
  /** Runs once the current changes are on the screen. */
  readonly afterFrame: (step: () => void) => () => void
  /** Runs when the window is idle, `afterMs` from now at the earliest. `hasTime` says whether it is still idle. */
  readonly whenIdle: (step: (hasTime: () => boolean) => void, afterMs?: number) => () => void
  /** Runs in a task of its own: keys that wait are taken first. `hasTime` says whether it is still a short one. */
  readonly nextTask: (step: (hasTime: () => boolean) => void) => () => void
}
export const windowTimers: SaveTimers = {
  after: (ms, step) => {
    const timer = setTimeout(step, ms)
    return () => clearTimeout(timer)
  },
  afterFrame: (step) => {
    const cancel = (): void => {
      cancelAnimationFrame(frame)
      clearTimeout(shown)
      clearTimeout(unseen)
    }
    const take = (): void => {
      cancel()
      step()
    }
    let shown: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => (shown = setTimeout(take)))
    // A hidden window is not drawn.
    const unseen = setTimeout(take, UNSEEN_MS)
    return cancel
  },
  whenIdle: (step, afterMs = 0) => {
    let request: number | undefined
    const timer = setTimeout(() => {
      request = requestIdleCallback(
        (deadline) => {
          const isShort = shortTask()
          step(() => deadline.timeRemaining() > IDLE_LEFT_MS && isShort())
        },
        { timeout: IDLE_LATEST_MS },
      )
    }, afterMs)
    return () => {
      clearTimeout(timer)
      if (request !== undefined) cancelIdleCallback(request)
    }
  },
  nextTask: (step) => {
    const timer = setTimeout(() => step(shortTask()))
    return () => clearTimeout(timer)
  },
}
/** Whether a task that begins now is still short. */
function shortTask(): () => boolean {
  const until = performance.now() + SHORT_TASK_MS
  return () => performance.now() < until
}
/** Milliseconds. */
const UNSEEN_MS = 50
/** Milliseconds. A key that arrives in a task waits for its end: an idle period could last 50 ms. */
const SHORT_TASK_MS = 6
/** Milliseconds. With less time left no step starts. */
const IDLE_LEFT_MS = 2
/** Milliseconds. In a window that is never idle a step runs at least this often. */
const IDLE_LATEST_MS = 500

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 15_000

/**
 * Sends a story's changes to the owner of the library once they are on the screen, one message at a time. Changes made
 * meanwhile go out together in the next message. `state` is "saved" only when every change was acknowledged. A change
 * that could not be written is kept in order and sent again; typing goes on.
 */
export class Autosave {
  readonly store = createStore<{ readonly state: SaveState }>(() => ({ state: 'saved' }))
  readonly #push: (update: Uint8Array) => Promise<Outcome<unknown>>
  readonly #clock: SaveTimers
  #waiting: Uint8Array[] = []
  #inFlight: Promise<void> | null = null
  #sending: Uint8Array | null = null
  #retryMs = FIRST_RETRY_MS
  #cancelRetry: (() => void) | null = null
  /** The first change of a message waits for its frame. */
  #begins = false
  #cancelStart: () => void = () => undefined
  /** What brings changes later. */
  readonly #coming = new Set<Promise<unknown>>()
  #added = 0
  /** How many changes a copy elsewhere has. */
  #copied = 0

  constructor(push: (update: Uint8Array) => Promise<Outcome<unknown>>, clock: SaveTimers = windowTimers) {
    this.#push = push
    this.#clock = clock
  }

  readonly add = (update: Uint8Array): void => {
    this.#waiting.push(update)
    this.#added += 1
    if (this.store.getState().state === 'saved') this.store.setState({ state: 'saving' })
    if (this.#inFlight || this.#cancelRetry || this.#begins) return
    // The owner's work on it would delay the frame that shows it.
    this.#begins = true
    this.#cancelStart = this.#clock.afterFrame(() => {
      this.#begins = false
      if (!this.#inFlight && !this.#cancelRetry && this.#waiting.length > 0) this.#inFlight = this.#send()
    })
  }

  /** Words come once `coming` is done, such as a paste that waits for its reader. Until then not all is saved. */
  readonly expect = (coming: Promise<unknown>): void => {
    this.#coming.add(coming)
    if (this.store.getState().state === 'saved') this.store.setState({ state: 'saving' })
    const come = (): void => {
      this.#coming.delete(coming)
      if (!this.pending && this.store.getState().state === 'saving') this.store.setState({ state: 'saved' })
    }
    void coming.then(come, come)
  }

  /**
   * Resolves to true once everything added so far is on disk, to false if that failed. Sends at once instead of waiting
   * for a retry.
   */
  readonly flush = async (): Promise<boolean> => {
    this.#cancelRetry?.()
    this.#cancelRetry = null
    this.#cancelStart()
    this.#begins = false
    while (this.#coming.size > 0) await Promise.allSettled(this.#coming)
    for (;;) {
      if (this.#inFlight) await this.#inFlight
      if (this.#waiting.length === 0) return true
      if (this.#cancelRetry) return false
      this.#inFlight = this.#send()
    }
  }

  /** Call it when a copy elsewhere is begun, and what it returns when that is on its disk. */
  readonly copying = (): (() => void) => {
    const has = this.#added
    return () => {
      this.#copied = Math.max(this.#copied, has)
    }
  }

  /** Everything added so far is in a copy elsewhere. */
  get isCopied(): boolean {
    return this.#added > 0 && this.#copied === this.#added && this.#coming.size === 0
  }

  /** Resolves to whether the story may be left: everything is on disk, or in a copy elsewhere. */
  readonly mayLeave = async (): Promise<boolean> => (await this.flush()) || this.isCopied

  /** Drops what waits. A message on its way goes on, and is sent again if it fails. */
  readonly stop = (): void => {
    this.#cancelRetry?.()
    this.#cancelRetry = null
    this.#waiting = []
    this.#coming.clear()
  }

  /** The number of typed characters that may not be on disk. */
  get unsaved(): number {
    return [...this.#waiting, ...(this.#sending ? [this.#sending] : [])].reduce(
      (sum, update) => sum + charactersIn(update),
      0,
    )
  }

  get pending(): boolean {
    return this.#inFlight !== null || this.#waiting.length > 0 || this.#coming.size > 0
  }

  async #send(): Promise<void> {
    const batch = this.#waiting
    this.#waiting = []
    const [only] = batch
    const update = batch.length === 1 && only ? only : Y.mergeUpdates(batch)
    this.#sending = update
    const outcome = await this.#push(update).catch((error: unknown): Outcome<unknown> => ({
      ok: false,
      reason: 'failed',
      message: messageOf(error),
    }))
    this.#inFlight = null
    this.#sending = null
    if (outcome.ok) {
      this.#retryMs = FIRST_RETRY_MS
      if (this.#waiting.length > 0) this.#inFlight = this.#send()
      else this.store.setState({ state: this.#coming.size > 0 ? 'saving' : 'saved' })
      return
    }
    this.#waiting = [update, ...this.#waiting]
    const { message, reason } = outcome
    this.store.setState({ state: reason === 'refused' ? { error: message, refused: true } : { error: message } })
    this.#cancelRetry = this.#clock.after(this.#retryMs, () => {
      this.#cancelRetry = null
      this.#inFlight ??= this.#send()
    })
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS)
  }
}

const charactersIn = (update: Uint8Array): number =>
  Y.decodeUpdate(update).structs.reduce(
    (sum, struct) => sum + (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.length : 0),
    0,
  )
