import type { CommentThread } from '../../../story/copy/comment'
import { storedText } from '../../../story/history/storedText'
import { STET } from '../../../story/text/stet'

/**
 * The open comments of the original that must be fixed, as a duplicate takes them along: under the names of those who
 * said it, with an answer that tells where.
 */
export const originalComments = (
  comments: readonly CommentThread[],
  { slug, at, idOf }: { readonly slug: string; readonly at: string; readonly idOf: (id: string) => string },
): readonly CommentThread[] =>
  comments
    .filter(({ mustFix, resolved }) => mustFix && !resolved)
    .map((thread) => ({
      ...thread,
      id: idOf(thread.id),
      replies: [...thread.replies, { by: STET, at, text: storedText('stored.saidInOriginal', { slug }) }],
    }))
