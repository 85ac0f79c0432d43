import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useEffect, useState, type FormEvent } from 'react'
import type { AnswerOf } from '../../story/requests/requests'
import { Button, TextArea, Problem } from '../ui'
import { useClose, useNotice } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useWindowServices } from '../state/windowServices'
import './queries.css'

/** Files pasted answers to the queries by their numbers. Shows first which ones it found. */
export function AnswersForm({
  story,
  entries,
  queries,
}: {
  readonly story: string
  /** How many entries the history has. */
  readonly entries: number
  readonly queries: AnswerOf<'query.list'>['queries']
}) {
  const { act } = useWindowServices().newsroom
  const { say } = useNotice()
  const close = useClose()
  const once = useOneAtATime()
  const {
    draft: { text: pasted },
    change,
    forget,
  } = useDraft((forms) => forms.answers, story, { text: '' })
  const [found, setFound] = useState<AnswerOf<'query.answers'>>()
  const preview = pasted.trim() === '' ? undefined : found
  const [problem, setProblem] = useState<string>()

  // Answers found in the pasted words, also when they were pasted before.
  useEffect(() => {
    if (pasted.trim() === '') return
    let gone = false
    void act('query.answers', { story, text: pasted, preview: true }).then((outcome) => {
      if (gone) return
      setFound(outcome.ok ? outcome.value : undefined)
      if (!outcome.ok) setProblem(outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, story, pasted, entries])
  const file = async (): Promise<void> => {
    const outcome = await act('query.answers', { story, text: pasted })
    if (!outcome.ok) return setProblem(outcome.message)
    forget()
    say(reviewRoomText('queriesPanel.answersFiledCheckAgain', { count: outcome.value.answered.length }))
  }

  return (
    <form
      className="form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void once(file)
      }}
      noValidate
    >
      <TextArea
        label={reviewRoomText('queriesPanel.pasteAnswers')}
        hint={reviewRoomText('queriesPanel.eachAnswerBeginsNumber')}
        rows={6}
        value={pasted}
        dir="auto"
        onChange={(event) => {
          change({ text: event.target.value })
          setProblem(undefined)
        }}
      />
      {preview ? (
        <ul className="answers" aria-label={reviewRoomText('queriesPanel.answersFound')}>
          {preview.answered.map(({ number, text }) => (
            <li key={number}>
              <strong>{number}.</strong> {queries.find((query) => query.number === number)?.question}{' '}
              <span className="serif" dir="auto">
                {text}
              </span>
            </li>
          ))}
          {preview.unmatched.length > 0 ? (
            <li className="soft">
              {reviewRoomText('queriesPanel.withoutNumberFiled', { join: preview.unmatched.join(' ') })}
            </li>
          ) : null}
        </ul>
      ) : null}
      <Problem text={problem} />
      <div className="form-foot">
        <Button onClick={close}>{reviewRoomText('queriesPanel.close')}</Button>
        <Button type="submit" look="primary" disabled={!preview || preview.answered.length === 0}>
          {preview && preview.answered.length > 0
            ? reviewRoomText('queriesPanel.fileAnswers', { count: preview.answered.length })
            : reviewRoomText('queriesPanel.fileNone')}
        </Button>
      </div>
    </form>
  )
}
