/** Calls `step` later. `hasTime` says whether another step may follow in the same task. Returns how to cancel it. */
type Later = (step: (hasTime: () => boolean) => void, afterMs?: number) => () => void

/** Does work in small steps. Typing goes on between them. */
export class SteppedWork {
  #cancel: (() => void) | null = null

  /** `later`: when a step is done. */
  constructor(private readonly later: Later) {}

  /** Runs `work` up to a `yield` at a time, `afterMs` from now at the earliest, then `done`. Replaces earlier work. */
  run(work: Iterator<void>, done: () => void, afterMs = 0): void {
    this.stop()
    this.#cancel = this.later((hasTime) => {
      let isDone: boolean
      do isDone = work.next().done === true
      while (!isDone && hasTime())
      if (isDone) done()
      else this.run(work, done)
    }, afterMs)
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }
}
