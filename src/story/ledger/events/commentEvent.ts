/** What people change of comments. The comments lie in the document. */
export type CommentEvent =
  /**
   * Somebody changed the words of a comment of their own, deleted it or took that back. `answer`: the instant of an
   * answer in it. `was`, `text`: the words before and now; of what was deleted, the last.
   */
  | {
      readonly kind: 'commentEdited'
      readonly comment: string
      readonly answer?: string
      readonly was: string
      readonly text: string
    }
  /** That somebody said it, or what they said of a comment beside its words. `text`: the words. */
  | {
      readonly kind: 'commentMarked'
      readonly comment: string
      readonly says: 'said' | 'mustFix' | 'notMustFix' | 'resolved' | 'reopened'
      /** 'said': the answer that was said, by its instant. Absent: the comment itself. */
      readonly answer?: string
      readonly text: string
    }
  | {
      readonly kind: 'commentDeleted' | 'commentRestored'
      readonly comment: string
      readonly answer?: string
      readonly text: string
    }
