/** Writes the updates of one story to the disk, in their order. */
export interface UpdateWriting {
  /** Resolves when the bytes are on the disk. */
  readonly append: (update: Uint8Array) => Promise<void>
  /** The whole document as one update. */
  readonly whole: () => Uint8Array
  /** Called after each write. */
  readonly written: () => void
  /** Called when an update is on disk. `whole`: the whole document was written in its place. */
  readonly saved: (
    update: Uint8Array,
    by: string,
    more: { readonly origin: string | undefined; readonly whole: boolean },
  ) => void
}

/** After a failed write the disk lacks a change. The next write then writes the whole document. */
export class UpdateWriter {
  #behind = false
  #failures = 0
  #saving: Promise<void> = Promise.resolve()
  /** Writes under way. */
  #pending = 0

  constructor(readonly to: UpdateWriting) {}

  /** Every change is on the disk. */
  get isIdle(): boolean {
    return this.#pending === 0 && !this.#behind
  }

  save(update: Uint8Array, by: string, origin?: string): Promise<void> {
    this.#pending += 1
    const saving = this.#put(update, by, origin).finally(() => (this.#pending -= 1))
    this.#saving = saving
    return saving
  }

  /** Waits for the current writes, and writes under the name of `by` what a failed write left behind. */
  async settle(by: string): Promise<void> {
    await this.#saving.catch(() => undefined)
    if (this.#behind) await this.save(new Uint8Array(), by)
  }

  async #put(update: Uint8Array, by: string, origin?: string): Promise<void> {
    let bytes = this.#behind ? this.to.whole() : update
    for (;;) {
      const failures = this.#failures
      this.#behind = false
      try {
        await this.to.append(bytes)
      } catch (error) {
        this.#behind = true
        this.#failures += 1
        throw error
      }
      this.to.written()
      if (failures === this.#failures) break
      // A change before this one is not on disk, so this one alone could not be applied.
      bytes = this.to.whole()
    }
    this.to.saved(bytes, by, { origin, whole: bytes !== update })
  }
}
