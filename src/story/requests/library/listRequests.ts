/** Requests about the list of stories: a page of it, filtered and sorted. */
import type { Stage } from '../../ledger/stages'
import type { StorySummary } from '../storyAnswers'

/** Newest change first, newest story first, by headline, by slug. */
export const STORY_SORTS = ['updated', 'created', 'headline', 'slug'] as const
export type StorySort = (typeof STORY_SORTS)[number]

/** A group of the list: a stage, or the stories that cannot be read. */
export type StoryGroupId = Stage | 'unavailable'

/** Groups in the order of the list: what cannot be read, then what needs work, then what is done. */
export const GROUP_ORDER: readonly StoryGroupId[] = [
  'unavailable',
  'inReview',
  'filed',
  'draft',
  'cleared',
  'published',
  'spiked',
  'killed',
]

export interface StoryPageRequest {
  /** Words and filters, as typed in the search field: `desk:world fact:re-check tariffs`. Absent: every story. */
  readonly query?: string
  /** Nobody is typing the query: its last word is whole, too. */
  readonly whole?: boolean
  /** The order inside each group. Absent: `updated`. */
  readonly sort?: StorySort
  /** One order over all groups, as for the stories that changed last. Absent: inside each group. */
  readonly flat?: boolean
  /** Rows to leave out at the start, counted over all groups. */
  readonly offset: number
  readonly limit: number
  /** A story whose place in the list is wanted, such as the focused one after a change. */
  readonly find?: string
}

export interface StoryPage {
  /** Grouped by GROUP_ORDER and sorted inside a group, or sorted only (`flat`). */
  readonly rows: readonly StorySummary[]
  /** Stories of the query in each group, in the order of the list. Groups without any are left out. */
  readonly groups: readonly { readonly id: StoryGroupId; readonly count: number }[]
  readonly total: number
  /** The offset of the story in `find`. Absent: it is not in the list. */
  readonly at?: number
  /** Stories read so far, while the index is being built. Absent: the list is whole. */
  readonly indexing?: { readonly done: number; readonly of: number }
  /** What of the query was not understood, for people. Absent: nothing. */
  readonly problem?: string
}

export interface ListRequests {
  'story.page': { request: StoryPageRequest; answer: StoryPage }
}
