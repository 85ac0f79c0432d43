import { useEffect, useState, type FormEvent } from 'react'
import type { AnswerOf } from '../../story/requests/requests'
import { Button, SelectField, SideSheet, TextArea } from '../ui'
import { pick, useClose, useKeys, useNotice, useStory, useStoryReadOnly } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { useWindowServices } from '../state/windowServices'
import './queries.css'

/** The open queries as a text to send, and pasted answers filed by their numbers. */
export function QueriesPanel() {
  const story = useStory(pick('id', 'entries'))
  return story ? <Queries key={story.id} story={story.id} entries={story.entries.length} /> : null
}

function Queries({ story, entries }: { readonly story: string; readonly entries: number }) {
  const { act } = useWindowServices().newsroom
  const readOnly = useStoryReadOnly()
  const { say } = useNotice()
  const keyOf = useKeys()
  const close = useClose()
  const [to, setTo] = useState('')
  const [list, setList] = useState<AnswerOf<'query.list'>>()
  const {
    draft: { text: pasted },
    change,
    forget,
  } = useDraft((forms) => forms.answers, story, { text: '' })
  const [found, setFound] = useState<AnswerOf<'query.answers'>>()
  const preview = pasted.trim() === '' ? undefined : found
  const [problem, setProblem] = useState<string>()
  const people = [
    ...new Set((list?.queries ?? []).flatMap(({ addressee }) => (addressee === undefined ? [] : [addressee]))),
  ]

  useEffect(() => {
    let gone = false
    void act('query.list', { story, ...(to === '' ? {} : { addressee: to }) }).then((outcome) => {
      if (!gone && outcome.ok) setList(outcome.value)
    })
    return () => {
      gone = true
    }
  }, [act, story, to, entries])

  // What the pasted words answer, also when they were pasted before.
  useEffect(() => {
    if (pasted.trim() === '') return
    let gone = false
    void act('query.answers', { story, text: pasted, preview: true }).then((outcome) => {
      if (!gone && outcome.ok) setFound(outcome.value)
    })
    return () => {
      gone = true
    }
  }, [act, story, pasted, entries])
  const file = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const outcome = await act('query.answers', { story, text: pasted })
    if (!outcome.ok) return setProblem(outcome.message)
    forget()
    say(
      `${outcome.value.answered.length === 1 ? '1 answer' : `${outcome.value.answered.length} answers`} filed: to check again.`,
    )
  }
  const open = list?.queries.filter((query) => query.open) ?? []
  return (
    <SideSheet title="Queries" onClose={close}>
      {open.length === 0 ? (
        <div className="empty">
          <strong>No query is open</strong>
          <p>
            {keyOf('review.queried') || '“Query”'} in review asks the author or somebody else. The open questions stand
            here as a text to send.
          </p>
        </div>
      ) : (
        <div className="form">
          {people.length > 0 || to !== '' ? (
            <SelectField
              label="To"
              value={to}
              options={[{ value: '', label: 'Everybody' }, ...people.map((name) => ({ value: name, label: name }))]}
              onChange={(event) => setTo(event.target.value)}
            />
          ) : null}
          <TextArea
            label="Text to send"
            readOnly
            data-first-focus
            rows={Math.min(14, open.length * 2 + 2)}
            value={list?.text ?? ''}
            onFocus={(event) => event.target.select()}
          />
          <div className="form-foot">
            <Button
              data-first-focus
              onClick={() =>
                void navigator.clipboard.writeText(list?.text ?? '').then(
                  () => say('The questions are on the clipboard.'),
                  () => say('Select the text and copy it with Ctrl+C.'),
                )
              }
            >
              Copy
            </Button>
          </div>
        </div>
      )}
      {open.length > 0 && readOnly === undefined ? (
        <form className="form" onSubmit={(event) => void file(event)} noValidate>
          <TextArea
            label="Paste the answers"
            hint="Each answer begins with the number of its question."
            rows={6}
            value={pasted}
            dir="auto"
            onChange={(event) => {
              change({ text: event.target.value })
              setProblem(undefined)
            }}
          />
          {preview ? (
            <ul className="answers" aria-label="Answers found">
              {preview.answered.map(({ number, text }) => (
                <li key={number}>
                  <strong>{number}.</strong> {list?.queries.find((query) => query.number === number)?.question}{' '}
                  <span className="serif" dir="auto">
                    {text}
                  </span>
                </li>
              ))}
              {preview.unmatched.length > 0 ? (
                <li className="soft">Without a number, not filed: {preview.unmatched.join(' ')}</li>
              ) : null}
            </ul>
          ) : null}
          {problem ? (
            <p className="problem" role="alert">
              {problem}
            </p>
          ) : null}
          <div className="form-foot">
            <Button onClick={close}>Close</Button>
            <Button type="submit" look="primary" disabled={!preview || preview.answered.length === 0}>
              {preview && preview.answered.length > 0
                ? `File ${preview.answered.length === 1 ? '1 answer' : `${preview.answered.length} answers`}`
                : 'File the answers'}
            </Button>
          </div>
        </form>
      ) : null}
    </SideSheet>
  )
}
