import type { Assessment } from '../../story/assessment/assessment'
import type { AssessingDesk } from '../../story/assessment/assessStory'
import type { Clock } from '../environment/clock'
import type { Tell } from '../ledger/events'
import type { Ids } from '../environment/ids'
import type { Signer } from '../ledger/signEntry'
import type { Desk } from '../../story/assessment/story'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { TrustLoss } from '../../story/ledger/loss'
import type { StoryFile, StoryStore } from '../../storage/disk/storyStore'

/** What the index of stories wants to know of an open one. */
export interface StoryInIndex {
  /** The story changed in memory. */
  changed(id: string): void
  /** To call before the story file is made. What it returns is called when the file is on the disk, with its stamp. */
  filing(id: string, created: string): (file: StoryFile, stamp: string) => void
}

/** The services of the newsroom that an open story uses. */
export interface StoryRoom<Opened> {
  readonly store: StoryStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tell: Tell
  sources(): Desk['sources']
  /** What the gate reads of the library. */
  desk(): Desk
  /** The words of the files that quotes are compared with. */
  readonly transcripts: {
    /** Reads those of these facts. Never rejects. */
    load(facts: readonly Assessment[]): Promise<void>
    hasRead(facts: readonly Assessment[]): boolean
  }
  /** What the library lost. It closes every story. */
  libraryLosses(): readonly TrustLoss[]
  /** Who wrote in a story with these entries without a PIN when the library had PINs. */
  unproven(story: string, entries: readonly LedgerEntry[]): readonly string[]
  /** What decides which sign-offs count. */
  assessing(): AssessingDesk
  readonly signer: Signer
  /** Notes in the table of heads how far a ledger is on the disk. `entries`: those that were written last. */
  wrote(story: string, entries: readonly LedgerEntry[]): void
  /** Whether the one-person desk is on. */
  deskOfOne(): boolean
  /** Keeps the row of a story in the list in step with it. */
  readonly index: StoryInIndex
  /** Schedules a look at the story, which also writes its story file. */
  settleSoon(story: Opened): void
}
