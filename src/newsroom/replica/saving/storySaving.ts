import type { StoryFile, StoryStore } from '../../../storage/disk/storyStore'
import type { LedgerBook } from '../../ledger/ledgerBook'
import type { StoryDocument } from '../document/storyDocument'
import type { StoryGuard } from '../storyGuard'
import type { StoryFileSchedule } from './storyFileSchedule'

/** The story that is written. */
interface SavedStory {
  readonly id: string
  readonly document: StoryDocument
  readonly book: LedgerBook
  readonly guard: StoryGuard
  /** Notes what changed since the last look. Resolves when that is on the disk. */
  observe(): Promise<void>
  /** Reads what its row counts with. */
  readForCount(): Promise<void>
  /** Words of the copy. */
  words(): number
  /** The story file of now. */
  file(): StoryFile
  /** To call before the story file is made. What it returns is called when the file is on the disk. */
  filing(): (file: StoryFile, stamp: string) => void
}

/** Writes a story to the disk: what waits of its words and ledger, and its readable story file. Compacts a long log. */
export class StorySaving {
  constructor(
    private readonly story: SavedStory,
    private readonly schedule: StoryFileSchedule,
    private readonly store: Pick<StoryStore, 'compactStory' | 'writeStoryFile'>,
  ) {}

  /**
   * Writes everything: what a failed write left behind, the ledger, the story file. Compacts a long log. Without
   * `whole`, the story file of a long story waits until enough has changed: the log has every word, and a story file
   * knows when it is behind.
   */
  async settle({ whole = true }: { readonly whole?: boolean } = {}): Promise<void> {
    // A story that this version does not understand is not rewritten at all.
    if (this.story.guard.guarded) return
    await this.story.document.settle()
    await this.story.observe()
    await this.story.readForCount()
    await this.#writeFile(whole)
  }

  /** All of it is on the disk, and nothing is being written or waits for a look. */
  get isIdle(): boolean {
    return this.isWritten && (this.story.guard.guarded !== undefined || !this.schedule.stale)
  }

  /** Words and ledger are on the disk. */
  get isWritten(): boolean {
    return this.story.document.isIdle && this.story.book.isIdle
  }

  /** The current story file is on the disk, or on its way there. */
  markCurrent(): void {
    this.schedule.markCurrent()
  }

  /** Writes both states, the log and the story file from memory, over damaged files on the disk. */
  async rewriteAll(): Promise<void> {
    const { id, document } = this.story
    await document.settle()
    for (let copy = 0; copy < 2; copy++) await this.store.compactStory(id, document.state())
    document.compacted()
    this.schedule.markStale()
    await this.settle()
  }

  async #writeFile(whole: boolean): Promise<void> {
    const { id, document } = this.story
    // A new log does not note the end of the ledger yet. The story file does.
    const begins = document.isLong
    if (begins) {
      document.compacted()
      this.schedule.markStale()
      await this.store.compactStory(id, document.state())
    }
    if (!this.schedule.stale || (!whole && !begins && this.schedule.canWait(this.story.words()))) return
    this.schedule.markCurrent()
    try {
      const filed = this.story.filing()
      const file = this.story.file()
      // Last: it records where log and ledger end.
      filed(file, await this.store.writeStoryFile(id, file))
    } catch (error) {
      this.schedule.markStale()
      throw error
    }
  }
}
