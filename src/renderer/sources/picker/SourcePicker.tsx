import { sourcesText } from '../../../catalogue/window/sources'
import { useId, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { shownSource, SOURCE_KIND_WORDS, type Source } from '../../../story/desk/source'
import { formatInteger } from '../../../story/text/format/formatInteger'
import { matchingSources, MOST_OFFERED } from './matchingSources'
import './sourcePicker.css'

interface SourcePickerProps {
  readonly label: string
  readonly hint?: string
  readonly placeholder: string
  /** The sources that can be picked. */
  readonly sources: readonly Source[]
  /** The book that gives protected sources their pseudonyms. `sources`, if it is not given. */
  readonly book?: readonly Source[]
  /** Id of the picked source. */
  readonly picked: string | undefined
  /** The words for no source. With them the list begins with that choice, and its id is ''. */
  readonly none?: string
  /** `done`: picked by a key or a click, so the keyboard may move on. False when the field was only left. */
  readonly onPick: (source: string, done: boolean) => void
  /** Name of the source about to be added. */
  readonly fresh?: string | undefined
  /** Called when the person wants to add a source of this name. Without it, none can be added. */
  readonly onNew?: (name: string) => void
  /** Text that was typed before and picks nothing yet. The field begins with it. */
  readonly begun?: string | undefined
  /**
   * Called with the text in the field while it picks nothing yet. Then no source is picked, whatever was picked before.
   */
  readonly onTyping: (text: string | undefined) => void
  readonly problem?: string | undefined
  /** The keyboard starts in this field. */
  readonly focusFirst?: boolean
}

/** A line of the list. `pick`: what choosing it does. */
interface Row {
  readonly key: string
  readonly name: string
  readonly kind?: string
  readonly pick: (done: boolean) => void
}

/**
 * A text field that finds a source as one types. Arrows move, Enter takes, a click lists the book, and an unknown name
 * can be added. Text that was typed is never dropped for the source picked before. Leaving the field picks a source by
 * its whole name only. Not cmdk: its input says `aria-expanded="true"` while its list is closed, and its Enter never
 * sends the form (tests/renderer/shell/moveAndEvidence.test.tsx).
 */
export function SourcePicker({
  label,
  hint,
  placeholder,
  sources,
  book = sources,
  picked,
  none,
  onPick,
  onNew,
  begun,
  onTyping,
  fresh,
  problem,
  focusFirst = false,
}: SourcePickerProps) {
  const id = useId()
  const [typed, setTypedNow] = useState(begun)
  const [active, setActive] = useState(0)
  // Text from before lists nothing until the person is in the field.
  const [away, setAway] = useState(begun !== undefined)
  const setTyped = (words: string | undefined): void => {
    setTypedNow(words)
    setActive(0)
    setAway(false)
    onTyping(words !== undefined && words.trim() !== '' ? words : undefined)
  }
  const nameOf = (source: Source): string => shownSource(source, book)
  const pickedSource = picked === undefined ? undefined : sources.find((source) => source.id === picked)
  const text = typed ?? fresh ?? (pickedSource ? nameOf(pickedSource) : (none ?? ''))
  const words = (typed ?? '').trim().toLowerCase()
  const isCalled = (name: string): boolean => name.toLowerCase() === words
  // A closed list looks through no source.
  const found = typed === undefined ? [] : matchingSources(sources, book, typed)
  const offered = found.slice(0, MOST_OFFERED)
  const rows: readonly Row[] = [
    ...(typed !== undefined && none?.toLowerCase().includes(words)
      ? [{ key: '', name: none, pick: (done: boolean) => onPick('', done) }]
      : []),
    ...offered.map((source) => ({
      key: source.id,
      name: nameOf(source),
      kind: SOURCE_KIND_WORDS[source.kind],
      pick: (done: boolean) => onPick(source.id, done),
    })),
  ]
  // Compares with the shown names: a missing row would reveal that a protected name is in the book.
  const added =
    onNew && words !== '' && !sources.some((source) => isCalled(nameOf(source))) ? (typed ?? '').trim() : undefined
  const count = rows.length + (added === undefined ? 0 : 1)
  const open = typed !== undefined && !away
  const more = found.length - offered.length
  const note =
    count === 0 && words !== ''
      ? sourcesText('sourcesPanel.noSourceCalled', { find: (typed ?? '').trim() })
      : more > 0
        ? sourcesText('sourcePicker.more', { count: more, shown: formatInteger(more) })
        : undefined

  const take = (row: number, done: boolean): void => {
    const chosen = rows[row]
    if (chosen) chosen.pick(done)
    else if (added !== undefined) onNew?.(added)
    setTyped(undefined)
  }

  const leave = ({ relatedTarget }: FocusEvent): void => {
    if (typed === undefined) return
    const exact = rows.flatMap(({ name }, row) => (isCalled(name) ? [row] : []))
    const [only] = exact
    if (words === '') setTyped(undefined)
    // A part of a name may be another name: “Lee” is in “Fleet Board”. The person picks or adds.
    else if (only !== undefined && exact.length === 1) take(only, false)
    // The fields of a new source would push a button away from under the pointer that presses it.
    else if (rows.length === 0 && added !== undefined && !(relatedTarget instanceof HTMLButtonElement)) take(0, false)
    else setAway(true)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (typed === undefined) setTyped('')
      else if (away) setAway(false)
      else if (count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter' && open && count > 0) {
      event.preventDefault()
      take(active, true)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      // The list goes, what was typed stays.
      if (words === '') setTyped(undefined)
      else setAway(true)
    }
  }

  const described = [
    ...(problem ? [`${id}-problem`] : hint ? [`${id}-hint`] : []),
    ...(open && note ? [`${id}-note`] : []),
  ].join(' ')
  return (
    <div className="field picker">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="control"
        data-first-focus={focusFirst || undefined}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-expanded={open && count > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-invalid={problem !== undefined}
        aria-describedby={described || undefined}
        aria-activedescendant={open && count > 0 ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onClick={() => {
          if (typed === undefined && fresh === undefined) setTyped('')
        }}
        onFocus={() => setAway(false)}
        onBlur={leave}
      />
      <div className="picker-list" hidden={!open || (count === 0 && note === undefined)}>
        <div id={`${id}-list`} role="listbox" aria-label={sourcesText('sourcePicker.sources')} hidden={count === 0}>
          {rows.map(({ key, name, kind }, row) => (
            <Option key={key} id={`${id}-${row}`} isActive={row === active} onTake={() => take(row, true)}>
              <span>{name}</span> {kind === undefined ? null : <span className="soft">{kind}</span>}
            </Option>
          ))}
          {added === undefined ? null : (
            <Option
              id={`${id}-${rows.length}`}
              isActive={active === rows.length}
              onTake={() => take(rows.length, true)}
            >
              {sourcesText('sourcePicker.addSourceBook', { text: added })}
            </Option>
          )}
        </div>
        {note === undefined ? null : (
          <p id={`${id}-note`} className="picker-note" role={count === 0 ? 'status' : undefined}>
            {note}
          </p>
        )}
      </div>
      {problem ? (
        <p id={`${id}-problem`} className="field-error">
          {problem}
        </p>
      ) : hint ? (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      ) : null}
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly isActive: boolean
  readonly onTake: () => void
  readonly children: ReactNode
}

const keepInSight = (option: HTMLElement | null): void => option?.scrollIntoView?.({ block: 'nearest' })

const Option = ({ id, isActive, onTake, children }: OptionProps) => (
  <div
    ref={isActive ? keepInSight : null}
    id={id}
    role="option"
    aria-selected={isActive}
    className="picker-option"
    onMouseDown={(event) => {
      // The field keeps the keyboard.
      event.preventDefault()
      onTake()
    }}
  >
    {children}
  </div>
)
