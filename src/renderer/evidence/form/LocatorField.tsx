import { evidenceText } from '../../../catalogue/window/evidence'
import { useState, type RefObject } from 'react'
import type { SourceKind } from '../../../story/desk/source'
import { useNewsroom } from '../../state'
import { TextField } from '../../ui'
import { LOCATOR_HINTS } from './locatorHints'
import { INPUT_OF, PARTS_OF, readParts, writeParts, type LocatorPart, type LocatorParts } from './locatorParts'
import './locatorField.css'

/** Where in a source: one free text, with fields for what its kind needs. Each field writes into the text. */
export function LocatorField({
  kind,
  value,
  onValue,
  error,
  firstFocus,
  field,
}: {
  /** Undefined: no source is chosen. */
  readonly kind: SourceKind | undefined
  readonly value: string
  readonly onValue: (locator: string) => void
  readonly error: string | undefined
  readonly firstFocus: boolean
  readonly field?: RefObject<HTMLInputElement | null>
}) {
  const person = useNewsroom(({ person = '' }) => person)
  /** What was typed into the fields, and the text that it made. Another text forgets it. */
  const [typed, setTyped] = useState<{ readonly parts: LocatorParts; readonly wrote: string }>({ parts: {}, wrote: '' })
  const hint = kind ? LOCATOR_HINTS[kind] : { label: evidenceText('evidenceForm.whereSource'), example: 'p. 3' }
  const parts: LocatorParts = { ...(typed.wrote === value ? typed.parts : {}), ...readParts(value) }
  const write = (part: LocatorPart, words: string): void => {
    if (!kind) return
    const observer = kind === 'observation' && parts.observer === undefined ? { observer: person } : {}
    const next = { ...parts, ...observer, [part]: words }
    const wrote = writeParts(kind, next)
    setTyped({ parts: next, wrote })
    onValue(wrote)
  }
  return (
    <div className="locator-field">
      <TextField
        ref={field}
        data-first-focus={firstFocus || undefined}
        label={hint.label}
        value={value}
        placeholder={hint.example}
        error={error}
        onChange={(event) => onValue(event.target.value)}
      />
      {kind ? (
        <div className="locator-parts" role="group" aria-label={evidenceText('locatorPart.group')}>
          {PARTS_OF[kind].map((part) => (
            <PartField key={part} part={part} value={parts[part] ?? ''} onValue={(words) => write(part, words)} />
          ))}
        </div>
      ) : null}
    </div>
  )
}

const TYPES = { number: 'text', text: 'text', time: 'text', date: 'date', moment: 'datetime-local' } as const

function PartField({
  part,
  value,
  onValue,
}: {
  readonly part: LocatorPart
  readonly value: string
  readonly onValue: (value: string) => void
}) {
  const input = INPUT_OF[part]
  // While a time is typed it is not one yet.
  const [half, setHalf] = useState<string>()
  return (
    <TextField
      label={evidenceText(`locatorPart.${part}`)}
      type={TYPES[input]}
      className={`control locator-${input}`}
      {...(input === 'number' ? { inputMode: 'numeric' as const } : {})}
      {...(input === 'time' ? { placeholder: 'hh:mm:ss' } : {})}
      value={half ?? value}
      onChange={(event) => {
        const words = input === 'number' ? event.target.value.replace(/\D/gu, '') : event.target.value
        if (input !== 'time') return onValue(words)
        setHalf(words)
        if (words === '' || /^\d{1,3}:\d{2}(?::\d{2})?$/u.test(words)) onValue(words)
      }}
      onBlur={() => setHalf(undefined)}
    />
  )
}
