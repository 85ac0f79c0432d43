import { commentsText } from '../../catalogue/writing/comments'
import type { Outcome } from '../../ipc/contract'
import type { CommentThread } from '../../story/copy/comment'
import type { RequestOf } from '../../story/requests/requests'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { useNotice } from '../state'
import { useWindowServices } from '../state/windowServices'

export type CommentChange = Omit<RequestOf<'comment.change'>, 'story' | 'comment'>

/** Resolves, reopens, assigns or marks a comment, and offers to take that back unless it was changed again since. */
export function useChangeComment(
  story: string,
): (thread: CommentThread, change: CommentChange) => Promise<Outcome<unknown>> {
  const { act, undoList } = useWindowServices().newsroom
  const { check } = useNotice()
  return async (thread, change) => {
    const request = { story, comment: thread.id }
    const outcome = await act('comment.change', { ...request, ...change })
    if (outcome.ok)
      undoList.offer(
        wordsOf(change),
        async () => check(await act('comment.change', { ...request, ...backOf(thread, change) })),
        async () => {
          const shown = check(await act('story.show', { story }))
          if (!shown) return undefined
          const now = shown.comments.find(({ id }) => id === thread.id)
          const { entry } = outcome.value
          if (!holdsIn(change, now) || entry === undefined) return holdsIn(change, now)
          // Reopened and resolved again, it looks the same: the last one to do so may be somebody else.
          const entries = check(await act('story.history', { story }))
          return entries && isLast(entries, thread.id, entry)
        },
      )
    return outcome
  }
}

function wordsOf({ resolved, mustFix, assignee }: CommentChange): string {
  if (resolved !== undefined) return commentsText(resolved ? 'changed.resolved' : 'changed.reopened')
  if (mustFix !== undefined) return commentsText(mustFix ? 'changed.mustFix' : 'changed.mayStay')
  return assignee ? commentsText('changed.assigned', { name: assignee }) : commentsText('changed.unassigned')
}

/** Whether the thread is as the change left it. False if it was deleted. */
const holdsIn = ({ resolved, mustFix, assignee }: CommentChange, thread: CommentThread | undefined): boolean =>
  thread !== undefined &&
  (resolved === undefined || resolved === (thread.resolved !== undefined)) &&
  (mustFix === undefined || mustFix === thread.mustFix) &&
  (assignee === undefined || assignee === thread.assignee)

/** Whether nobody has resolved, reopened or marked the comment in this way again since this entry. */
function isLast(entries: readonly LedgerEntry[], comment: string, entry: string): boolean {
  const marks = entries.flatMap((one) => (one.kind === 'commentMarked' && one.comment === comment ? [one] : []))
  const own = marks.find(({ hash }) => hash === entry)
  const alike = ALIKE.find((says) => own && says.has(own.says))
  return own !== undefined && marks.findLast(({ says }) => alike?.has(says))?.hash === entry
}
const ALIKE: readonly ReadonlySet<string>[] = [new Set(['resolved', 'reopened']), new Set(['mustFix', 'notMustFix'])]

/** The change that restores what the thread was. */
const backOf = (thread: CommentThread, { resolved, mustFix, assignee }: CommentChange): CommentChange => ({
  ...(resolved === undefined ? {} : { resolved: !resolved }),
  ...(mustFix === undefined ? {} : { mustFix: thread.mustFix }),
  ...(assignee === undefined ? {} : { assignee: thread.assignee }),
})
