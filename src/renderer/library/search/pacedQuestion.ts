/**
 * Asks the same question again and again, as often as something changed, but never twice at once, and not before a
 * pause is over. Changes during the pause do not start it again: an answer comes however fast they follow each other.
 */
export class PacedQuestion<T> {
  #timer: ReturnType<typeof setTimeout> | undefined
  #isAsking = false
  #isStale = false
  #isOver = false

  /** `pause`: milliseconds from a change to the question. `ask` never rejects. */
  constructor(
    private readonly ask: () => Promise<T>,
    private readonly answered: (answer: T) => void,
    private readonly pause: number,
  ) {}

  /** Something changed. */
  readonly soon = (): void => {
    if (this.#isOver) return
    if (this.#isAsking) this.#isStale = true
    else this.#timer ??= setTimeout(() => void this.#now(), this.pause)
  }

  /** No answer comes any more. */
  readonly end = (): void => {
    this.#isOver = true
    clearTimeout(this.#timer)
  }

  async #now(): Promise<void> {
    this.#timer = undefined
    this.#isAsking = true
    const answer = await this.ask()
    this.#isAsking = false
    if (this.#isOver) return
    this.answered(answer)
    if (!this.#isStale) return
    this.#isStale = false
    this.soon()
  }
}
