/** Joins lists into one. The same lists give the same joined list: what was computed from it stays valid. */
export class JoinedLists<T> {
  #from: readonly (readonly T[])[] = []
  #joined: readonly T[] = []

  of(lists: readonly (readonly T[])[]): readonly T[] {
    if (lists.length !== this.#from.length || lists.some((list, index) => list !== this.#from[index])) {
      this.#from = lists
      this.#joined = lists.flat()
    }
    return this.#joined
  }
}
