import { storedText } from '../../../story/history/storedText'
import type { StoryStore } from '../../../storage/disk/storyStore'
import { messageOf } from '../../../story/text/messageOf'
import type { Clock } from '../../environment/clock'
import type { Listeners } from '../../ledger/events'
import type { SnapshotBook } from '../../ledger/snapshotBook'
import { AutosaveHistory } from '../../replica/snapshots/autosaveHistory'
import type { StoryDebouncer } from '../../replica/debounceStory'
import { keepSnapshot } from '../../replica/snapshots/keepSnapshot'
import type { OpenStory } from '../../replica/openStory'
import { STET } from '../../../story/text/stet'

/** The parts of the newsroom that a look at a story uses. */
export interface LookedAt {
  readonly store: StoryStore
  readonly clock: Clock
  readonly snapshots: SnapshotBook
  readonly index: { readonly puts: { looked(story: OpenStory): void } }
  story(id: string): Promise<OpenStory>
}

/**
 * The work that follows the changes of a story: writes what is not on disk, notes transitions, tells listeners of the
 * list, keeps snapshots. Listeners get its errors.
 */
export class StoryLooks {
  /** Looks that run, with the story that each is at. */
  readonly #running = new Map<Promise<void>, string>()
  readonly #debouncer: StoryDebouncer
  readonly #listeners: Listeners
  readonly #history: AutosaveHistory

  constructor(
    private readonly room: LookedAt,
    options: {
      readonly debouncer: StoryDebouncer
      readonly listeners: Listeners
      readonly historyLimit: () => number | undefined
    },
  ) {
    this.#debouncer = options.debouncer
    this.#listeners = options.listeners
    this.#history = new AutosaveHistory(room, options.historyLimit)
    this.#listeners.on('ledgerGrew', ({ story, entries, apart }) => {
      if (!apart && entries.some((entry) => entry.kind === 'moved' && entry.automatic))
        void this.#track(story, this.#keepDropped(story))
    })
  }

  /** Looks at the story after a quiet time. */
  soon(story: OpenStory): void {
    this.#debouncer.schedule(story.id, () => void this.now(story))
  }
  /** Never rejects. */
  now(story: OpenStory): Promise<void> {
    return this.#track(story.id, this.#look(story))
  }
  cancel(id: string): void {
    this.#debouncer.cancel(id)
  }
  /** To call when a story was let go or deleted. */
  forget(id: string): void {
    this.cancel(id)
    this.#history.forget(id)
  }
  cancelAll(): void {
    this.#debouncer.cancelAll()
  }
  isRunning(story: string): boolean {
    return [...this.#running.values()].includes(story)
  }
  /** Resolves when no look runs. */
  async over(): Promise<void> {
    await Promise.all(this.#running.keys())
  }

  /** Tells of a new story, which has no snapshots yet. */
  begins(story: OpenStory): void {
    this.#history.begins(story)
  }

  /** `work` never rejects. */
  #track(story: string, work: Promise<void>): Promise<void> {
    this.#running.set(work, story)
    void work.then(() => this.#running.delete(work))
    return work
  }

  /** Never rejects. The next change of the story tries again. */
  async #look(story: OpenStory): Promise<void> {
    // Before the work: a change that arrives during it schedules another look.
    this.#debouncer.cancel(story.id)
    try {
      // A window that has just opened the story takes its first keys meanwhile: they come through this process.
      if (!story.guarded) await story.assessAhead()
      await story.saving.settle({ whole: false })
      this.room.index.puts.looked(story)
      const row = story.newRow()
      if (row) this.#listeners.tell('storiesChanged', { rows: [row], gone: [] })
      if (this.room.store.writable && !story.guarded) await this.#history.keep(story)
    } catch (error) {
      this.#report(story.id, error)
    }
  }

  /** Keeps a snapshot of cleared copy that was edited: that moved the story back by itself. */
  async #keepDropped(id: string): Promise<void> {
    try {
      await keepSnapshot(this.room, await this.room.story(id), STET, {
        kind: 'move',
        why: storedText('stored.editedAfterCleared'),
      })
    } catch (error) {
      this.#report(id, error)
    }
  }

  #report(story: string, error: unknown): void {
    this.#listeners.tell('storageFailed', { story, message: messageOf(error) })
  }
}
