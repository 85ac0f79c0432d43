/**
 * Edits, deletes and restores what a person said in comments: their own words only. The history keeps the words of
 * before, so that answers stay readable beside what they answered.
 */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { deleteComment as deleteIn, deletedOf, editComment as editIn } from '../../document/comments'
import { readDeletedComment } from '../../document/reading/readComments'
import type { CommentReply, CommentThread } from '../../story/copy/comment'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { NewsroomError } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { KEEPS_COPY } from '../replica/storyEditing'
import type { Action } from '../state/action'
import { refuseLettingGo, threadOf, wordsOf } from './comments'

export const editComment: Action<'comment.edit'> = async (room, by, { story: id, comment, text, ...asked }) => {
  const said = wordsOf(text)
  const story = await room.storyNow(id)
  const { answer, words } = ownIn(threadOf(story, comment), by, asked)
  if (said === words) return {}
  const { saved } = story.edit(
    by,
    (doc) => editIn(doc, comment, { answer, text: said, at: room.clock.now() }),
    KEEPS_COPY,
  )
  const { written } = story.note(by, {
    ...{ kind: 'commentEdited', comment, was: words, text: said },
    ...defined({ answer: answer?.at }),
  })
  await Promise.all([saved, written])
  return {}
}

export const deleteComment: Action<'comment.delete'> = async (room, by, { story: id, comment, ...asked }) => {
  const story = await room.storyNow(id)
  const thread = threadOf(story, comment)
  const { answer, words } = ownIn(thread, by, asked)
  const others = [...new Set(thread.replies.map((reply) => reply.by))].filter((name) => name !== by)
  if (!answer && others.length > 0)
    throw new NewsroomError('refused', newsroomText('ownComments.answered', { names: others.join(', ') }))
  if (!answer && thread.mustFix) refuseLettingGo(room, story, thread, by)
  const { saved } = story.edit(by, (doc) => deleteIn(doc, comment, { answer, at: room.clock.now() }), KEEPS_COPY)
  const { written } = story.note(by, eventOf('commentDeleted', comment, words, answer))
  await Promise.all([saved, written])
  return {}
}

export const restoreComment: Action<'comment.restore'> = async (room, by, { story: id, comment }) => {
  const story = await room.storyNow(id)
  const thread = readDeletedComment(story.doc, comment)
  const last = thread ? deletedOf(story.doc, comment).find(({ answer }) => (answer?.by ?? thread.by) === by) : undefined
  if (!thread || !last) throw new NewsroomError('usage', newsroomText('ownComments.nothingDeleted'))
  const { answer } = last
  const text = answer?.text ?? thread.text
  const { saved } = story.edit(by, (doc) => deleteIn(doc, comment, { answer, at: '' }), KEEPS_COPY)
  const { written } = story.note(by, eventOf('commentRestored', comment, text, answer))
  await Promise.all([saved, written])
  return { text }
}

const eventOf = (
  kind: 'commentDeleted' | 'commentRestored',
  comment: string,
  text: string,
  answer: CommentReply | undefined,
): LedgerEvent => ({ kind, comment, text, ...defined({ answer: answer?.at }) })

/** The words that are meant. Refused unless they are this person's, and as the person saw them. */
function ownIn(
  thread: CommentThread,
  person: string,
  { answer: number, was }: { readonly answer?: number | undefined; readonly was?: string | undefined },
): { readonly answer?: CommentReply; readonly words: string } {
  const answer = number === undefined ? undefined : thread.replies[number - 1]
  if (number !== undefined && !answer)
    throw new NewsroomError(
      'usage',
      newsroomText('ownComments.unknownAnswer', { id: thread.id, answer: String(number) }),
    )
  const { by, text } = answer ?? thread
  if (by !== person) throw new NewsroomError('refused', newsroomText('ownComments.notYours', { by }))
  if (was !== undefined && was !== text) throw new NewsroomError('refused', newsroomText('ownComments.changed'))
  return { words: text, ...defined({ answer }) }
}
