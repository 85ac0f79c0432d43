import type { LibraryEvent } from '../../story/ledger/libraryEvent'
import type { Desk } from '../../story/assessment/story'
import { sourceBook } from '../../story/desk/source'
import type { LibraryFacts, StoryStore } from '../../storage/disk/storyStore'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import type { LedgerBook } from '../ledger/ledgerBook'
import { sealEvent } from '../ledger/sealEvent'

export interface DeskChange<T> {
  readonly facts: LibraryFacts
  readonly answer: T
  readonly events?: readonly LibraryEvent[]
}

/** Roster, settings and source book of the library: in memory, and written one change at a time. */
export class LibraryDesk {
  #facts: LibraryFacts
  #sources: { readonly from: LibraryFacts['sources']; readonly map: Desk['sources'] } | undefined
  #writing: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly store: StoryStore,
    private readonly ledger: LedgerBook,
    facts: LibraryFacts,
  ) {
    this.#facts = facts
  }

  get facts(): LibraryFacts {
    return this.#facts
  }

  /** The source book by id. The same book gives the same map: results that were computed from it stay valid. */
  sources(): Desk['sources'] {
    const { sources } = this.#facts
    if (this.#sources?.from !== sources) this.#sources = { from: sources, map: sourceBook(sources) }
    return this.#sources.map
  }

  /**
   * Makes one change, then calls `changed`. Resolves when the change is on disk. The events go into the library's
   * ledger before the files change: no change without its line there.
   */
  change<T>(
    by: string,
    change: (facts: LibraryFacts) => DeskChange<T>,
    changed: (facts: LibraryFacts) => Promise<void>,
  ): Promise<T> {
    return this.#queue(async () => {
      const { facts, answer, events = [] } = change(this.#facts)
      const before = this.#facts
      const terms = protectedTerms([...before.sources, ...facts.sources])
      await this.ledger.append(events.map((event) => ({ by, event: sealEvent(event, terms) }))).written
      if (facts.roster !== before.roster || facts.pins !== before.pins)
        await this.store.writeRoster(facts.roster, facts.pins)
      if (facts.sources !== before.sources) await this.store.writeSources(facts.sources)
      if (facts.settings !== before.settings) await this.store.writeSettings(facts.settings)
      this.#facts = facts
      await changed(facts)
      return answer
    })
  }

  /** Writes everything from memory, over the files on the disk. */
  rewrite(): Promise<void> {
    return this.#queue(async () => {
      const { roster, pins, sources, settings } = this.#facts
      await this.store.writeRoster(roster, pins)
      await this.store.writeSources(sources)
      await this.store.writeSettings(settings)
    })
  }

  /** A failed change does not block the next one. */
  #queue<T>(work: () => Promise<T>): Promise<T> {
    const working = this.#writing.then(work)
    this.#writing = working.catch(() => undefined)
    return working
  }
}
