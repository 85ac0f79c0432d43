/** Which change of each story the index has. */
export class StoryVersions {
  /** Story id → its last change, and the one that was put. */
  readonly #known = new Map<string, { now: number; put: number }>()
  /** Stories that the index has ahead of their files, or whose change it missed. */
  readonly #ahead = new Set<string>()
  #changes = 0

  changed(id: string): void {
    this.#of(id).now = ++this.#changes
  }

  /** The last change of a story. */
  of(id: string): number {
    return this.#of(id).now
  }

  /** Whether the index has exactly this change, has a later one, or has none of them. */
  has(id: string, version: number): 'exactly' | 'later' | 'not' {
    const { put } = this.#of(id)
    return put === version ? 'exactly' : put > version ? 'later' : 'not'
  }

  /** `whole`: its files have it too. */
  put(id: string, version: number, whole: boolean): void {
    const known = this.#of(id)
    known.put = Math.max(known.put, version)
    if (whole) this.#ahead.delete(id)
    else this.#ahead.add(id)
  }

  isChanged(id: string): boolean {
    const known = this.#known.get(id)
    return known !== undefined && known.now > Math.max(known.put, 0)
  }

  /** Stories that changed since they were put. */
  changedIds(): readonly string[] {
    return [...this.#known.keys()].filter((id) => this.isChanged(id))
  }

  /** Forgets a story that is let go. Returns whether the index has to read its files. */
  forget(id: string): boolean {
    const isBehind = this.isChanged(id) || this.#ahead.has(id)
    this.#known.delete(id)
    this.#ahead.delete(id)
    return isBehind
  }

  /** The index has to read the files of a story. */
  missed(id: string): void {
    this.#ahead.add(id)
  }

  /** Stories whose files the index has to read. The caller reads them. */
  takeAhead(): readonly string[] {
    const ids = [...this.#ahead]
    this.#ahead.clear()
    return ids
  }
  get missesAny(): boolean {
    return this.#ahead.size > 0 || this.changedIds().length > 0
  }

  /** The index is another one, and has none of the stories. */
  lost(): void {
    for (const known of this.#known.values()) known.put = -1
  }

  #of(id: string): { now: number; put: number } {
    const known = this.#known.get(id) ?? { now: 0, put: -1 }
    this.#known.set(id, known)
    return known
  }
}
