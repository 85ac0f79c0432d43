/** In milliseconds. */
export interface Pace {
  /** From a change to the question. */
  readonly pause: number
  /** From one question to the next, at least. Absent: as soon as it is answered. */
  readonly rest?: number
}

/**
 * Asks the same question again and again, as often as something changed, but never twice at once, and not before a
 * pause is over. Changes during the pause do not start it again: an answer comes however fast they follow each other.
 */
export class PacedQuestion<T> {
  #timer: ReturnType<typeof setTimeout> | undefined
  #resting: ReturnType<typeof setTimeout> | undefined
  #isAsking = false
  #isStale = false
  #isOver = false

  /** `ask` never rejects. */
  constructor(
    private readonly ask: () => Promise<T>,
    private readonly answered: (answer: T) => void,
    private readonly pace: Pace,
  ) {}

  /** Something changed. */
  readonly soon = (): void => {
    if (this.#isOver) return
    if (this.#isAsking || this.#resting !== undefined) this.#isStale = true
    else if (this.pace.pause === 0) void this.#now()
    else this.#timer ??= setTimeout(() => void this.#now(), this.pace.pause)
  }

  /** No answer comes any more. */
  readonly end = (): void => {
    this.#isOver = true
    clearTimeout(this.#timer)
    clearTimeout(this.#resting)
  }

  async #now(): Promise<void> {
    this.#timer = undefined
    this.#isAsking = true
    const { rest } = this.pace
    if (rest !== undefined) this.#resting = setTimeout(this.#rested, rest)
    const answer = await this.ask()
    this.#isAsking = false
    if (this.#isOver) return
    this.answered(answer)
    this.#again()
  }

  readonly #rested = (): void => {
    this.#resting = undefined
    this.#again()
  }

  #again(): void {
    if (!this.#isStale || this.#isAsking || this.#resting !== undefined) return
    this.#isStale = false
    this.soon()
  }
}
