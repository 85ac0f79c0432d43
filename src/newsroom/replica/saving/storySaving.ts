import type { StoryFile, StoryStore } from '../../../storage/disk/storyStore'
import type { StoryDocument } from '../document/storyDocument'
import { StoryFileSchedule } from './storyFileSchedule'

/** Writes the readable story file, and replaces a long log by the whole document. */
export class StorySaving {
  readonly schedule = new StoryFileSchedule()

  constructor(
    private readonly id: string,
    private readonly store: Pick<StoryStore, 'compactStory' | 'writeStoryFile'>,
    private readonly document: StoryDocument,
    private readonly storyFile: () => StoryFile,
    private readonly filing: () => (file: StoryFile, stamp: string) => void,
  ) {}

  /**
   * Without `whole`, the story file of a long story waits until enough has changed: the log has every word, and a story
   * file knows when it is behind.
   */
  async save({ whole, words }: { readonly whole: boolean; readonly words: () => number }): Promise<void> {
    // A new log does not note the end of the ledger yet. The story file does.
    const begins = this.document.isLong
    if (begins) {
      this.document.compacted()
      this.schedule.markStale()
      await this.store.compactStory(this.id, this.document.state())
    }
    if (!this.schedule.stale || (!whole && !begins && this.schedule.canWait(words()))) return
    this.schedule.markCurrent()
    try {
      const filed = this.filing()
      const file = this.storyFile()
      // Last: it records where log and ledger end.
      filed(file, await this.store.writeStoryFile(this.id, file))
    } catch (error) {
      this.schedule.markStale()
      throw error
    }
  }

  /** Writes both states from memory, over damaged files on the disk. */
  async rewriteStates(): Promise<void> {
    for (let copy = 0; copy < 2; copy++) await this.store.compactStory(this.id, this.document.state())
    this.document.compacted()
    this.schedule.markStale()
  }
}
