import { evidenceText } from '../../../catalogue/window/evidence'
import { useId, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { shownSource, SOURCE_KIND_WORDS, type Source } from '../../../story/desk/source'
import './sourcePicker.css'

interface SourcePickerProps {
  readonly sources: readonly Source[]
  /** Id of the picked source. */
  readonly picked: string | undefined
  /** `done`: picked by a key or a click, so the keyboard may move on. False when the field was only left. */
  readonly onPick: (source: string, done: boolean) => void
  /** Name of the source about to be added. */
  readonly fresh: string | undefined
  /** Called when the person wants to add a source of this name. */
  readonly onNew: (name: string) => void
  /** Whether the field holds text that picks nothing yet. Then no source is picked, whatever was picked before. */
  readonly onTyping: (typing: boolean) => void
  readonly problem?: string | undefined
  /** The keyboard starts in this field. */
  readonly focusFirst: boolean
}

/**
 * A text field that finds a source as one types. Arrows move, Enter takes, a click lists the book, and an unknown name
 * can be added. Text that was typed is never dropped for the source picked before. Not cmdk: its input says
 * `aria-expanded="true"` while its list is closed, and its Enter never sends the form
 * (tests/renderer/shell/moveAndEvidence.test.tsx).
 */
export function SourcePicker({
  sources,
  picked,
  onPick,
  onNew,
  onTyping,
  fresh,
  problem,
  focusFirst,
}: SourcePickerProps) {
  const id = useId()
  const pickedSource = sources.find((source) => source.id === picked)
  const pickedName = pickedSource ? shownSource(pickedSource, sources) : ''
  const [typed, setTypedNow] = useState<string>()
  const setTyped = (words: string | undefined): void => {
    setTypedNow(words)
    onTyping(words !== undefined && words.trim() !== '')
  }
  const [active, setActive] = useState(0)
  const text = typed ?? fresh ?? pickedName
  const found = matching(sources, typed ?? '')
  // Compares with the shown names: a missing row would reveal that a protected name is in the book.
  const canAdd =
    text.trim() !== '' &&
    !sources.some((source) => shownSource(source, sources).toLowerCase() === text.trim().toLowerCase())
  const rows = found.length + (canAdd ? 1 : 0)
  const [away, setAway] = useState(false)
  const open = typed !== undefined && !away

  const take = (row: number, done: boolean): void => {
    const source = found[row]
    if (source) onPick(source.id, done)
    else if (canAdd) onNew(text.trim())
    setTyped(undefined)
  }

  const leave = ({ relatedTarget }: FocusEvent): void => {
    if (typed === undefined) return
    const words = typed.trim().toLowerCase()
    const exact = found.findIndex((source) => shownSource(source, sources).toLowerCase() === words)
    if (words === '') setTyped(undefined)
    else if (exact >= 0 || found.length === 1) take(Math.max(exact, 0), false)
    // The fields of a new source would push a button away from under the pointer that presses it.
    else if (found.length === 0 && !(relatedTarget instanceof HTMLButtonElement)) take(0, false)
    else setAway(true)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) setTyped('')
      else if (rows > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : rows - 1)) % rows)
    } else if (event.key === 'Enter' && open && rows > 0) {
      event.preventDefault()
      take(active, true)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(undefined)
    }
  }

  return (
    <div className="field picker">
      <label className="field-label" htmlFor={id}>
        {evidenceText('sourcePicker.source')}
      </label>
      <input
        id={id}
        className="control"
        data-first-focus={focusFirst || undefined}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={evidenceText('sourcePicker.typeFindAddSource')}
        aria-expanded={open && rows > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        aria-activedescendant={open && rows > 0 ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        onClick={() => {
          if (typed === undefined && fresh === undefined) setTyped('')
        }}
        onFocus={() => setAway(false)}
        onBlur={leave}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={evidenceText('sourcePicker.sources')}
        className="picker-list"
        hidden={!open || rows === 0}
      >
        {found.map((source, row) => (
          <div
            key={source.id}
            id={`${id}-${row}`}
            role="option"
            aria-selected={row === active}
            className="picker-option"
            onMouseDown={(event) => {
              event.preventDefault()
              take(row, true)
            }}
          >
            <span>{shownSource(source, sources)}</span> <span className="soft">{SOURCE_KIND_WORDS[source.kind]}</span>
          </div>
        ))}
        {canAdd ? (
          <div
            id={`${id}-${found.length}`}
            role="option"
            aria-selected={active === found.length}
            className="picker-option"
            onMouseDown={(event) => {
              event.preventDefault()
              take(found.length, true)
            }}
          >
            {evidenceText('sourcePicker.addSourceBook', { text: text.trim() })}
          </div>
        ) : null}
      </div>
      {problem ? (
        <p id={`${id}-problem`} className="field-error">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

const MOST = 8

function matching(sources: readonly Source[], typed: string): readonly Source[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return sources
    .filter((source) => {
      // A protected source is found by its pseudonym only.
      const names = (source.protected ? [shownSource(source, sources)] : [source.name, ...source.aliases])
        .join(' ')
        .toLowerCase()
      return words.every((word) => names.includes(word))
    })
    .slice(0, MOST)
}
