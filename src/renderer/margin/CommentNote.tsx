import { CircleAlert } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { marginText } from '../../catalogue/window/margin'
import type { PlacedComment } from '../../story/copy/comment'
import { CommentText } from '../comments/CommentText'
import { Said } from '../comments/Said'
import { asksForIt, useMayLetGo } from '../comments/useMayLetGo'
import { commentsText } from '../../catalogue/window/comments'
import { useChangeComment } from '../comments/useChangeComment'
import '../comments/comments.css'
import { useStoryReadOnly, type StoryPart } from '../state'
import { PLACES } from '../state/focusPlaces'
import { useOpenText } from '../state/hooks/useDraft'
import { useWindowServices } from '../state/windowServices'
import { afterDrawing, nextRow } from '../ui/focus/focusService'
import { Button } from '../ui'

interface CommentNoteProps {
  readonly story: StoryPart<'id'>
  readonly comment: PlacedComment
  readonly isSelected: boolean
}

/** A thread: all of it, with Reply and Resolve, while it is selected; else its first words. */
export function CommentNote({ story, comment: { thread }, isSelected }: CommentNoteProps) {
  const readOnly = useStoryReadOnly()
  const mayResolve = useMayLetGo(thread)
  const { act } = useWindowServices().newsroom
  const { text, ...form } = useOpenText((forms) => forms.reply, `${story.id} ${thread.id}`)
  const [problem, setProblem] = useState<string>()
  const body = useRef<HTMLDivElement>(null)
  const replyButton = useRef<HTMLButtonElement>(null)
  const isReplying = text !== undefined && isSelected && readOnly === undefined
  const stop = (close: () => void): void => {
    close()
    setProblem(undefined)
    afterDrawing(() => replyButton.current?.focus())
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text === undefined || text.trim() === '') return setProblem(marginText('replyNeedsWords'))
    const outcome = await act('comment.reply', { story: story.id, comment: thread.id, text: text.trim() })
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) stop(form.forget)
  }
  const leaving = (isWhole: boolean): (() => void) =>
    isWhole
      ? nextRow(body.current?.closest('article') ?? null, PLACES.notes, PLACES.margin, PLACES.sheet)
      : () => afterDrawing(() => replyButton.current?.focus())
  const change = useChangeComment(story.id)
  const resolve = async (): Promise<void> => {
    const goOn = leaving(true)
    const outcome = await change(thread, { resolved: true })
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) goOn()
  }
  const { replies } = thread
  return (
    <div ref={body}>
      <Said story={story.id} thread={thread} canChange={isSelected} leaving={leaving} />
      {thread.mustFix ? (
        <p className="margin-must">
          <CircleAlert aria-hidden="true" />
          {marginText('mustFix')}
        </p>
      ) : null}
      {thread.assignee === '' ? null : (
        <p className="margin-more">{marginText('assigned', { name: thread.assignee })}</p>
      )}
      {replies.length === 0 ? null : isSelected ? (
        replies.map((reply, at) => (
          <Said
            key={`${reply.at} ${reply.by}`}
            story={story.id}
            thread={thread}
            answer={at + 1}
            canChange
            leaving={leaving}
          />
        ))
      ) : (
        <p className="margin-more">{marginText('replies', { count: replies.length })}</p>
      )}
      {isSelected && readOnly === undefined ? (
        <p className="margin-acts">
          <button
            ref={replyButton}
            type="button"
            aria-expanded={isReplying}
            onClick={isReplying ? form.close : form.open}
          >
            {marginText('reply')}
          </button>
          {mayResolve ? (
            <button type="button" onClick={() => void resolve()}>
              {marginText('resolve')}
            </button>
          ) : null}
        </p>
      ) : null}
      {isSelected && !mayResolve ? (
        <p className="margin-more">{commentsText('commentItem.whoResolves', { by: asksForIt(thread) })}</p>
      ) : null}
      {isReplying ? (
        <form
          className="form margin-reply"
          aria-label={marginText('reply')}
          noValidate
          onSubmit={(event) => void send(event)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            stop(form.close)
          }}
        >
          <CommentText
            label={marginText('reply')}
            hideLabel
            rows={2}
            value={text}
            onWrite={(words) => {
              form.write(words)
              setProblem(undefined)
            }}
          />
          <div className="form-foot">
            <Button onClick={() => stop(form.forget)}>{marginText('cancel')}</Button>
            <Button type="submit" look="tinted">
              {marginText('reply')}
            </Button>
          </div>
        </form>
      ) : null}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
