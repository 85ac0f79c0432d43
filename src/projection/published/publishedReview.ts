/** What editors said and proposed, as it may leave where a format has a place for it and the person chose it: the shapes. */
import type { BlockShape } from '../../story/copy/markedCopy'
import type { PublishedBlock, Run } from './publishedStory'

/** Who, and when: an RFC 3339 instant in UTC, whole seconds. */
export interface Revision {
  readonly by: string
  readonly at: string
}

export interface ReviewRun extends Run {
  /** Proposed to be put in, or taken out; a stretch may be both. */
  readonly inserted?: Revision
  readonly deleted?: Revision
  /** The run's own style is proposed; how it stands now. */
  readonly restyled?: Revision & { readonly bold: boolean; readonly italic: boolean }
  /** Numbers of the comments on it: places in `PublishedReview.comments`. */
  readonly comments?: readonly number[]
}

export interface ReviewBlock extends PublishedBlock {
  readonly runs: readonly ReviewRun[]
  /** The break at its end is proposed: what follows is the rest of the same block. */
  readonly endInserted?: Revision
  /** The break at its end is proposed to go. */
  readonly endDeleted?: Revision
  /** What it is now, when its own role is the proposed one. */
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
  /** In the order of the copy; those that no run names are on the story as a whole. */
  readonly comments: readonly PublishedComment[]
  /** What is said and has no place in such a review, by kind: for the list of losses. */
  readonly lost: Readonly<Record<string, readonly string[]>>
}
