/** The shapes of exported comments and suggestions, for formats that have a place for them. */
import type { BlockShape } from '../../story/copy/suggestions/markedCopy'
import type { PublishedBlock, Run } from './publishedStory'

/** Author and RFC 3339 instant in UTC, in whole seconds. */
export interface Revision {
  readonly by: string
  readonly at: string
}

export interface ReviewRun extends Run {
  /** Proposed for insertion or deletion; a run may be both. */
  readonly inserted?: Revision
  readonly deleted?: Revision
  /** The run's style is proposed; `bold` and `italic` are the current ones. */
  readonly restyled?: Revision & { readonly bold: boolean; readonly italic: boolean }
  /** Indices of its comments in `PublishedReview.comments`. */
  readonly comments?: readonly number[]
}

export interface ReviewBlock extends PublishedBlock {
  readonly runs: readonly ReviewRun[]
  /** The break at its end is a proposed insertion: the next block is the rest of this one. */
  readonly endInserted?: Revision
  /** The break at its end is a proposed deletion. */
  readonly endDeleted?: Revision
  /** The current shape, if the block's own one is proposed. */
  readonly was?: Revision & { readonly shape: BlockShape }
}

export interface PublishedReply extends Revision {
  readonly text: string
}
export interface PublishedComment extends PublishedReply {
  readonly resolved: boolean
  readonly replies: readonly PublishedReply[]
}

export interface PublishedReview {
  readonly blocks: readonly ReviewBlock[]
  /** In the order of the copy. Comments that no run refers to are on the whole story. */
  readonly comments: readonly PublishedComment[]
  /** Contributions that such a review has no place for, by kind, for the list of losses. */
  readonly lost: Readonly<Record<string, readonly string[]>>
}
