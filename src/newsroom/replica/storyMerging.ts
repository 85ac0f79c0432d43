import type { IncomingStory, StorySnapshot } from '../../storage/disk/storyStore'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { LedgerBook } from '../ledger/ledgerBook'
import type { StoryDocument } from './document/storyDocument'

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

/** What a merge does to the story around document and ledger, in this order. */
interface MergeSteps {
  /** Writes all of it or nothing. */
  write(incoming: IncomingStory): Promise<void>
  /** It is on the disk: other lines of the ledger count. */
  written(made: MergeToWrite): void
  /** The ledger takes entries again. */
  taken(entries: readonly LedgerEntry[]): void
  /** The document has it, too. */
  over(): void
}

/** Takes merges into one story, one at a time. While one is on its way to the disk, nothing else changes the story. */
export class StoryMerging {
  #running: Promise<unknown> | undefined

  constructor(
    private readonly document: StoryDocument,
    private readonly book: LedgerBook,
    private readonly steps: MergeSteps,
  ) {}

  get isRunning(): boolean {
    return this.#running !== undefined
  }

  /** Resolves when the merge that runs now has ended, also by an error. Undefined: none runs. */
  get over(): Promise<unknown> | undefined {
    return this.#running?.catch(() => undefined)
  }

  /** Resolves with whether `prepare` made anything. */
  async merge(by: string, prepare: () => MergeToWrite | undefined): Promise<boolean> {
    while (this.#running) await this.over
    const running = this.#mergeNow(by, prepare)
    this.#running = running
    try {
      return await running
    } finally {
      if (this.#running === running) this.#running = undefined
    }
  }

  async #mergeNow(by: string, prepare: () => MergeToWrite | undefined): Promise<boolean> {
    await this.document.settle()
    const made = await this.book.whileHeld(async () => {
      const prepared = prepare()
      if (!prepared) return undefined
      const { update = new Uint8Array(), entries, snapshots } = prepared
      await this.steps.write({ update, entries, snapshots })
      this.steps.written(prepared)
      return prepared
    })
    if (!made) return false
    const { update, entries } = made
    this.steps.taken(entries)
    if (update) await this.document.take(update, by)
    this.steps.over()
    return true
  }
}
