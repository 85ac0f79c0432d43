import { CircleAlert } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { marginText } from '../../catalogue/window/margin'
import type { PlacedComment } from '../../story/copy/comment'
import { shortTime } from '../facts/list/factLines'
import { useStoryReadOnly, type StoryPart } from '../state'
import { PLACES } from '../state/focusPlaces'
import { useOpenText } from '../state/hooks/useDraft'
import { useWindowServices } from '../state/windowServices'
import { afterDrawing, nextRow } from '../ui/focus/focusService'
import { sendOnEnter } from '../ui/sendOnEnter'
import { Button, TextArea } from '../ui'

interface CommentNoteProps {
  readonly story: StoryPart<'id'>
  readonly comment: PlacedComment
  readonly isSelected: boolean
}

/** A thread: all of it, with Reply and Resolve, while it is selected; else its first words. */
export function CommentNote({ story, comment: { thread }, isSelected }: CommentNoteProps) {
  const readOnly = useStoryReadOnly()
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
  const resolve = async (): Promise<void> => {
    const goOn = nextRow(body.current?.closest('article') ?? null, PLACES.notes, PLACES.margin, PLACES.sheet)
    const outcome = await act('comment.change', { story: story.id, comment: thread.id, resolved: true })
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) goOn()
  }
  const { replies } = thread
  return (
    <div ref={body}>
      <Said {...thread} />
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
        replies.map((reply, at) => <Said key={at} {...reply} />)
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
          <button type="button" onClick={() => void resolve()}>
            {marginText('resolve')}
          </button>
        </p>
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
          <TextArea
            label={marginText('reply')}
            hideLabel
            rows={2}
            autoFocus
            value={text}
            onKeyDown={sendOnEnter}
            onChange={(event) => {
              form.write(event.target.value)
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

const Said = ({ by, at, text }: { readonly by: string; readonly at: string; readonly text: string }) => (
  <>
    <p className="margin-who">
      <strong>{by}</strong> {shortTime(at)}
    </p>
    <p className="margin-text" dir="auto">
      {text}
    </p>
  </>
)
