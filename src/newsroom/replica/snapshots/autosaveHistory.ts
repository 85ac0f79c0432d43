import { storedText } from '../../../story/history/storedText'
import { thinHistory } from '../../../review/thinHistory'
import { HISTORY_LIMIT } from '../../../story/desk/roster'
import type { StoryView } from '../../../story/requests/requests'
import type { Clock } from '../../environment/clock'
import { keepSnapshot } from './keepSnapshot'
import type { OpenStory } from '../openStory'
import type { SnapshotBook } from '../../ledger/snapshotBook'
import { STET } from '../../../story/text/stet'

/** Milliseconds between two autosaved snapshots of a story that is being written. */
const EVERY = 10 * 60_000

/** Keeps a snapshot of each story from time to time while its words change, and thins the old ones. */
export class AutosaveHistory {
  /** Story in memory → when it was last kept, in milliseconds since 1970. */
  readonly #last = new Map<string, number>()

  constructor(
    readonly room: { readonly snapshots: SnapshotBook; readonly clock: Clock },
    readonly limit: () => number | undefined,
  ) {}

  /** Tells of a new story, which has no snapshots yet. */
  begins(story: OpenStory): void {
    this.#last.set(story.id, Date.parse(story.created))
  }

  /** To call when a story was let go. */
  forget(story: string): void {
    this.#last.delete(story)
  }

  /** To call after every change that is on disk. Mostly does nothing. */
  async keep(story: OpenStory): Promise<void> {
    const now = Date.parse(this.room.clock.now())
    const last = this.#last.get(story.id)
    // A clock that was set back must not stop the history.
    if (last !== undefined && now - last < EVERY && now >= last) return
    const newest = last === undefined ? await this.room.snapshots.newest(story.id) : undefined
    const since = newest ? Date.parse(newest.at) : (last ?? Date.parse(story.created))
    this.#last.set(story.id, Math.min(since, now))
    if (now - since < EVERY && now >= since) return
    if (newest && sameCopy(newest.view, story.view())) return
    this.#last.set(story.id, now)
    await keepSnapshot(this.room, story, STET, { kind: 'auto', why: storedText('stored.autosaved') })
    await this.room.snapshots.thin(story.id, (snapshots) =>
      thinHistory(snapshots, this.room.clock.now(), this.limit() ?? HISTORY_LIMIT),
    )
  }
}

const sameCopy = (a: StoryView, b: StoryView): boolean =>
  JSON.stringify([a.blocks, a.fields]) === JSON.stringify([b.blocks, b.fields])
