import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import type { ArchivedStory, Calls, Outcome } from '../../../ipc/contract'
import { archiveText } from '../../../catalogue/window/archive'
import { STAGE_WORDS } from '../../../story/ledger/stages'
import { dateFormat } from '../../../story/text/format/dateFormat'
import { Button, CheckField, Problem, rich, TextField } from '../../ui'
import { focusNow } from '../../ui/focus/focusService'
import { useWindowServices } from '../../state/windowServices'
import { PacedQuestion } from '../search/pacedQuestion'
import { named, type TakeBackWork } from './takeBackWork'
import '../deletion/deletion.css'

type Listed = Outcome<Calls['archivedStories']['answer']>

/** In milliseconds. An archive without an index is asked again while it is read. */
const PACE = { pause: 150, rest: 500 }

interface ArchivedStoriesProps {
  readonly work: TakeBackWork
  readonly onCancel: () => void
}

/** The stories of the open archive, newest first. What is chosen stays chosen while others are looked for. */
export function ArchivedStories({ work, onCancel }: ArchivedStoriesProps) {
  const { folder, chosen } = useStore(work.store)
  const [query, setQuery] = useState('')
  const listed = useListed(query)
  const [isSent, setIsSent] = useState(false)
  const ids = new Set(chosen.map(({ id }) => id))
  const free = listed?.ok ? listed.value.stories.filter(isFree) : []

  const send = (event: FormEvent): void => {
    event.preventDefault()
    setIsSent(true)
    if (chosen.length > 0) work.ask()
  }
  return (
    <form className="form" onSubmit={send} onKeyDown={stepThrough} noValidate>
      <p className="form-note">
        {rich(archiveText('folder'), { folder: () => <strong className="path">{folder}</strong> })}
      </p>
      <TextField
        label={archiveText('takeBack.find')}
        autoFocus
        autoComplete="off"
        maxLength={1000}
        value={query}
        onChange={({ target: { value } }) => setQuery(value)}
      />
      <p className="form-note" role="status">
        {[inWords(listed, query), archiveText('takeBack.chosen', { count: chosen.length })].join(' ')}
      </p>
      {free.length > 1 ? (
        <CheckField
          label={archiveText('takeBack.all', { count: free.length })}
          checked={free.every(({ id }) => ids.has(id))}
          onChange={({ target }) => work.chooseAll(free, target.checked)}
        />
      ) : null}
      {listed?.ok && listed.value.stories.length > 0 ? (
        <ul className="deletion-stories" aria-label={archiveText('takeBack.stories')}>
          {listed.value.stories.map((story) => (
            <li key={story.id}>
              <CheckField
                label={named(story)}
                hint={about(story)}
                checked={ids.has(story.id)}
                disabled={!isFree(story)}
                onChange={() => work.toggle(story)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Problem text={listed?.ok === false ? listed.message : listed?.value.problem} />
      <Problem text={isSent && chosen.length === 0 ? archiveText('takeBack.needsStory') : undefined} />
      <div className="form-foot">
        <Button onClick={onCancel}>{archiveText('cancel')}</Button>
        <Button onClick={() => void work.open()}>{archiveText('chooseAnother')}</Button>
        <Button type="submit" look="primary">
          {archiveText('takeBack.next')}
        </Button>
      </div>
    </form>
  )
}

/** Whether it can come back. */
const isFree = ({ isHere, unavailable }: ArchivedStory): boolean => !isHere && unavailable === undefined

/** The answer to what is typed. Undefined before the first one. */
function useListed(query: string): Listed | undefined {
  const { call } = useWindowServices().newsroom
  const [listed, setListed] = useState<Listed>()
  const typed = useRef(query)
  const asking = useRef<PacedQuestion<Listed>>(undefined)
  useEffect(() => {
    const question = new PacedQuestion<Listed>(
      () => call('archivedStories', { query: typed.current.trim() }),
      (answer) => {
        setListed(answer)
        if (answer.ok && answer.value.indexing) question.soon()
      },
      PACE,
    )
    asking.current = question
    return question.end
  }, [call])
  useEffect(() => {
    typed.current = query
    asking.current?.soon()
  }, [query])
  return listed
}

function inWords(listed: Listed | undefined, query: string): string {
  if (listed === undefined) return archiveText('takeBack.opening')
  if (!listed.ok) return ''
  const { stories, total, indexing } = listed.value
  if (indexing) return archiveText('takeBack.reading', { done: indexing.done, of: indexing.of })
  if (total === 0) return archiveText(query.trim() === '' ? 'takeBack.none' : 'takeBack.noneFound')
  return stories.length < total
    ? archiveText('takeBack.some', { shown: stories.length, count: total })
    : archiveText('takeBack.whole', { count: total })
}

/** “ferry · 30 Oct 2026 · Spiked”. */
function about({ slug, updated, stage, isHere, unavailable }: ArchivedStory): string {
  const at = Date.parse(updated)
  return [
    slug,
    Number.isNaN(at) ? '' : dateFormat('dayAndYear').format(at),
    STAGE_WORDS[stage],
    isHere ? archiveText('takeBack.isHere') : '',
    unavailable ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The arrows go from the field to the stories, and from one to the next. */
function stepThrough(event: KeyboardEvent<HTMLFormElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input:enabled')]
  const at = stops.findIndex((stop) => stop === event.target)
  const next = at < 0 ? undefined : stops[at + step]
  if (!next) return
  event.preventDefault()
  focusNow(next)
}
