import { languageNow } from '../../catalogue/area'
import { fieldsText } from '../../catalogue/window/fields'
import { X } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { MediaTopic, MediaTopics } from '../../story/desk/mediaTopics'
import { IconButton } from '../ui'
import { pick, useStory } from '../state'
import { PLACES } from '../state/focusPlaces'
import { focusPlace } from '../ui/focus/focusService'
import { MEDIA_TOPIC } from './fieldWords'
import { useSetField } from './saving/useSetField'
import { useTopics } from './useTopics'
import './subjects.css'

/** Most rows of the list. */
const MOST = 30

/** What the story is about: Media Topics, found by name as one types. They are stored and sent as codes. */
export function SubjectsField({ readOnly }: { readonly readOnly: boolean }) {
  const story = useStory(pick('id', 'fields', 'session'))
  const set = useSetField()
  const topics = useTopics()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [problem, setProblem] = useState<string>()
  /** What was chosen last, until the story shows it. Each change is sent whole, so the next one begins with it. */
  const [wanted, setWanted] = useState<readonly string[]>()
  const sent = useRef(0)
  if (!story) return null
  const chosen = wanted ?? story.fields.subjects
  const language = languageNow()
  const rows = isOpen && topics ? rowsFor(topics, typed, chosen) : []

  const store = async (subjects: readonly string[]): Promise<void> => {
    setWanted(subjects)
    const turn = ++sent.current
    const outcome = await set(story.id, 'subjects', [...subjects], chosen)
    setProblem(outcome.ok ? undefined : outcome.message)
    if (turn !== sent.current) return
    // The list follows after a pause.
    story.session.refresh()
    setWanted(undefined)
  }
  const take = (row: Row | undefined): void => {
    if (!row) return
    setTyped('')
    setActive(0)
    setOpen(false)
    void store([...chosen, row.code])
  }
  const remove = (code: string): void => {
    void store(chosen.filter((one) => one !== code))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) setOpen(true)
      else if (rows.length > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : rows.length - 1)) % rows.length)
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      if (rows.length > 0) take(rows[active])
      else if (typed.trim() !== '') setProblem(fieldsText('subjects.none', { words: typed.trim() }))
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
      setTyped('')
    }
  }
  return (
    <div ref={focusPlace(PLACES.field('subjects'))} className="field subjects">
      <label className="field-label" htmlFor={id}>
        {fieldsText('fieldsPanel.subjects')}
      </label>
      {chosen.length > 0 ? (
        <ul className="subject-list" aria-label={fieldsText('subjects.chosen')}>
          {chosen.map((code) => {
            const name = topics?.nameOf(code, language) ?? code
            return (
              <li key={code} className="subject" title={titleOf(topics, code, language)}>
                <span dir="auto">{name}</span>
                {readOnly ? null : (
                  <IconButton
                    label={fieldsText('subjects.remove', { name })}
                    icon={<X aria-hidden="true" />}
                    onClick={() => remove(code)}
                  />
                )}
              </li>
            )
          })}
        </ul>
      ) : null}
      <input
        ref={input}
        id={id}
        className="control"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        readOnly={readOnly}
        placeholder={readOnly ? '' : fieldsText('subjects.find')}
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : `${id}-hint`}
        aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setActive(0)
          setProblem(undefined)
        }}
        onClick={() => setOpen(!readOnly)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={fieldsText('subjects.topics')}
        className="topic-list"
        hidden={rows.length === 0}
      >
        {rows.map(({ code, topic }, row) => (
          <div
            key={code}
            ref={row === active ? keepInSight : null}
            id={`${id}-${row}`}
            role="option"
            aria-selected={row === active}
            className="topic-option"
            onMouseDown={(event) => {
              event.preventDefault()
              take(rows[row])
            }}
          >
            <span>{topics?.nameOf(code, language) ?? code}</span>{' '}
            <span className="soft">
              {topic && topics && topic.above.length > 0
                ? topics.pathOf({ ...topic, code: topic.above.at(-1) ?? '', above: topic.above.slice(0, -1) }, language)
                : code}
            </span>
          </div>
        ))}
      </div>
      {problem ? (
        <p id={`${id}-problem`} className="problem" role="alert">
          {problem}
        </p>
      ) : (
        <p id={`${id}-hint`} className="field-hint">
          {fieldsText('subjects.hint')}
        </p>
      )}
    </div>
  )
}

interface Row {
  readonly code: string
  /** Absent: a code that the list does not have. */
  readonly topic?: MediaTopic
}

function rowsFor(topics: MediaTopics, typed: string, chosen: readonly string[]): readonly Row[] {
  const found = topics
    .find(typed, MOST)
    .filter(({ code }) => !chosen.includes(code))
    .map((topic) => ({ code: topic.code, topic }))
  const digits = MEDIA_TOPIC.exec(typed.trim())?.[1]
  // IPTC adds topics several times a year: a newer code than this list counts.
  return found.length === 0 && digits !== undefined && !chosen.includes(`medtop:${digits}`)
    ? [{ code: `medtop:${digits}` }]
    : found
}

const keepInSight = (row: HTMLElement | null): void => row?.scrollIntoView?.({ block: 'nearest' })

function titleOf(topics: MediaTopics | undefined, code: string, language: string): string {
  const topic = topics?.get(code)
  return topic && topics ? `${topics.pathOf(topic, language)} (${code})` : code
}
