import { expect, it } from 'vitest'
import { hasFindingMarks, setFindingMarks } from '../../src/editor/view/findingMarks'
import { caretAfter, oneDesk, type, type Desk } from './desk'

const BLOCKS = ['headline: H', 'deck: D', 'It took 57 minutes and 12 men.', 'cell 0.0: 40 boats']

const marked = ({ editor }: Desk): (string | null)[][] =>
  [...editor.view.dom.querySelectorAll('.finding-words')].map((element) => [
    element.textContent,
    element.classList.contains('finding-words-selected') ? 'selected' : 'of the group',
  ])

function markedDesk(): Desk {
  const d = oneDesk(...BLOCKS)
  setFindingMarks(d.editor.view, [
    { block: 2, from: 8, to: 18, isSelected: false },
    { block: 2, from: 23, to: 25, isSelected: true },
    { block: 3, from: 0, to: 2, isSelected: false },
  ])
  return d
}

it('shows the words of the group and of the selected finding, also in cells', () => {
  expect(marked(markedDesk())).toEqual([
    ['57 minutes', 'of the group'],
    ['12', 'selected'],
    ['40', 'of the group'],
  ])
})

it('moves with the words while somebody types', () => {
  const d = markedDesk()
  caretAfter(d, 'It ')
  type(d, 'surely ')
  expect(marked(d).map(([words]) => words)).toEqual(['57 minutes', '12', '40'])
})

it('asks nothing of a key once the list is closed', () => {
  const d = markedDesk()
  setFindingMarks(d.editor.view, [])
  expect([marked(d), hasFindingMarks(d.editor.state)]).toEqual([[], false])
  let transactions = 0
  d.editor.on('transaction', () => transactions++)
  setFindingMarks(d.editor.view, [])
  expect(transactions).toBe(0)
})
