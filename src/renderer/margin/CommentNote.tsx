import { CircleAlert } from 'lucide-react'
import { useRef } from 'react'
import { marginText } from '../../catalogue/writing/margin'
import type { PlacedComment } from '../../story/copy/comment'
import { CommentForm } from '../comments/write/CommentForm'
import { Replies } from '../comments/Replies'
import { Said } from '../comments/Said'
import { asksForIt, useMayLetGo } from '../comments/useMayLetGo'
import { commentsText } from '../../catalogue/writing/comments'
import { useChangeComment } from '../comments/useChangeComment'
import { useReply } from '../comments/write/useReply'
import '../comments/comments.css'
import { useStoryReadOnly, type StoryPart } from '../state'
import { PLACES } from '../state/focusPlaces'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { nextRow, onceGone } from '../ui/focus/focusService'
import { Problem } from '../ui'

interface CommentNoteProps {
  readonly story: StoryPart<'id'>
  readonly comment: PlacedComment
  readonly isSelected: boolean
}

/** A thread: all of it, with Reply and Resolve, while it is selected; else its first words. */
export function CommentNote({ story, comment: { thread }, isSelected }: CommentNoteProps) {
  const readOnly = useStoryReadOnly()
  const mayResolve = useMayLetGo(thread)
  const replyButton = useRef<HTMLButtonElement>(null)
  const reply = useReply(story.id, thread, replyButton)
  const body = useRef<HTMLDivElement>(null)
  const isReplying = reply.text !== undefined && isSelected && readOnly === undefined
  const leaving = (answer: HTMLElement | null): (() => void) =>
    answer
      ? onceGone(answer, () => replyButton.current)
      : nextRow(body.current?.closest('article') ?? null, PLACES.notes, PLACES.margin, PLACES.sheet)
  const change = useChangeComment(story.id)
  const once = useOneAtATime()
  const resolve = async (): Promise<void> => {
    const goOn = leaving(null)
    const outcome = await change(thread, { resolved: true })
    reply.setProblem(outcome.ok ? undefined : outcome.message)
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
        <Replies story={story.id} thread={thread} leaving={leaving} />
      ) : (
        <p className="margin-more">{marginText('replies', { count: replies.length })}</p>
      )}
      {isSelected && readOnly === undefined ? (
        <p className="margin-acts">
          <button
            ref={replyButton}
            type="button"
            aria-expanded={isReplying}
            onClick={isReplying ? reply.close : reply.open}
          >
            {commentsText('commentItem.reply')}
          </button>
          {mayResolve ? (
            <button type="button" onClick={() => void once(resolve)}>
              {commentsText('commentItem.resolve')}
            </button>
          ) : null}
        </p>
      ) : null}
      {isSelected && !mayResolve ? (
        <p className="margin-more">{commentsText('commentItem.whoResolves', { by: asksForIt(thread) })}</p>
      ) : null}
      {isReplying && reply.text !== undefined ? (
        <CommentForm
          name={commentsText('commentItem.reply')}
          label={commentsText('commentItem.reply')}
          className="margin-reply"
          rows={2}
          text={reply.text}
          send={commentsText('commentItem.reply')}
          look="tinted"
          onWrite={reply.write}
          onSend={() => void reply.send()}
          onEscape={reply.escape}
          onCancel={reply.cancel}
        />
      ) : null}
      <Problem text={reply.problem} />
    </div>
  )
}
