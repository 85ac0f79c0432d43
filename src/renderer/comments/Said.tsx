import { Ellipsis } from 'lucide-react'
import { useRef, useState } from 'react'
import { commentsText } from '../../catalogue/writing/comments'
import type { CommentThread } from '../../story/copy/comment'
import { shownStored } from '../../story/history/storedText'
import { isUnsigned } from '../../story/ledger/unsignedComments'
import { defined } from '../../story/text/defined'
import { shortTime } from '../facts/shortTime'
import { useNewsroom, useStory, useStoryReadOnly } from '../state'
import { useOpenText } from '../state/hooks/useDraft'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useWindowServices } from '../state/windowServices'
import { IconButton, Menu, Problem } from '../ui'
import { focusIfLost } from '../ui/focus/focusService'
import { CommentForm } from './write/CommentForm'
import { STET } from '../../story/text/stet'

interface SaidProps {
  /** Id of the story. */
  readonly story: string
  readonly thread: CommentThread
  /** An answer, by its number from 1. Absent: the comment itself. */
  readonly answer?: number
  /** Whether what is one's own can be edited and deleted here. */
  readonly canChange: boolean
  /**
   * Call before something is deleted, with the element of the answer (null: the whole comment goes), and what it
   * returns after. Moves the keyboard once it is gone.
   */
  readonly leaving: (answer: HTMLElement | null) => () => void
}

/** Who said what in a comment, and when. The own words can be edited and deleted. */
export function Said({ story, thread, answer, canChange, leaving }: SaidProps) {
  const { act, undoList } = useWindowServices().newsroom
  const { notices } = useWindowServices()
  const person = useNewsroom(({ person: name }) => name)
  const readOnly = useStoryReadOnly()
  const said = answer === undefined ? thread : thread.replies[answer - 1]
  const { text, ...form } = useOpenText(
    (forms) => forms.editedComment,
    `${story} ${thread.id} ${said?.at ?? ''} ${answer === undefined ? '' : 'answer'}`,
    said?.text,
  )
  const [problem, setProblem] = useState<string>()
  const once = useOneAtATime()
  const more = useRef<HTMLButtonElement>(null)
  const element = useRef<HTMLDivElement>(null)
  const of = useStory(({ entries, story: { ledger } }) => ({ entries, isShared: ledger.shared === true }))
  if (!said) return null
  const unsigned = of !== null && isUnsigned(thread, answer === undefined ? undefined : thread.replies[answer - 1], of)
  const isReply = answer !== undefined
  const isOwn = said.by === person && canChange && readOnly === undefined && !thread.resolved
  const which = { story, comment: thread.id, ...defined({ answer }) }
  const stop = (close: () => void): void => {
    close()
    setProblem(undefined)
    focusIfLost(() => more.current)
  }
  const send = async (): Promise<void> => {
    const words = text?.trim() ?? ''
    if (words === '') return setProblem(commentsText('said.needsWords'))
    const outcome = await act('comment.edit', { ...which, text: words, was: said.text })
    if (!outcome.ok) return setProblem(outcome.message)
    stop(form.forget)
    if (words !== said.text)
      undoList.offer(commentsText(isReply ? 'said.replyEdited' : 'said.edited'), async () =>
        notices.check(await act('comment.edit', { ...which, text: said.text, was: words })),
      )
  }
  const remove = async (): Promise<void> => {
    const goOn = leaving(isReply ? element.current : null)
    const outcome = await act('comment.delete', { ...which, was: said.text })
    if (!outcome.ok) return setProblem(outcome.message)
    setProblem(undefined)
    goOn()
    undoList.offer(commentsText(isReply ? 'said.replyDeleted' : 'said.deleted'), async () =>
      notices.check(await act('comment.restore', { story, comment: thread.id })),
    )
  }
  return (
    // An answer of one's own has a menu of its own. Without it, the comment's menu would change the answer.
    <div ref={element} className="comment-said" data-menu-row={isReply && isOwn ? '' : undefined}>
      <p className="comment-who">
        <span>
          <strong>{said.by}</strong>{' '}
          <span className="soft">
            {shortTime(said.at)}
            {unsigned ? ` · ${commentsText('said.unsigned')}` : ''}
            {said.edited === undefined ? '' : ` · ${commentsText('said.editedAt', { at: shortTime(said.edited) })}`}
          </span>
        </span>
        {isOwn && text === undefined ? (
          <Menu
            label={commentsText('said.more')}
            trigger={
              <IconButton
                ref={more}
                className="comment-more"
                label={commentsText('said.more')}
                icon={<Ellipsis aria-hidden="true" />}
              />
            }
            items={[
              { id: 'edit', label: commentsText('said.edit'), onSelect: form.open },
              { id: 'delete', label: commentsText('said.delete'), onSelect: () => void once(remove) },
            ]}
            // The field that Edit opens keeps the keyboard.
            onClosed={() => focusIfLost(() => more.current)}
          />
        ) : null}
      </p>
      {isOwn && text !== undefined ? (
        <CommentForm
          name={commentsText('said.edit')}
          label={commentsText(isReply ? 'commentItem.reply' : 'newComment.comment')}
          className="comment-edit"
          rows={3}
          text={text}
          send={commentsText('said.save')}
          look="tinted"
          onWrite={(words) => {
            form.write(words)
            setProblem(undefined)
          }}
          onSend={() => void once(send)}
          onEscape={() => stop(form.close)}
          onCancel={() => stop(form.forget)}
        />
      ) : (
        <p className="comment-text" dir="auto">
          {said.by === STET ? shownStored(said.text) : said.text}
        </p>
      )}
      <Problem text={problem} />
    </div>
  )
}
