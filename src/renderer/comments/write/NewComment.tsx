import { commentsText } from '../../../catalogue/writing/comments'
import { peopleHere } from '../../../story/desk/roster'
import { useState, type FormEvent } from 'react'
import { Button, CheckField, SelectField } from '../../ui'
import { useNewsroom, type StoryPart } from '../../state'
import type { CommentAsked } from '../../state/stores/drafts'
import { useWindowServices } from '../../state/windowServices'
import { useDraft } from '../../state/hooks/useDraft'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { inAnotherField } from '../../ui/focus/focusService'
import { sendOnCtrlEnter } from '../../ui/sendOnEnter'
import { CommentText } from './CommentText'
import { caretBehind } from '../../facts/retag'
import { defined } from '../../../story/text/defined'
import { focusSheet } from '../../state/session/sheet/focusSheet'

/** The form for a comment on the selected words or on the story. */
export function NewComment({
  story,
  asked,
}: {
  readonly story: StoryPart<'id' | 'editor'>
  readonly asked: CommentAsked
}) {
  const { act } = useWindowServices().newsroom
  const desk = useNewsroom(({ desk }) => desk)
  const { panels, notices } = useWindowServices()
  const {
    draft: { text, mustFix, assignee },
    change,
    forget,
  } = useDraft((forms) => forms.comment, JSON.stringify(asked), { text: '', mustFix: false, assignee: '' })
  const [problem, setProblem] = useState<string>()
  /** Behind the words: a stray letter must not overtype what the comment is on. */
  const toSheet = (): void => {
    if (asked.place && story.editor?.isDestroyed === false) caretBehind(story.editor)
    focusSheet(story.editor)
  }
  /** Closes the form. What was typed stays in the list of begun comments. */
  const leave = (): void => {
    panels.store.setState({ commenting: null })
    toSheet()
  }
  const close = (): void => {
    forget()
    leave()
  }
  const once = useOneAtATime()
  const send = async (): Promise<void> => {
    if (text.trim() === '') return setProblem(commentsText('newComment.commentNeedsWords'))
    const isInAnotherField = inAnotherField()
    const outcome = await act('comment.add', {
      story: story.id,
      text: text.trim(),
      mustFix,
      assignee,
      ...defined({ place: asked.place }),
    })
    if (!outcome.ok) return setProblem(outcome.message)
    notices.announce(commentsText('newComment.added'))
    forget()
    // Left meanwhile, perhaps for a comment on other words.
    if (JSON.stringify(panels.store.getState().commenting) !== JSON.stringify(asked)) return
    panels.store.setState({ commenting: null })
    // Who went on in the sheet has a caret or words there already.
    if (isInAnotherField() || story.editor?.view.hasFocus() === true) return
    toSheet()
  }
  return (
    <form
      className="form new-comment"
      aria-label={commentsText('newComment.newComment')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void once(send)
      }}
      onKeyDown={(event) => {
        // Escape ends what an input method composes, and not the form.
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return sendOnCtrlEnter(event)
        event.stopPropagation()
        leave()
      }}
    >
      {asked.place ? (
        <p className="quoted-words">{asked.place.words}</p>
      ) : (
        <p className="panel-note">{commentsText('newComment.storyWhole')}</p>
      )}
      <CommentText
        label={commentsText('newComment.comment')}
        rows={3}
        value={text}
        error={problem}
        onWrite={(words) => {
          change({ text: words })
          setProblem(undefined)
        }}
      />
      <SelectField
        label={commentsText('newComment.assign')}
        value={assignee}
        options={[
          { value: '', label: commentsText('newComment.nobody') },
          ...peopleHere(desk.roster).map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(event) => change({ assignee: event.target.value })}
      />
      <CheckField
        label={commentsText('newComment.mustFixed')}
        hint={commentsText('newComment.storyClearedBefore')}
        checked={mustFix}
        onChange={(event) => change({ mustFix: event.target.checked })}
      />
      <div className="form-foot">
        <Button onClick={close}>{commentsText('newComment.cancel')}</Button>
        <Button type="submit" look="primary">
          {commentsText('newComment.addComment')}
        </Button>
      </div>
    </form>
  )
}
