import type { StoryStore } from '../../storage/disk/storyStore'
import type { Person } from '../../story/desk/roster'
import type { Desk } from '../../story/assessment/story'
import type { Source } from '../../story/desk/source'
import type { TrustLoss } from '../../story/ledger/loss'
import type { StandingOnly } from '../replica/unreadStory'
import type { Tell } from '../ledger/events'
import type { OpenStory } from '../replica/openStory'

/** What of the newsroom the keeper uses. */
export interface KeptRoom {
  readonly store: StoryStore
  readonly tell: Tell
  /** Id of the library’s own key. '' when it has none. */
  library(): string
  sources(): readonly Source[]
  roster(): readonly Person[]
  /** What the gate reads of the library. */
  desk(): Desk
  /** What the library has lost. */
  losses(): readonly TrustLoss[]
  /** Stories that were deleted. Their folders may be there again. */
  deleted(): Iterable<string>
  /** The story if it is in memory. */
  ready(id: string): OpenStory | undefined
  readyStories(): Iterable<OpenStory>
  isOpen(id: string): boolean
  /** Where a story stands by its history alone. Rejects when that cannot be read either. */
  standingOf(id: string): Promise<StandingOnly>
  /** Reads the story for `use`, and lets it go afterwards unless somebody else has it open. */
  visit<T>(id: string, use: (story: OpenStory) => Promise<T>): Promise<T>
}
