import { commentsText } from '../../catalogue/window/comments'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { keyOfNote } from '../../editor/comments/notedWords'
import type { PlacedComment } from '../../story/copy/comment'
import { shortTime } from '../facts/shortTime'
import { Button, SettledSelect } from '../ui'
import { useNewsroom, useStoryReadOnly, type StoryPart } from '../state'
import { useOpenText } from '../state/hooks/useDraft'
import { CommentText } from './CommentText'
import { Said } from './Said'
import { asksForIt, useMayLetGo } from './useMayLetGo'
import { useChangeComment, type CommentChange } from './useChangeComment'
import { usePlaceComment } from './usePlaceComment'
import { selectNote } from '../state/session/selectNote'
import { useWindowServices } from '../state/windowServices'
import { afterDrawing, focusPlace, nextRow, SELECTED_TAB } from '../ui/focus/focusService'
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
  const { act } = useWindowServices().newsroom
  const desk = useNewsroom(({ desk }) => desk)
  const readOnly = useStoryReadOnly()
  const mayLetGo = useMayLetGo(thread)
  const { text, ...form } = useOpenText((forms) => forms.reply, `${story.id} ${thread.id}`)
  const answering = text !== undefined
  const [problem, setProblem] = useState<string>()
  const closed = thread.resolved !== undefined
  const putOn = usePlaceComment(story)
  const item = useRef<HTMLLIElement>(null)
  const replyButton = useRef<HTMLButtonElement>(null)
  const stopReplying = (close: () => void): void => {
    close()
    setProblem(undefined)
    afterDrawing(() => replyButton.current?.focus())
  }

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
  const change = async (changes: CommentChange): Promise<void> => {
    const goOn = nextRow(item.current, PLACES.comments, PLACES.commentList, SELECTED_TAB)
    const outcome = await changeThread(thread, changes)
    setProblem(outcome.ok ? undefined : outcome.message)
    // The thread moves to the other list.
    if (outcome.ok && changes.resolved !== undefined) goOn()
  }
  const leaving = (isWhole: boolean): (() => void) =>
    isWhole
      ? nextRow(item.current, PLACES.comments, PLACES.commentList, SELECTED_TAB)
      : () => afterDrawing(() => replyButton.current?.focus())
  const reply = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text === undefined || text.trim() === '') return setProblem(commentsText('commentItem.replyNeedsWords'))
    const outcome = await act('comment.reply', { story: story.id, comment: thread.id, text: text.trim() })
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) stopReplying(form.forget)
  }

  useEffect(() => (closed ? undefined : focusPlace(PLACES.comments)(item.current)), [closed])
  return (
    <li
      ref={item}
      className="comment"
      data-menu-row=""
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
      {thread.replies.map((reply, at) => (
        <Said
          key={`${reply.at} ${reply.by}`}
          story={story.id}
          thread={thread}
          answer={at + 1}
          canChange
          leaving={leaving}
        />
      ))}
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
              onClick={answering ? form.close : form.open}
            >
              {commentsText('commentItem.reply')}
            </Button>
          )}
          {place === 'orphan' && !closed ? (
            <Button look="plain" onClick={() => void putOn(thread.id).then(setProblem)}>
              {commentsText('commentItem.putSelectedWords')}
            </Button>
          ) : null}
          {closed || mayLetGo ? (
            <Button look="plain" onClick={() => void change({ resolved: !closed })}>
              {closed ? commentsText('commentItem.reopen') : commentsText('commentItem.resolve')}
            </Button>
          ) : null}
          {closed || !mayLetGo ? null : (
            <Button
              look="plain"
              aria-pressed={thread.mustFix}
              onClick={() => void change({ mustFix: !thread.mustFix })}
            >
              {commentsText('commentItem.mustFix')}
            </Button>
          )}
          {closed ? null : (
            <SettledSelect
              label={commentsText('commentItem.assigned')}
              hideLabel
              value={thread.assignee}
              options={[
                { value: '', label: commentsText('commentItem.nobodys') },
                ...desk.roster.map(({ name }) => ({ value: name, label: name })),
              ]}
              onSettle={(assignee) => void change({ assignee })}
            />
          )}
        </div>
      ) : null}
      {closed || mayLetGo ? null : (
        <p className="panel-note">{commentsText('commentItem.whoResolves', { by: asksForIt(thread) })}</p>
      )}
      {answering ? (
        <form
          className="form"
          aria-label={commentsText('commentItem.reply')}
          noValidate
          onSubmit={(event) => void reply(event)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation()
              stopReplying(form.close)
            }
          }}
        >
          <CommentText
            label={commentsText('commentItem.reply')}
            hideLabel
            rows={2}
            value={text}
            onWrite={(words) => {
              form.write(words)
              setProblem(undefined)
            }}
          />
          <div className="form-foot">
            <Button onClick={() => stopReplying(form.forget)}>{commentsText('commentItem.cancel')}</Button>
            <Button type="submit" look="primary">
              {commentsText('commentItem.reply')}
            </Button>
          </div>
        </form>
      ) : null}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </li>
  )
}
