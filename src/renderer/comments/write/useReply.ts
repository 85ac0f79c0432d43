import { useState, type RefObject } from 'react'
import { commentsText } from '../../../catalogue/writing/comments'
import type { CommentThread } from '../../../story/copy/comment'
import { useOpenText } from '../../state/hooks/useDraft'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { useWindowServices } from '../../state/windowServices'
import { focusIfLost } from '../../ui/focus/focusService'

interface Reply {
  /** Undefined while nobody answers. */
  readonly text: string | undefined
  readonly open: () => void
  readonly close: () => void
  readonly write: (text: string) => void
  readonly send: () => Promise<void>
  /** Closes the form and keeps what was typed. */
  readonly escape: () => void
  /** Closes the form for good. */
  readonly cancel: () => void
  /** Why something in the thread was refused, of the reply or of what else is done there. */
  readonly problem: string | undefined
  readonly setProblem: (problem: string | undefined) => void
}

/**
 * The reply that this person writes in a thread, in the margin or in the panel. `story`: its id. `button`: opens the
 * form.
 */
export function useReply(story: string, thread: CommentThread, button: RefObject<HTMLButtonElement | null>): Reply {
  const { act } = useWindowServices().newsroom
  const { text, ...form } = useOpenText((forms) => forms.reply, `${story} ${thread.id}`)
  const [problem, setProblem] = useState<string>()
  const stop = (close: () => void): void => {
    close()
    setProblem(undefined)
    focusIfLost(() => button.current)
  }
  const once = useOneAtATime()
  const send = async (): Promise<void> => {
    if (text === undefined || text.trim() === '') return setProblem(commentsText('commentItem.replyNeedsWords'))
    const outcome = await act('comment.reply', { story, comment: thread.id, text: text.trim() })
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) stop(form.forget)
  }
  return {
    text,
    open: form.open,
    close: form.close,
    write: (words) => {
      form.write(words)
      setProblem(undefined)
    },
    send: () => once(send),
    escape: () => stop(form.close),
    cancel: () => stop(form.forget),
    problem,
    setProblem,
  }
}
