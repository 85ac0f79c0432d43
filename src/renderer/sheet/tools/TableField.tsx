import { sheetText } from '../../../catalogue/writing/sheet'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { insertTable, MOST_COLUMNS, MOST_ROWS } from '../../../editor/tables/tableCommands'
import { Button, TextField } from '../../ui'
import { useCommand, type StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { focusSheet } from '../../state/session/sheet/focusSheet'

interface TableFieldProps {
  readonly story: StoryPart<'editor'>
  readonly onClose: () => void
}

/** Asks for the size of a new table and inserts it at the caret. */
export function TableField({ story, onClose }: TableFieldProps) {
  const { editor } = story
  const { setDrawer } = useWindowServices().panels
  // In a narrow window a drawer would cover half of it.
  useEffect(() => setDrawer(null), [setDrawer])
  const [rows, setRows] = useState('3')
  const [columns, setColumns] = useState('3')
  const [problem, setProblem] = useState<string>()
  const first = useRef<HTMLInputElement>(null)
  useCommand('insert.table', () => first.current?.focus())
  const done = (): void => {
    onClose()
    focusSheet(editor)
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const size = [Number(rows), Number(columns)] as const
    if (!isWithin(size[0], MOST_ROWS) || !isWithin(size[1], MOST_COLUMNS))
      return setProblem(sheetText('table.limits', { mostrows: MOST_ROWS, mostcolumns: MOST_COLUMNS }))
    if (!editor || !insertTable(...size)(editor.state, editor.view.dispatch, editor.view))
      return setProblem(sheetText('table.notHere'))
    done()
  }
  const change =
    (set: (value: string) => void) =>
    (event: { readonly target: { readonly value: string } }): void => {
      set(event.target.value)
      setProblem(undefined)
    }
  return (
    <form
      className="link-field table-field"
      aria-label={sheetText('table.insert')}
      noValidate
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          done()
        }
      }}
    >
      <TextField
        ref={first}
        label={sheetText('table.rows')}
        type="number"
        inputMode="numeric"
        min={1}
        max={MOST_ROWS}
        autoFocus
        value={rows}
        error={problem}
        onFocus={(event) => event.target.select()}
        onChange={change(setRows)}
      />
      <TextField
        label={sheetText('table.columns')}
        type="number"
        inputMode="numeric"
        min={1}
        max={MOST_COLUMNS}
        value={columns}
        onFocus={(event) => event.target.select()}
        onChange={change(setColumns)}
      />
      <Button look="primary" type="submit">
        {sheetText('table.insert')}
      </Button>
      <Button look="plain" keys="Esc" onClick={done}>
        {sheetText('shared.cancel')}
      </Button>
    </form>
  )
}

const isWithin = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most
