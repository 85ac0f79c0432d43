import type { SaveTimers } from '../autosave'

/**
 * Typing must pause this long before the lists follow. Quick typists pause less between keys; following each key would
 * cost them a frame.
 */
const PAUSE_MS = 150
/** During steady typing the lists follow at least this often. */
const LATEST_MS = 600
/**
 * In a very long story following costs more than a frame. It then waits for a multiple of its last cost. It takes less
 * than a hundredth of steady typing.
 */
const PAUSE_PER_COST = 8
const LATEST_PER_COST = 150
const LONGEST_PAUSE_MS = 1500
const LONGEST_MS = 10_000

/** Decides when the lists follow the words in the sheet: in a pause of typing, and now and then during it. */
export class AdaptiveDebounce {
  /** Milliseconds that the last update took. */
  #cost = 0
  #cancelPause: (() => void) | null = null
  #cancelLatest: (() => void) | null = null

  /** `follow` is called when an update is due. It calls `run`, then or soon after. `isLatest`: without a pause. */
  constructor(
    private readonly clock: SaveTimers,
    private readonly follow: (isLatest: boolean) => void,
  ) {}

  /** Call when something changes that the lists do not show yet. */
  changed(): void {
    this.#cancelPause?.()
    this.#cancelPause = this.clock.after(pace(this.#cost * PAUSE_PER_COST, PAUSE_MS, LONGEST_PAUSE_MS), () =>
      this.follow(false),
    )
    this.#cancelLatest ??= this.clock.after(pace(this.#cost * LATEST_PER_COST, LATEST_MS, LONGEST_MS), () =>
      this.follow(true),
    )
  }

  /** Runs `bringUp` now and cancels the update that is due. */
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
