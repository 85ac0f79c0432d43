import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { IncomingStory, StorySnapshot } from '../../storage/disk/storyStore'
import type { Assessment } from '../../story/assessment/assessment'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import { NewsroomError } from '../../story/requests/requests'
import type { VerifiedLedger } from '../../story/trust/verifyLedger'
import type { LedgerBook } from '../ledger/ledgerBook'
import type { StoryDocument } from './document/storyDocument'
import type { StoryGuard } from './storyGuard'

/** The state of the story that a merge is planned from. */
export interface MergePlace {
  /** The whole document as one update. */
  readonly state: Uint8Array
  /** The lines of the ledger, in the order of its file, and the number of the last one. */
  readonly lines: readonly LedgerEntry[]
  readonly seq: number
  readonly settledInTray: ReadonlySet<string>
}

/** What a merge brings. */
export interface MergeToWrite {
  /** Undefined: the document stays as it is. */
  readonly update: Uint8Array | undefined
  /** They continue the ledger. */
  readonly entries: readonly LedgerEntry[]
  readonly snapshots: readonly StorySnapshot[]
  /** The lines of the whole ledger that count then, in the order of its file. */
  readonly counted: readonly LedgerEntry[]
  /** Those of other machines that do not. */
  readonly apart: readonly LedgerEntry[]
}

/** The story around document and ledger, and what a merge does to it, in this order. */
interface MergeSteps {
  assessments(): readonly Assessment[]
  /** Names of the tray's entries that a person has put back or let go. */
  settledInTray(): ReadonlySet<string>
  /** Writes all of it or nothing. */
  write(incoming: IncomingStory): Promise<void>
  /** Other lines of the ledger count. All are on the disk. `apart`: those that do not. */
  otherLines(apart: readonly LedgerEntry[]): void
  /** The ledger takes entries again. */
  taken(entries: readonly LedgerEntry[]): void
  /** The document has it, too. */
  over(): void
}

/** What a merge changes. */
interface MergedStory {
  readonly document: StoryDocument
  readonly book: LedgerBook
  readonly guard: StoryGuard
}

/** Takes merges into one story, one at a time. While one is on its way to the disk, nothing else changes the story. */
export class StoryMerging {
  #running: Promise<unknown> | undefined

  constructor(
    private readonly story: MergedStory,
    private readonly steps: MergeSteps,
  ) {}

  get isRunning(): boolean {
    return this.#running !== undefined
  }

  /** Resolves when the merge that runs now has ended, also by an error. Undefined: none runs. */
  get over(): Promise<unknown> | undefined {
    return this.#running?.catch(() => undefined)
  }

  /** The state of the story that a merge is planned from. */
  get place(): MergePlace {
    const { document, book } = this.story
    return {
      state: document.state(),
      lines: book.lines,
      seq: book.end.entries,
      settledInTray: this.steps.settledInTray(),
    }
  }

  /** A Yjs client id that nobody has used. */
  newClient(): number {
    return this.story.document.newClient()
  }

  /** Signs an entry that follows all lines of the ledger and `more`. It is not in the ledger yet. */
  signAfter(by: string, event: LedgerEvent, more: readonly LedgerEntry[]): LedgerEntry {
    return this.story.book.sign({ by, event }, more)
  }

  /**
   * Takes in what `prepare` makes of the story as it is then: all of it or nothing. Nothing else changes meanwhile.
   * Resolves with whether it made anything, when that is on the disk and in memory.
   */
  async merge(by: string, prepare: () => MergeToWrite | undefined): Promise<boolean> {
    this.story.guard.refuseWhenGuarded()
    while (this.#running) await this.over
    const running = this.#mergeNow(by, prepare)
    this.#running = running
    try {
      return await running
    } finally {
      if (this.#running === running) this.#running = undefined
    }
  }

  /**
   * Asks again which lines of other machines count: keys were trusted, or are no longer. Resolves with the facts of
   * before; undefined if nothing changed. Rejects while a merge is written, and when a line counts no more that nobody
   * may leave out in silence.
   */
  async readKeysAgain(
    verify: (lines: readonly LedgerEntry[]) => VerifiedLedger,
  ): Promise<readonly Assessment[] | undefined> {
    const { book } = this.story
    const { apart, refused } = verify(book.lines)
    if (refused.length === 0 && hashes(apart) === hashes(book.apart)) return undefined
    const facts = this.steps.assessments()
    await book.whileHeld(() => {
      const verified = verify(book.lines)
      if (verified.refused.length > 0) throw new NewsroomError('failed', newsroomText('trust.keysUnread'))
      this.#count(verified)
      return Promise.resolve()
    })
    return facts
  }

  /** Reads the ledger again from lines that are on the disk. */
  #count({ counted, apart }: Pick<MergeToWrite, 'counted' | 'apart'>): void {
    const { book } = this.story
    const seq = Math.max(book.end.entries, counted.at(-1)?.seq ?? 0, apart.at(-1)?.seq ?? 0)
    book.readAgain({ entries: counted, apart, seq })
    this.steps.otherLines(apart)
  }

  async #mergeNow(by: string, prepare: () => MergeToWrite | undefined): Promise<boolean> {
    await this.story.document.settle()
    const made = await this.story.book.whileHeld(async () => {
      const prepared = prepare()
      if (!prepared) return undefined
      const { update = new Uint8Array(), entries, snapshots } = prepared
      await this.steps.write({ update, entries, snapshots })
      this.#count(prepared)
      return prepared
    })
    if (!made) return false
    const { update, entries } = made
    this.steps.taken(entries)
    if (update) await this.story.document.take(update, by)
    this.steps.over()
    return true
  }
}

const hashes = (entries: readonly LedgerEntry[]): string =>
  entries
    .map(({ hash }) => hash)
    .sort()
    .join()
