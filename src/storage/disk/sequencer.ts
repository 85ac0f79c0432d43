/** Runs async tasks in call order. A rejected task does not block the next. */
export class Sequencer {
  private last: Promise<unknown> = Promise.resolve()

  queue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task)
    // The caller handles the rejection of `result`. Here only its end counts.
    this.last = result.then(
      () => undefined,
      () => undefined,
    )
    return result
  }

  async idle(): Promise<void> {
    await this.last
  }
}
