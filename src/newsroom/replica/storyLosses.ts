import { newsroomText } from '../../catalogue/rooms/newsroom'
import { distinctLosses, lossKey, type TrustLoss } from '../../story/ledger/loss'
import type { LedgerEnd } from '../../story/ledger/events/libraryEvent'
import { JoinedLists } from '../../story/text/words/joinedLists'

/** The story that losses are of, and what they change in it. */
interface StoryOfLosses {
  ofLibrary(): readonly TrustLoss[]
  /** Where the ledger ends now. */
  end(): LedgerEnd
  /** The facts read otherwise. */
  changed(): void
  /** Looks at the story again soon if its issues have to be counted. */
  countSoon(): void
  /** Tells windows what is missing. */
  tell(): void
}

/** What of an open story is missing, or cannot be trusted. */
export class StoryLosses {
  /** Captured files that were missing or other ones at the last look. */
  #files: readonly TrustLoss[] = []
  /** Set while nobody knows which entries count by the current keys. */
  #keysUnread: readonly TrustLoss[] = []
  readonly #joined = new JoinedLists<TrustLoss>()

  constructor(
    /** What was missing when the story was read. */
    private readonly found: readonly TrustLoss[],
    private readonly story: StoryOfLosses,
  ) {}

  /** All of it, with what the library lost. The same losses are the same list. */
  all(): readonly TrustLoss[] {
    return this.#joined.of([this.story.ofLibrary(), this.found, this.#files, this.#keysUnread])
  }

  /** Without what the library lost. */
  ofStory(): readonly TrustLoss[] {
    return [...this.found, ...this.#files, ...this.#keysUnread]
  }

  /** What was missing when the story was read and is not noted in its ledger. */
  unnoted(noted: ReadonlyMap<string, unknown>): readonly TrustLoss[] {
    return distinctLosses(this.found).filter((loss) => !noted.has(lossKey(loss)))
  }

  /** Takes over what a look at the captured files found. Returns whether it is news. */
  lookedAtFiles(found: readonly TrustLoss[]): boolean {
    const before = this.#files.map(lossKey).join()
    if (found.map(lossKey).join() === before) return false
    this.#files = found
    this.story.changed()
    this.story.countSoon()
    this.tell()
    return true
  }

  /** Whether the keys changed and the history could not be read by them. Then nothing here counts as checked. */
  get keysUnread(): boolean {
    return this.#keysUnread.length > 0
  }
  set keysUnread(unread: boolean) {
    if (unread === this.keysUnread) return
    // Another end of the history is another loss: who accepts this one accepts no later one.
    const where = `keys ${this.story.end().head.slice(0, 16)}`
    this.#keysUnread = unread ? [{ kind: 'unsigned', where, detail: newsroomText('trust.keysUnread') }] : []
    this.story.changed()
    this.tell()
  }

  tell(): void {
    this.story.tell()
  }
}
