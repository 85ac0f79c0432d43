import * as Y from 'yjs'
import { createStore } from 'zustand'
import type { Outcome } from '../../../ipc/contract'
import { messageOf } from '../../../story/text/messageOf'

export type SaveState = 'saved' | 'saving' | { readonly trouble: string }

export interface SaveTimers {
  readonly after: (ms: number, step: () => void) => () => void
  /** When what has changed by now is on the screen. */
  readonly afterFrame: (step: () => void) => () => void
  /** When nothing else is asked of the window, `afterMs` from now at the earliest; `hasTime` says whether it is still so. */
  readonly whenIdle: (step: (hasTime: () => boolean) => void, afterMs?: number) => () => void
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
    // A window that nobody sees is not drawn.
    const unseen = setTimeout(take, UNSEEN_MS)
    return cancel
  },
  whenIdle: (step, afterMs = 0) => {
    let request: number | undefined
    const timer = setTimeout(() => {
      request = requestIdleCallback(
        (deadline) => {
          const until = performance.now() + IDLE_STEP_MS
          step(() => deadline.timeRemaining() > IDLE_LEFT_MS && performance.now() < until)
        },
        { timeout: IDLE_LATEST_MS },
      )
    }, afterMs)
    return () => {
      clearTimeout(timer)
      if (request !== undefined) cancelIdleCallback(request)
    }
  },
}
/** Milliseconds. */
const UNSEEN_MS = 50
/** Milliseconds: an idle time can be as long as 50 ms, and a key that comes in meanwhile would wait for its end. */
const IDLE_STEP_MS = 6
/** Milliseconds: less is not worth beginning anything. */
const IDLE_LEFT_MS = 2
/** A window that is never idle gets on with it all the same, a step at a time. */
const IDLE_LATEST_MS = 500

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 15_000

/**
 * Sends a story's changes to the library's owner as soon as they are on the screen, one message in flight; what is typed meanwhile goes out
 * together in the next. `state` is "saved" only when every change so far was acknowledged. A change that could not be written is
 * kept, in order, and tried again; typing goes on.
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

  constructor(push: (update: Uint8Array) => Promise<Outcome<unknown>>, clock: SaveTimers = windowTimers) {
    this.#push = push
    this.#clock = clock
  }

  readonly add = (update: Uint8Array): void => {
    this.#waiting.push(update)
    if (this.store.getState().state === 'saved') this.store.setState({ state: 'saving' })
    if (this.#inFlight || this.#cancelRetry || this.#begins) return
    // The owner's work on it would stand in the way of the frame that shows it.
    this.#begins = true
    this.#cancelStart = this.#clock.afterFrame(() => {
      this.#begins = false
      if (!this.#inFlight && !this.#cancelRetry && this.#waiting.length > 0) this.#inFlight = this.#send()
    })
  }

  /** Resolves true once everything added so far is on disk, false when that failed. Tries at once, without waiting for a retry. */
  readonly flush = async (): Promise<boolean> => {
    this.#cancelRetry?.()
    this.#cancelRetry = null
    this.#cancelStart()
    this.#begins = false
    for (;;) {
      if (this.#inFlight) await this.#inFlight
      if (this.#waiting.length === 0) return true
      if (this.#cancelRetry) return false
      this.#inFlight = this.#send()
    }
  }

  /** Characters that were typed and are not known to be on disk. */
  get unsaved(): number {
    return [...this.#waiting, ...(this.#sending ? [this.#sending] : [])].reduce(
      (sum, update) => sum + charactersIn(update),
      0,
    )
  }

  get pending(): boolean {
    return this.#inFlight !== null || this.#waiting.length > 0
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
      else this.store.setState({ state: 'saved' })
      return
    }
    this.#waiting = [update, ...this.#waiting]
    this.store.setState({ state: { trouble: outcome.message } })
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
