/** The edits of comments by the library's owner. Each changes mark and record in one transaction. */
import * as Y from 'yjs'
import { documentText } from '../catalogue/story/document'
import type { CommentReply, CommentThread } from '../story/copy/comment'
import type { Range } from '../story/copy/copy'
import { COMMENTS_MAP } from '../story/copy/documentSchema'
import { setCommentRecord } from './createStoryDoc'
import { formatRanges } from './editStory'
import { overlappingMarkAttribute } from './markNames'
import { changeOfAnswer, saidSince, type SaidSince } from './reading/readComments'

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

/** Changes the words of a comment, or of an answer in it. The answer's own words stay in the record as they were. */
export function editComment(
  doc: Y.Doc,
  id: string,
  { answer, text, at }: { readonly answer?: Said | undefined; readonly text: string; readonly at: string },
): void {
  const record = recordOf(doc, id)
  doc.transact(() => {
    if (answer) return changeAnswer(record, answer, { text, editedAt: at })
    record.set('text', text)
    record.set('editedAt', at)
  })
}

/** Deletes the words of a comment, or of an answer in it. They stay in the record. `at: ''` restores them. */
export function deleteComment(
  doc: Y.Doc,
  id: string,
  { answer, at }: { readonly answer?: Said | undefined; readonly at: string },
): void {
  const record = recordOf(doc, id)
  if (answer) changeAnswer(record, answer, { deletedAt: at })
  else record.set('deletedAt', at)
}

/** What was deleted of a comment, the last first: the comment itself (without `answer`) and its answers. */
export function deletedOf(doc: Y.Doc, id: string): readonly { readonly answer?: CommentReply; readonly at: string }[] {
  const record = recordOf(doc, id)
  const own = record.get('deletedAt')
  const replies: unknown = record.get('replies')
  const answers = (replies instanceof Y.Array ? (replies.toArray() as readonly CommentReply[]) : []).flatMap(
    (reply) => {
      const { deletedAt = '', text = reply.text } = saidSince(record.get(changeOfAnswer(reply)))
      return deletedAt === '' ? [] : [{ answer: { ...reply, text }, at: deletedAt }]
    },
  )
  return [...(typeof own === 'string' && own !== '' ? [{ at: own }] : []), ...answers].sort((a, b) =>
    a.at < b.at ? 1 : -1,
  )
}

type Said = Pick<CommentReply, 'by' | 'at'>

function changeAnswer(record: Y.Map<unknown>, answer: Said, change: SaidSince): void {
  const name = changeOfAnswer(answer)
  record.set(name, { ...saidSince(record.get(name)), ...change })
}

/** Changes the given values. `resolved: null` opens the comment again. */
export function changeComment(
  doc: Y.Doc,
  id: string,
  changes: {
    readonly mustFix?: boolean
    /** Who says so. */
    readonly by?: string
    readonly assignee?: string
    readonly resolved?: { readonly by: string; readonly at: string } | null
  },
): void {
  const record = recordOf(doc, id)
  doc.transact(() => {
    if (changes.mustFix !== undefined) {
      record.set('mustFix', changes.mustFix)
      record.set('mustFixBy', changes.mustFix && changes.by !== record.get('by') ? (changes.by ?? '') : '')
    }
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
