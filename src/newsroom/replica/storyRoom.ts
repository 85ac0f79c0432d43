import type { AssessingDesk } from '../../story/assessment/assessStory'
import type { Clock } from '../environment/clock'
import type { Tell } from '../ledger/events'
import type { Ids } from '../environment/ids'
import type { Signer } from '../ledger/signEntry'
import type { Desk } from '../../story/assessment/story'
import type { SealedLedger } from '../../story/ledger/libraryEvent'
import type { TrustLoss } from '../../story/ledger/loss'
import type { StoryStore } from '../../storage/disk/storyStore'

/** The services of the newsroom that an open story uses. */
export interface StoryRoom<Opened> {
  readonly store: StoryStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tell: Tell
  sources(): Desk['sources']
  /** What the library lost. It closes every story. */
  libraryLosses(): readonly TrustLoss[]
  /** What decides which sign-offs count. */
  assessing(): AssessingDesk
  readonly signer: Signer
  /** Notes in the table of heads how far a ledger is on the disk. */
  noteHead(story: string, head: SealedLedger): void
  /** Whether the one-person desk is on. */
  deskOfOne(): boolean
  /** Schedules a look at the story, which also writes its story file. */
  settleSoon(story: Opened): void
}
