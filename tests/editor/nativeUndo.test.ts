/** The browser asks the sheet to undo when a field elsewhere is empty and has nothing to undo itself. */
import { afterEach, expect, test } from 'vitest'
import { caretAfter, lines, oneDesk, type, type Desk } from './desk'
import { readCopyFromDoc } from '../../src/editor/copy/readCopy'

const body = ({ editor }: Desk): string | undefined => lines(readCopyFromDoc(editor.state.doc)).at(-1)

afterEach(() => document.body.replaceChildren())

test('an undo of the browser changes no words while the keyboard is in another field', () => {
  const d = oneDesk('headline: H', 'deck: D', 'It took 12 minutes.')
  const { dom } = d.editor.view
  const field = document.createElement('input')
  document.body.append(dom, field)
  const browser = (inputType: 'historyUndo' | 'historyRedo'): boolean =>
    dom.dispatchEvent(new InputEvent('beforeinput', { inputType, cancelable: true, bubbles: true }))
  caretAfter(d, '12')
  type(d, '0')
  field.focus()
  expect([browser('historyUndo'), body(d)]).toEqual([false, 'It took 120 minutes.'])
  dom.focus()
  expect([browser('historyUndo'), body(d)]).toEqual([false, 'It took 12 minutes.'])
  field.focus()
  expect([browser('historyRedo'), body(d)]).toEqual([false, 'It took 12 minutes.'])
  dom.focus()
  expect([browser('historyRedo'), body(d)]).toEqual([false, 'It took 120 minutes.'])
})
