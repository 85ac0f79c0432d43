/** Brings the updates of one story to the disk, in the order in which they were made. */
export interface UpdateWriting {
  /** Resolves when the bytes are on the disk. */
  readonly append: (update: Uint8Array) => Promise<void>
  /** All of the document as one update. */
  readonly whole: () => Uint8Array
  /** One write came to the disk. */
  readonly written: () => void
  /** An update is on the disk, as these bytes; `whole`: all of the document went there in its place. */
  readonly saved: (
    update: Uint8Array,
    by: string,
    more: { readonly origin: string | undefined; readonly whole: boolean },
  ) => void
}

/** After a write that failed the disk lacks something that the replica has: then all of it goes there again with the next one. */
export class UpdateWriter {
  #behind = false
  #failures = 0
  #saving: Promise<void> = Promise.resolve()

  constructor(readonly to: UpdateWriting) {}

  save(update: Uint8Array, by: string, origin?: string): Promise<void> {
    const saving = this.#put(update, by, origin)
    this.#saving = saving
    return saving
  }

  /** Waits for what is under way, and brings under the name of `by` what a failed write left behind. */
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
      // A change before this one did not come to disk: this one would hang in the air, so all goes there again.
      bytes = this.to.whole()
    }
    this.to.saved(bytes, by, { origin, whole: bytes !== update })
  }
}
