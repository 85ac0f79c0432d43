/** Bytes of a story file that may be written after every change. A larger one waits. */
const SMALL_FILE = 16_384
/** Bytes of the file for one word, estimated. */
const BYTES_PER_WORD = 8
/** Bytes of the story file that one change may cost. */
const BYTES_PER_CHANGE = 512
/** Milliseconds that the file may be behind. */
const LONGEST_BEHIND = 120_000

/** When the readable story file is written. The file of a long story waits: its change log has every word. */
export class StoryFileSchedule {
  #stale = true
  #changes = 0
  #writtenAt = -Infinity

  /** The file on the disk, if there is one, differs from the story. */
  get stale(): boolean {
    return this.#stale
  }
  markStale(): void {
    this.#stale = true
  }
  /** The current file is on the disk, or on its way there. */
  markCurrent(): void {
    this.#stale = false
    this.#changes = 0
    this.#writtenAt = performance.now()
  }
  countChange(): void {
    this.#changes += 1
  }

  /** Whether a story of this many words has changed too little to write its file. */
  canWait(words: number): boolean {
    const bytes = words * BYTES_PER_WORD
    if (bytes <= SMALL_FILE || performance.now() - this.#writtenAt > LONGEST_BEHIND) return false
    return this.#changes * BYTES_PER_CHANGE < bytes
  }
}
