import { fieldsText } from '../../catalogue/window/fields'
import { useState } from 'react'
import { X } from 'lucide-react'
import type { Byline } from '../../story/ledger/fields'
import { Button, IconButton, TextField, Problem } from '../ui'
import { pick, useStory } from '../state'
import { trimBylines } from './fieldWords'
import { useRefusal } from './saving/useRefusal'
import { useSaveWhenRemoved } from './saving/useSaveWhenRemoved'
import { useSetField } from './saving/useSetField'
import { useUnsentField } from './saving/useUnsentField'
import { focusOn, focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'

interface Row {
  readonly key: number
  readonly name: string
  readonly role: string
}

/** The bylines, one row a person: name and optional role. A row is stored when it is left. */
export function BylineRows({ readOnly, people }: { readonly readOnly: boolean; readonly people: string }) {
  const story = useStory(pick('id', 'fields'))
  const set = useSetField()
  const stored = story?.fields.byline
  const storedText = JSON.stringify(stored ?? [])
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(storedText))
  const [problem, setProblem] = useState<string>()
  const noteRefusal = useRefusal(fieldsText('bylineRows.byline'))

  const [seen, setSeen] = useState(storedText)
  if (seen !== storedText) {
    setSeen(storedText)
    // Rows being typed here stay. Rows that equal the stored ones follow the story.
    if (JSON.stringify(trimBylines(rows)) === seen) setRows(rowsOf(storedText))
  }

  const save = async (next: readonly Row[]): Promise<void> => {
    const value = trimBylines(next)
    if (!story || JSON.stringify(value) === storedText) return
    const outcome = await set(story.id, 'byline', value, story.fields.byline)
    const why = outcome.ok ? undefined : outcome.message
    setProblem(why)
    noteRefusal(value.map(({ name }) => name).join(', '), why)
  }
  useSaveWhenRemoved(PLACES.field('byline'), () => void save(rows))
  useUnsentField('byline', JSON.stringify(trimBylines(rows)) !== storedText, () => save(rows))
  const change = (key: number, part: Partial<Row>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = (): void => {
    const key = Math.max(0, ...rows.map((row) => row.key)) + 1
    setRows([...rows, { key, name: '', role: '' }])
    focusOn(PLACES.bylineRow(key))
  }
  const remove = (key: number): void => {
    const next = rows.filter((row) => row.key !== key)
    setRows(next)
    void save(next)
    focusOn(PLACES.addByline)
  }

  return (
    <fieldset ref={focusPlace(PLACES.field('byline'))} className="form-group">
      <legend className="field-label">{fieldsText('bylineRows.byline')}</legend>
      {rows.map((row, index) => (
        <div
          key={row.key}
          ref={focusPlace(PLACES.bylineRow(row.key))}
          className="byline-row"
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) void save(rows)
          }}
          onKeyDown={(event) => {
            // While an input method has the key, the name is not written yet. Stored, it would be one of an author.
            const isWritten = event.key === 'Enter' && !event.nativeEvent.isComposing
            if (isWritten && event.target instanceof HTMLInputElement) void save(rows)
          }}
        >
          <TextField
            label={fieldsText('bylineRows.bylineName', { value: index + 1 })}
            hideLabel
            placeholder={fieldsText('bylineRows.name')}
            list={people}
            value={row.name}
            readOnly={readOnly}
            onChange={(event) => change(row.key, { name: event.target.value })}
          />
          <TextField
            label={fieldsText('bylineRows.bylineRole', { value: index + 1 })}
            hideLabel
            placeholder={fieldsText('bylineRows.role')}
            value={row.role}
            readOnly={readOnly}
            onChange={(event) => change(row.key, { role: event.target.value })}
          />
          {readOnly ? null : (
            <IconButton
              label={fieldsText('bylineRows.removeByline', { value: index + 1 })}
              icon={<X aria-hidden="true" />}
              onClick={() => remove(row.key)}
            />
          )}
        </div>
      ))}
      {readOnly ? null : (
        <Button ref={focusPlace(PLACES.addByline)} look="plain" className="byline-add" onClick={add}>
          {fieldsText('bylineRows.addByline')}
        </Button>
      )}
      <Problem text={problem} />
    </fieldset>
  )
}

function rowsOf(storedText: string): readonly Row[] {
  const lines = JSON.parse(storedText) as readonly Byline[]
  return lines.map(({ name, role = '' }, key) => ({ key, name, role }))
}
