import { distinctLosses } from '../../story/ledger/loss'
import type { LibraryFacts, StoredStory, StoryStore } from '../../storage/disk/storyStore'
import type { Clock } from '../environment/clock'
import type { HeadBook } from '../ledger/headBook'
import type { KeyRing } from '../people/keyRing'
import { LibraryTrust, readTrust, type CheckedStory, type LibraryRead } from './libraryTrust'

interface TrustUse {
  readonly store: StoryStore
  readonly clock: Clock
  /** Told of a head that could not be written. */
  readonly failed: (error: unknown) => void
  /** Takes over what was found of the library. */
  readonly learn: (news: (facts: LibraryFacts) => LibraryFacts) => void
}

/** The keys and heads that stories are checked with, as they are now. */
export class CurrentTrust {
  #trust: LibraryTrust

  constructor(
    read: LibraryRead,
    private readonly use: TrustUse,
  ) {
    this.#trust = new LibraryTrust({ ...read, store: use.store, clock: use.clock, failed: use.failed })
  }

  /** The keys that sign in this process. */
  get ring(): KeyRing {
    return this.#trust.ring
  }
  get heads(): HeadBook {
    return this.#trust.heads
  }
  get counted(): LibraryTrust['counted'] {
    return this.#trust.counted
  }
  get tombstones(): LibraryTrust['tombstones'] {
    return this.#trust.tombstones
  }

  /** What is known of the library: roster, settings, words and sources as its ledger says. */
  known({ sourcesBefore: _read, ...facts }: LibraryFacts): LibraryFacts {
    return { ...facts, ...this.#trust.desk, losses: distinctLosses([...facts.losses, ...this.#trust.losses]) }
  }

  /**
   * Beside an owner that writes, the keys and heads in memory may be older than the story: reads them again before
   * anything counts as lost. `again`: reads the story after them.
   */
  async check(stored: StoredStory, again: () => Promise<StoredStory>): Promise<CheckedStory> {
    const { store, clock, learn } = this.use
    const { gaps } = this.#trust.heads.table
    const checked = this.#trust.check(stored)
    const hasGap = this.#trust.heads.table.gaps.length > gaps.length
    if (checked.losses.length === stored.losses.length && !hasGap) return checked
    if (store.writable) {
      const found = this.#trust.gaps()
      if (hasGap) learn((facts) => ({ ...facts, losses: distinctLosses([...facts.losses, ...found]) }))
      return checked
    }
    const read = await readTrust(store)
    this.#trust = new LibraryTrust({ ...read, store, clock, failed: () => undefined })
    learn(() => this.known(read.facts))
    return this.#trust.check(await again())
  }
}
