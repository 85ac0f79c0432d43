import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useEffect, useState, type FormEvent } from 'react'
import type { AnswerOf } from '../../story/requests/requests'
import { Button, SelectField, TextArea } from '../ui'
import { SideSheet } from '../ui/dialogs/SideSheet'
import { pick, useClose, useKeys, useNotice, useStory, useStoryReadOnly } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useWindowServices } from '../state/windowServices'
import './queries.css'

/** The open queries as text to send, and pasted answers filed by their numbers. */
export function QueriesPanel() {
  const story = useStory(pick('id', 'entries'))
  return story ? <Queries key={story.id} story={story.id} entries={story.entries.length} /> : null
}

function Queries({ story, entries }: { readonly story: string; readonly entries: number }) {
  const { act, clipboard } = useWindowServices().newsroom
  const readOnly = useStoryReadOnly()
  const { say } = useNotice()
  const keyOf = useKeys()
  const close = useClose()
  const once = useOneAtATime()
  const [to, setTo] = useState('')
  /** All queries of the story. */
  const [all, setAll] = useState<AnswerOf<'query.list'>>()
  /** Those to one person. */
  const [some, setSome] = useState<AnswerOf<'query.list'> & { readonly to: string }>()
  /** Why the queries cannot be read. Without it and a list: they are being read. */
  const [allUnread, setAllUnread] = useState<string>()
  const [someUnread, setSomeUnread] = useState<string>()
  const unread = allUnread ?? (to === '' ? undefined : someUnread)
  const {
    draft: { text: pasted },
    change,
    forget,
  } = useDraft((forms) => forms.answers, story, { text: '' })
  const [found, setFound] = useState<AnswerOf<'query.answers'>>()
  const preview = pasted.trim() === '' ? undefined : found
  const [problem, setProblem] = useState<string>()
  const open = all?.queries.filter((query) => query.open) ?? []
  // Those to another person are no answer.
  const list = to === '' ? all : some?.to === to ? some : undefined
  const text = list?.queries.some((query) => query.open) ? list.text : ''
  const people = [
    ...new Set([...open.flatMap(({ addressee }) => addressee ?? []), ...(to === '' ? [] : [to])].toSorted()),
  ]

  useEffect(() => {
    let gone = false
    void act('query.list', { story }).then((outcome) => {
      if (gone) return
      setAll(outcome.ok ? outcome.value : undefined)
      setAllUnread(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, story, entries])
  useEffect(() => {
    if (to === '') return
    let gone = false
    void act('query.list', { story, addressee: to }).then((outcome) => {
      if (gone) return
      setSome(outcome.ok ? { ...outcome.value, to } : undefined)
      setSomeUnread(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, story, to, entries])

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
    <SideSheet title={reviewRoomText('queriesPanel.queries')} onClose={close}>
      {unread === undefined ? null : (
        <p className="problem" role="alert">
          {unread}
        </p>
      )}
      {all === undefined ? (
        unread === undefined ? (
          <p className="soft" role="status">
            {reviewRoomText('queriesPanel.reading')}
          </p>
        ) : null
      ) : open.length === 0 ? (
        <div className="empty">
          <strong>{reviewRoomText('queriesPanel.noQueryOpen')}</strong>
          <p>
            {keyOf('review.queried') || reviewRoomText('queriesPanel.query')}{' '}
            {reviewRoomText('queriesPanel.reviewAsksAuthorSomebody')}
          </p>
        </div>
      ) : (
        <div className="form">
          {people.length > 0 ? (
            <SelectField
              label={reviewRoomText('queriesPanel.to')}
              value={to}
              options={[
                { value: '', label: reviewRoomText('queriesPanel.everybody') },
                ...people.map((name) => ({ value: name, label: name })),
              ]}
              onChange={(event) => setTo(event.target.value)}
            />
          ) : null}
          <TextArea
            label={reviewRoomText('queriesPanel.textSend')}
            hint={list && text === '' ? reviewRoomText('queriesPanel.noneTo', { name: to }) : undefined}
            readOnly
            data-first-focus
            rows={Math.min(14, open.length * 2 + 2)}
            value={text}
            onFocus={(event) => event.target.select()}
          />
          <div className="form-foot">
            <Button
              data-first-focus
              aria-disabled={text === ''}
              onClick={() => {
                if (text === '') return
                void clipboard.copyText(text).then((done) => {
                  if (done === 'copied') say(reviewRoomText('queriesPanel.questionsClipboard'))
                  if (done === 'failed') say(reviewRoomText('queriesPanel.selectTextCopyCtrl'))
                })
              }}
            >
              {reviewRoomText('queriesPanel.copy')}
            </Button>
          </div>
        </div>
      )}
      {open.length > 0 && readOnly === undefined ? (
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
                  <strong>{number}.</strong> {all?.queries.find((query) => query.number === number)?.question}{' '}
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
          {problem ? (
            <p className="problem" role="alert">
              {problem}
            </p>
          ) : null}
          <div className="form-foot">
            <Button onClick={close}>{reviewRoomText('queriesPanel.close')}</Button>
            <Button type="submit" look="primary" disabled={!preview || preview.answered.length === 0}>
              {preview && preview.answered.length > 0
                ? reviewRoomText('queriesPanel.fileAnswers', { count: preview.answered.length })
                : reviewRoomText('queriesPanel.fileNone')}
            </Button>
          </div>
        </form>
      ) : null}
    </SideSheet>
  )
}
