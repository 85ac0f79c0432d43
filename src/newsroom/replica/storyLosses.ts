import { newsroomText } from '../../catalogue/rooms/newsroom'
import { distinctLosses, lossKey, type TrustLoss } from '../../story/ledger/loss'
import { JoinedLists } from '../../story/text/words/joinedLists'

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
    private readonly ofLibrary: () => readonly TrustLoss[],
  ) {}

  /** All of it, with what the library lost. The same losses are the same list. */
  all(): readonly TrustLoss[] {
    return this.#joined.of([this.ofLibrary(), this.found, this.#files, this.#keysUnread])
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
  sawFiles(found: readonly TrustLoss[]): boolean {
    const before = this.#files.map(lossKey).join()
    if (found.map(lossKey).join() === before) return false
    this.#files = found
    return true
  }

  /** Whether the keys changed and the history could not be read by them. Then nothing here counts as checked. */
  get keysUnread(): boolean {
    return this.#keysUnread.length > 0
  }
  /** The keys cannot be read, and the ledger ends with this hash; undefined: they can. */
  setKeysUnread(head: string | undefined): void {
    // Another end of the history is another loss: who accepts this one accepts no later one.
    this.#keysUnread =
      head === undefined
        ? []
        : [{ kind: 'unsigned', where: `keys ${head.slice(0, 16)}`, detail: newsroomText('trust.keysUnread') }]
  }
}
