import { commentsText } from '../../../catalogue/writing/comments'
import { Button, type ButtonProps } from '../../ui'
import { FormEnd } from '../../ui/controls/FormEnd'
import { sendOnCtrlEnter } from '../../ui/sendOnEnter'
import { CommentText } from './CommentText'

interface CommentFormProps {
  /** What the form does, for people who do not see it. */
  readonly name: string
  readonly label: string
  readonly className?: string
  readonly rows: number
  readonly text: string
  readonly send: string
  readonly look: ButtonProps['look']
  readonly onWrite: (text: string) => void
  readonly onSend: () => void
  /** Closes the form and keeps what was typed. */
  readonly onEscape: () => void
  /** Closes the form for good. */
  readonly onCancel: () => void
}

/** A form of one text in a thread: a reply, or a comment that is edited. */
export const CommentForm = ({
  name,
  label,
  className = '',
  rows,
  text,
  send,
  look,
  onWrite,
  onSend,
  onEscape,
  onCancel,
}: CommentFormProps) => (
  <form
    className={`form ${className}`.trim()}
    aria-label={name}
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSend()
    }}
    onKeyDown={(event) => {
      if (event.key !== 'Escape' || event.nativeEvent.isComposing) return sendOnCtrlEnter(event)
      event.stopPropagation()
      onEscape()
    }}
  >
    <CommentText label={label} hideLabel rows={rows} value={text} onWrite={onWrite} />
    <FormEnd cancel={commentsText('commentItem.cancel')} onCancel={onCancel}>
      <Button type="submit" look={look}>
        {send}
      </Button>
    </FormEnd>
  </form>
)
