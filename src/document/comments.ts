/** The edits of comments by the library's owner. Each changes mark and record in one transaction. */
import * as Y from 'yjs'
import { documentText } from '../catalogue/rooms/document'
import type { CommentReply, CommentThread } from '../story/copy/comment'
import type { Range } from '../story/copy/copy'
import { COMMENTS_MAP } from '../story/copy/documentSchema'
import { setCommentRecord } from './createStoryDoc'
import { formatRanges } from './editStory'
import { overlappingMarkAttribute } from './markNames'

export function addComment(doc: Y.Doc, thread: CommentThread, ranges: readonly Range[]): void {
  doc.transact(() => {
    setCommentRecord(doc, thread)
    markComment(doc, thread.id, ranges)
  })
}

/** Puts a comment's mark on the ranges. Does not change its record. */
export function markComment(doc: Y.Doc, id: string, ranges: readonly Range[]): void {
  formatRanges(doc, ranges, { [overlappingMarkAttribute('comment', { id })]: { id } })
}

export function replyToComment(doc: Y.Doc, id: string, reply: CommentReply): void {
  const replies = recordOf(doc, id).get('replies')
  if (replies instanceof Y.Array) replies.push([{ ...reply }])
}

/** Changes the given values. `resolved: null` opens the comment again. */
export function changeComment(
  doc: Y.Doc,
  id: string,
  changes: {
    readonly mustFix?: boolean
    readonly assignee?: string
    readonly resolved?: { readonly by: string; readonly at: string } | null
  },
): void {
  const record = recordOf(doc, id)
  doc.transact(() => {
    if (changes.mustFix !== undefined) record.set('mustFix', changes.mustFix)
    if (changes.assignee !== undefined) record.set('assignee', changes.assignee)
    if (changes.resolved === undefined) return
    record.set('resolvedBy', changes.resolved?.by ?? '')
    record.set('resolvedAt', changes.resolved?.at ?? '')
  })
}

function recordOf(doc: Y.Doc, id: string): Y.Map<unknown> {
  const record = doc.getMap(COMMENTS_MAP).get(id)
  if (!(record instanceof Y.Map)) throw new RangeError(documentText('edit.noComment', { id }))
  return record as Y.Map<unknown>
}
