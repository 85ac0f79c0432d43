/** Work that happens one after the other, in the order in which it was asked for. A failure does not stop the next. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve()

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work)
    // The caller holds `turn` and sees its failure; here only its end counts.
    this.last = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }

  async idle(): Promise<void> {
    await this.last
  }
}
