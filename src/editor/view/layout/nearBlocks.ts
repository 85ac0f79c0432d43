/** Indexes of blocks of the sheet; both ends are included. */
export interface BlockRange {
  readonly first: number
  readonly last: number
}

/**
 * The blocks on the screen and around it. Undefined: all of the sheet. What nobody sees of a long story need not be
 * marked in it.
 */
export class NearBlocks {
  #range: BlockRange | undefined
  readonly #listeners = new Set<() => void>()

  get range(): BlockRange | undefined {
    return this.#range
  }

  set(range: BlockRange | undefined): void {
    this.#range = range
    for (const listener of this.#listeners) listener()
  }

  /** Calls `listener` after each change, never within a transaction. Returns what ends that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}
