/** What the keeper of the index asks of the index, in its own thread or in this one. */
import type { StandingOnly } from '../../replica/unreadStory'
import type { StoryStore } from '../../../storage/disk/storyStore'
import type { Person } from '../../../story/desk/roster'
import type { Source } from '../../../story/desk/source'
import type { IndexState, QueueKinds } from '../../../story/requests/requests'
import type { WaitingStory } from '../../../storage/storyIndex/indexedStory'
import type {
  IndexRow,
  RestingStory,
  RowsFound,
  RowsWanted,
  SearchFound,
  SearchWanted,
  StoryAge,
} from '../../../storage/storyIndex/storyIndex'
import type { People } from '../../../story/assessment/people/rights'
import type { StoryForIndex } from '../storyForIndex'

/** The stories on the disk, as far as the index looks at them. */
export type StoriesOnDisk = Pick<StoryStore, 'listStories' | 'hasStamp' | 'readEntry'>

export interface BeginIndex {
  /** Of this library's index files. Absent: it is kept in memory. */
  readonly folder?: string
  /** Id of the library’s own key. '' when it has none. */
  readonly library: string
  readonly sources: readonly Source[]
  readonly roster: readonly Person[]
  /** Ids of stories that were deleted. */
  readonly deleted: readonly string[]
  /** This process owns the library: it alone throws other indexes of it away. */
  readonly owns: boolean
  /** libraryStamp as it was before this process took the library. '' if it is not known. */
  readonly found: string
}

export interface BegunIndex {
  /** Nothing has written to the library since the index was left whole. */
  readonly isWhole: boolean
  /** Why it is kept in memory, for people. */
  readonly problem?: string
}

/** A query goes as typed: the clock of its thread reads it. */
export type RowsAsked = Omit<RowsWanted, 'query' | 'clock'> & {
  readonly query?: string
  /** Nobody is typing the query: its last word is whole, too. */
  readonly whole?: boolean
  readonly now: number
}
export type SearchAsked = Omit<SearchWanted, 'query' | 'clock'> &
  Pick<RowsAsked, 'whole' | 'now'> & { readonly query: string }

export interface WaitingAsked {
  readonly person: string
  readonly desk: People
  /** Ids of stories in memory, which tell of themselves. */
  readonly open: readonly string[]
  /** Stories are wanted until so many things wait in them. Absent: all. */
  readonly limit?: number
  /** The same of each kind. */
  readonly perKind?: number
}
export interface WaitingAnswer {
  /** How much waits of each kind, without the stories in `sealed`. */
  readonly kinds: QueueKinds
  /** The first stories, oldest first. */
  readonly stories: readonly { readonly created: string; readonly waiting: WaitingStory }[]
  /** All with a name masked: only the story itself knows what waits in it. */
  readonly sealed: readonly StoryAge[]
}

export interface IndexCalls {
  begin: { request: BeginIndex; answer: BegunIndex }
  put: { request: readonly StoryForIndex[]; answer: undefined }
  restamp: { request: { readonly id: string; readonly stamp: string }; answer: undefined }
  /** Reads these stories from the disk. Answers those that have to be opened. */
  reread: { request: readonly string[]; answer: readonly string[] }
  /** A story that cannot be read. */
  putUnreadable: {
    request: { readonly id: string; readonly why: string; readonly standing?: StandingOnly }
    answer: undefined
  }
  /** Stories were deleted: they are not in the index from now on, even if their folders are there again. */
  leave: { request: readonly string[]; answer: undefined }
  /** A deleted story is one of the library again. */
  return: { request: string; answer: undefined }
  /** Compares the index with the disk, and reads the stories that differ. Answers those that have to be opened. */
  sweep: { request: undefined; answer: readonly string[] }
  /**
   * The source book changed. `isNew`: an empty index took the place of this one and has to be swept. `open`: stories
   * that have to be opened.
   */
  sources: { request: readonly Source[]; answer: { readonly isNew: boolean; readonly open: readonly string[] } }
  /** Answers the stories in which somebody gave a verdict who has another role than the index knows. */
  otherRoles: { request: readonly Person[]; answer: readonly string[] }
  /** These stories were read with the roles of this roster. */
  rolesKnown: { request: readonly Person[]; answer: undefined }
  rows: { request: RowsAsked; answer: RowsFound & { readonly problem?: string } }
  search: { request: SearchAsked; answer: readonly SearchFound[] }
  called: { request: { readonly name: string; readonly limit: number }; answer: readonly IndexRow[] }
  /** Headlines with a protected name are known by their masked form: who asks compares what is shown. */
  headed: { request: readonly string[]; answer: readonly IndexRow[] }
  resting: { request: readonly string[]; answer: readonly RestingStory[] }
  sealed: { request: undefined; answer: readonly IndexRow[] }
  waiting: { request: WaitingAsked; answer: WaitingAnswer }
  /** Whether the files of all these stories are still those of the index. */
  areCurrent: { request: readonly string[]; answer: boolean }
  /** Without `whole`, which the keeper knows. */
  state: { request: undefined; answer: Omit<IndexState, 'whole'> }
  /** Throws the index away and begins another one, which has to be swept. */
  throwAway: { request: undefined; answer: undefined }
  /** `library`: libraryStamp after the library was given up, if the index has all of it. */
  close: { request: { readonly library?: string }; answer: undefined }
}
export type IndexCall = keyof IndexCalls

/** What answers each call. */
export type IndexHandlers = {
  readonly [C in IndexCall]: (
    request: IndexCalls[C]['request'],
  ) => Promise<IndexCalls[C]['answer']> | IndexCalls[C]['answer']
}

export interface IndexEvents {
  /** While the index is being made or brought up to date. */
  readonly progress: { readonly done: number; readonly of: number }
  /** The first files are those that an older index knows. */
  readonly looked: Record<string, never>
  /** Stories that had changed elsewhere. */
  readonly found: { readonly rows: readonly IndexRow[]; readonly gone: readonly string[] }
  readonly problem: { readonly message: string }
  /** The index was damaged or its thread ended. The one that takes its place has to be swept. */
  readonly restarted: Record<string, never>
}
export type IndexEvent = keyof IndexEvents
export type TellIndex = <E extends IndexEvent>(name: E, event: IndexEvents[E]) => void

/** The way to the index. Calls are done in their order, except that questions may come between the parts of a sweep. */
export interface IndexLink {
  ask<C extends IndexCall>(call: C, request: IndexCalls[C]['request']): Promise<IndexCalls[C]['answer']>
  /** Ends the thread, if it is one. */
  end(): void
}
