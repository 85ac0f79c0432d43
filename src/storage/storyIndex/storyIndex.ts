/**
 * The index of all stories of a library: what lists, searches and counts read instead of the stories. It is made of
 * the stories, and can be thrown away. Two forms pass the same contract tests: SQLite in a file, and plain memory.
 */
import type { Stage } from '../../story/ledger/stages'
import type { QueryClock } from '../../story/query/queryClock'
import type { StoryQuery } from '../../story/query/storyQuery'
import type { StoryGroupId, StorySort } from '../../story/requests/library/listRequests'
import type { StorySummary } from '../../story/requests/requests'
import type { IndexedFact, IndexedStory, WaitingStory } from './indexedStory'

/** A row of the list. `sealed`: its texts stand with a protected name masked; who shows them reads the story. */
export interface IndexRow {
  readonly row: StorySummary
  readonly sealed: boolean
}

/** Newest change first, newest story first, oldest story first, by headline, by slug. Else the newest story first. */
export type RowOrder = StorySort | 'oldest'

export interface RowsWanted {
  /** Absent: every story. */
  readonly query?: StoryQuery
  /** Needed with a query. */
  readonly clock?: QueryClock
  /** Only stories of this stage that can be read. */
  readonly stage?: Stage
  readonly order: RowOrder
  /** By GROUP_ORDER first. */
  readonly grouped: boolean
  readonly offset: number
  readonly limit: number
  /** A story whose place is wanted. */
  readonly find?: string
}

export interface RowsFound {
  readonly rows: readonly IndexRow[]
  /** In the order of the list. Groups without any are left out. */
  readonly groups: readonly { readonly id: StoryGroupId; readonly count: number }[]
  readonly total: number
  /** The offset of the story in `find`. Absent: it is not found. */
  readonly at?: number
}

export interface SearchWanted {
  readonly query: StoryQuery
  readonly clock: QueryClock
  /** `best`: those first whose headline holds the words, then by how often. */
  readonly order: 'best' | 'newest'
  readonly limit: number
}

export interface SearchFound extends IndexRow {
  /** Body, notes, about, headline. */
  readonly texts: readonly string[]
}

export interface RestingStory extends IndexRow {
  /** Those that rest on one of the sources. */
  readonly facts: readonly IndexedFact[]
}

/** A line that names nobody: the story may wait for anybody. */
export const ANYBODY = '*'

export interface WaitingWanted {
  /** Of a person’s name: a story is found whose lines have all of them (wordsOfPerson). None: every story is found. */
  readonly words: readonly string[]
  /** A story with one of these lines is found, too. Each begins with a star. */
  readonly lines: readonly string[]
  /** Ids of stories that are left out. */
  readonly without: readonly string[]
}

export interface WaitingFound {
  /** Each outline once, and how many stories have it. */
  readonly outlines: readonly { readonly outline: WaitingStory; readonly count: number }[]
  /**
   * The same stories, oldest first. They are read a part at a time: ask for no more than are needed. Stories of one
   * outline may share the object.
   */
  readonly stories: Iterable<WaitingRow>
  /** Those with a name masked, oldest first: only the story itself knows what waits in it. */
  readonly sealed: readonly StoryAge[]
}

export interface StoryAge {
  readonly id: string
  /** ISO 8601 instant. */
  readonly created: string
}
export interface WaitingRow extends StoryAge {
  readonly outline: WaitingStory
}

export interface StoryIndex {
  /** Where it is kept. */
  readonly kept: 'file' | 'memory'
  /**
   * Puts stories in, or in place of what the index has of them: all of these or none. `still`: leaves those out that it
   * rejects, asked when no other process can put anything.
   */
  put(stories: readonly IndexedStory[], still?: (story: IndexedStory) => boolean): void
  /** The story is as it was put; only its files are other ones. */
  restamp(id: string, stamp: string): void
  /** Takes stories out. Ids that it does not have do not matter. */
  remove(ids: readonly string[]): void
  /** To call when many stories were put: sorts what makes questions fast. */
  finish(): void

  /**
   * Id and stamp of every story, read a part at a time. A story that is put meanwhile may come twice or not at all.
   */
  stamps(): Iterable<readonly [id: string, stamp: string]>
  stampOf(id: string): string | undefined
  rows(wanted: RowsWanted): RowsFound
  search(wanted: SearchWanted): readonly SearchFound[]
  /**
   * The story with this id; or else those with this slug; or else those whose id begins so. In both of these, case
   * does not matter. No name: none. At most `limit`, oldest first.
   */
  called(name: string, limit: number): readonly IndexRow[]
  /** Stories with one of these headlines, to the letter, newest first. '' finds none. */
  headed(headlines: readonly string[]): readonly IndexRow[]
  /** Facts that rest on one of these sources, stories oldest first. A story without facts rested on one before. */
  resting(sources: readonly string[]): readonly RestingStory[]
  /** Ids of the stories in which one of these people, or ANYBODY, gave or took back a verdict, oldest first. */
  signedBy(names: readonly string[]): readonly string[]
  /** Stories whose texts name a protected source, oldest first. */
  sealed(): readonly IndexRow[]
  /** Stories in which something may wait for a person. Something need not wait in each. */
  waiting(wanted: WaitingWanted): WaitingFound
  /** What may wait in these stories, as they were put, by id. A story in which nothing may wait is left out. */
  waitingStories(ids: readonly string[]): ReadonlyMap<string, WaitingStory>

  /** A note about the whole index. */
  note(key: string): string | undefined
  /** Undefined takes it out. */
  setNote(key: string, value: string | undefined): void
  close(): void
}
