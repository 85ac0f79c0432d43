import type { SaveTimers } from './autosave'

/** Typing must pause this long before the lists follow; quick typists take less from key to key, and their lists would cost each of them a frame. */
const PAUSE_MS = 150
/** During steady typing the lists follow at least this often. */
const LATEST_MS = 600
/**
 * In a very long story following costs more than a frame. Then it waits for a longer pause, in multiples of what it cost
 * last time, so that it seldom stands in the way of a key: of steady typing it takes less than a hundredth.
 */
const PAUSE_PER_COST = 8
const LATEST_PER_COST = 150
const LONGEST_PAUSE_MS = 1500
const LONGEST_MS = 10_000

/** When the lists beside a sheet follow its words: in a pause of typing, and now and then while it goes on. */
export class AdaptiveDebounce {
  /** Milliseconds that following took last time. */
  #cost = 0
  #cancelPause: (() => void) | null = null
  #cancelLatest: (() => void) | null = null

  /** `follow` is asked for when the time has come; it calls `run`. */
  constructor(
    private readonly clock: SaveTimers,
    private readonly follow: () => void,
  ) {}

  /** Something has changed that the lists do not show yet. */
  changed(): void {
    this.#cancelPause?.()
    this.#cancelPause = this.clock.after(pace(this.#cost * PAUSE_PER_COST, PAUSE_MS, LONGEST_PAUSE_MS), this.follow)
    this.#cancelLatest ??= this.clock.after(pace(this.#cost * LATEST_PER_COST, LATEST_MS, LONGEST_MS), this.follow)
  }

  /** Brings the lists up now, by `bringUp`; nothing is due after it. */
  run(bringUp: () => void): void {
    this.stop()
    const start = performance.now()
    bringUp()
    // React renders in a microtask of its own, which is part of the cost.
    queueMicrotask(() => (this.#cost = performance.now() - start))
  }

  stop(): void {
    this.#cancelPause?.()
    this.#cancelLatest?.()
    this.#cancelPause = this.#cancelLatest = null
  }
}

const pace = (wanted: number, least: number, most: number): number => Math.min(Math.max(wanted, least), most)
