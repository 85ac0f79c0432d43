import type { SaveTimers } from '../autosave'

/** Does work in small steps while the window is idle. Typing goes on between them. */
export class IdleSteps {
  readonly #clock: Pick<SaveTimers, 'whenIdle'>
  #cancel: (() => void) | null = null

  constructor(clock: Pick<SaveTimers, 'whenIdle'>) {
    this.#clock = clock
  }

  /** Runs `work` up to a `yield` at a time, `afterMs` from now at the earliest, then `done`. Replaces earlier work. */
  run(work: Iterator<void>, done: () => void, afterMs = 0): void {
    this.stop()
    this.#cancel = this.#clock.whenIdle((hasTime) => {
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
