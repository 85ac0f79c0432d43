import { evidenceText } from '../../../catalogue/window/evidence'
import { useState, type RefObject } from 'react'
import type { SourceKind } from '../../../story/desk/source'
import { useNewsroom } from '../../state'
import { Button, TextField } from '../../ui'
import { LOCATOR_HINTS } from './locatorHints'
import {
  divideLocator,
  INPUT_OF,
  joinLocator,
  PARTS_OF,
  readParts,
  writeInto,
  writeParts,
  type DividedLocator,
  type LocatorPart,
  type LocatorParts,
} from './locatorParts'
import './locatorField.css'

/** What was typed into the fields of a kind, and the text that it made. */
interface Typed extends DividedLocator {
  readonly kind: SourceKind
  readonly wrote: string
}

/**
 * Where in a source: one free text, with fields for what its kind needs. Each field writes into the text, and what the
 * person wrote there stays.
 */
export function LocatorField({
  kind,
  picture = false,
  value,
  onValue,
  error,
  firstFocus,
  field,
}: {
  /** Undefined: no source is chosen. */
  readonly kind: SourceKind | undefined
  /** The captured file is a picture: it has no pages, whatever the kind of its source. */
  readonly picture?: boolean
  readonly value: string
  readonly onValue: (locator: string) => void
  readonly error: string | undefined
  readonly firstFocus: boolean
  readonly field?: RefObject<HTMLInputElement | null>
}) {
  const person = useNewsroom(({ person = '' }) => person)
  /** What was typed into the fields. Another text, or a source of another kind, forgets it. */
  const [typed, setTyped] = useState<Typed>()
  const whole = evidenceText('locatorHints.whole')
  const hint = picture
    ? { label: evidenceText('locatorHints.wherePicture'), example: whole }
    : kind
      ? LOCATOR_HINTS[kind]
      : { label: evidenceText('evidenceForm.whereSource'), example: evidenceText('locatorHints.pageExample') }
  const last = typed?.wrote === value && typed.kind === kind ? typed : undefined
  const parts: LocatorParts = { ...readParts(value), ...last?.parts }
  const write = (part: LocatorPart, words: string): void => {
    if (!kind) return
    const now = last ?? divideLocator(kind, value)
    // Own words may name another observer.
    const isUnnamed = kind === 'observation' && now.own.trim() === '' && now.parts.observer === undefined
    const next = writeInto(isUnnamed ? { own: '', parts: { ...now.parts, observer: person } } : now, part, words)
    const wrote = joinLocator(next.own, writeParts(kind, next.parts))
    setTyped({ ...next, kind, wrote })
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
      {picture ? (
        value.trim() === '' ? (
          <Button className="locator-whole" onClick={() => onValue(whole)}>
            {evidenceText('locatorPart.wholePicture')}
          </Button>
        ) : null
      ) : kind ? (
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
