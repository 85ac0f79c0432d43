import { commentsText } from '../../catalogue/writing/comments'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { keyOfNote } from '../../editor/comments/notedWords'
import type { PlacedComment } from '../../story/copy/comment'
import { shortTime } from '../facts/shortTime'
import { Button, Problem } from '../ui'
import { useStoryReadOnly, type StoryPart } from '../state'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { AssigneeField } from './write/AssigneeField'
import { CommentForm } from './write/CommentForm'
import { Replies } from './Replies'
import { Said } from './Said'
import { asksForIt, useMayLetGo } from './useMayLetGo'
import { useChangeComment, type CommentChange } from './useChangeComment'
import { useReply } from './write/useReply'
import { usePlaceComment } from './place/usePlaceComment'
import { selectNote } from '../state/session/selectNote'
import { focusPlace, nextRow, onceGone, SELECTED_TAB } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'

/** Shows one thread: its words, its comments and what can be done about it. A refusal appears under it. */
export function CommentItem({
  story,
  comment: {
    thread,
    ranges: [range],
    place,
    standing,
  },
}: {
  readonly story: StoryPart<'id' | 'editor' | 'session' | 'jump'>
  readonly comment: PlacedComment
}) {
  const readOnly = useStoryReadOnly()
  const mayLetGo = useMayLetGo(thread)
  const replyButton = useRef<HTMLButtonElement>(null)
  const reply = useReply(story.id, thread, replyButton)
  const answering = reply.text !== undefined
  const closed = thread.resolved !== undefined
  const putOn = usePlaceComment(story)
  const item = useRef<HTMLLIElement>(null)

  const key = keyOfNote({ kind: 'comment', id: thread.id })
  const isCurrent = useStore(story.session.store, ({ note }) => note === key)
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const show = (): void => {
    if (range) story.jump({ kind: 'text', ...range })
    selectNote(story.session, key)
  }
  const changeThread = useChangeComment(story.id)
  const once = useOneAtATime()
  const change = async (changes: CommentChange): Promise<void> => {
    const goOn = nextRow(item.current, PLACES.comments, PLACES.commentList, SELECTED_TAB)
    const outcome = await changeThread(thread, changes)
    reply.setProblem(outcome.ok ? undefined : outcome.message)
    // The thread moves to the other list.
    if (outcome.ok && changes.resolved !== undefined) goOn()
  }
  const leaving = (answer: HTMLElement | null): (() => void) =>
    answer
      ? onceGone(answer, () => replyButton.current)
      : nextRow(item.current, PLACES.comments, PLACES.commentList, SELECTED_TAB)
  const { id } = thread
  useEffect(() => (closed ? undefined : focusPlace(PLACES.comments, PLACES.comment(id))(item.current)), [closed, id])
  return (
    <li
      ref={item}
      className="comment"
      data-menu-row=""
      data-menu-buttons=""
      data-current={isCurrent}
      data-must={thread.mustFix && !closed}
      data-place={place}
    >
      {thread.words === undefined ? (
        <p className="comment-words soft">{commentsText('commentItem.story')}</p>
      ) : range && !closed ? (
        <button type="button" className="comment-words serif" data-no-act="" onClick={show}>
          {standing ?? thread.words}
        </button>
      ) : (
        <p className="comment-words serif soft">{thread.words}</p>
      )}
      <Said story={story.id} thread={thread} canChange leaving={leaving} />
      {thread.mustFix && !closed ? (
        <p className="comment-must">{commentsText('commentItem.mustFixedBeforeClearing')}</p>
      ) : null}
      <Replies story={story.id} thread={thread} leaving={leaving} />
      {thread.resolved ? (
        <p className="panel-note">
          {commentsText('commentItem.resolved', { by: thread.resolved.by, at: shortTime(thread.resolved.at) })}
        </p>
      ) : null}
      {readOnly === undefined ? (
        <div className="comment-acts">
          {closed ? null : (
            <Button
              ref={replyButton}
              look="plain"
              aria-expanded={answering}
              onClick={answering ? reply.close : reply.open}
            >
              {commentsText('commentItem.reply')}
            </Button>
          )}
          {place === 'orphan' && !closed ? (
            <Button look="plain" onClick={() => void once(() => putOn(thread.id).then(reply.setProblem))}>
              {commentsText('commentItem.putSelectedWords')}
            </Button>
          ) : null}
          {closed || mayLetGo ? (
            <Button look="plain" onClick={() => void once(() => change({ resolved: !closed }))}>
              {closed ? commentsText('commentItem.reopen') : commentsText('commentItem.resolve')}
            </Button>
          ) : null}
          {closed || !mayLetGo ? null : (
            <Button
              look="plain"
              aria-pressed={thread.mustFix}
              onClick={() => void once(() => change({ mustFix: !thread.mustFix }))}
            >
              {commentsText('commentItem.mustFix')}
            </Button>
          )}
          {closed ? null : (
            <AssigneeField assignee={thread.assignee} onAssign={(assignee) => void change({ assignee })} />
          )}
        </div>
      ) : null}
      {closed || mayLetGo ? null : (
        <p className="panel-note">{commentsText('commentItem.whoResolves', { by: asksForIt(thread) })}</p>
      )}
      {reply.text === undefined ? null : (
        <CommentForm
          name={commentsText('commentItem.reply')}
          label={commentsText('commentItem.reply')}
          rows={2}
          text={reply.text}
          send={commentsText('commentItem.reply')}
          look="primary"
          onWrite={reply.write}
          onSend={() => void reply.send()}
          onEscape={reply.escape}
          onCancel={reply.cancel}
        />
      )}
      <Problem text={reply.problem} />
    </li>
  )
}
