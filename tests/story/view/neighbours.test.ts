import { expect, test } from 'vitest'
import { neighboursOf } from '../../../src/story/view/neighbours'
import type { Block } from '../../../src/story/copy/copy'

/** Rows of cells; `*` marks a header. */
const table = (...rows: readonly (readonly string[])[]): readonly Block[] =>
  rows.flatMap((cells, row) =>
    cells.map((cell, column): Block => ({
      role: 'cell',
      cell: { row, column, ...(cell.startsWith('*') ? { header: true as const } : {}) },
      text: cell.replace('*', ''),
      spans: [],
    })),
  )

/** The headers of the cell with this text. */
function headersOf(copy: readonly Block[], text: string): readonly string[] {
  const at = copy.findIndex((block) => block.text === text)
  return (neighboursOf(copy)[at]?.headers ?? []).map((index) => copy[index]?.text ?? '')
}

test('the headers of a cell are those of its column and the first cell of its row', () => {
  const copy = table(['*Leader', '*For', '*Against'], ['Kim', '61', '33'], ['Lee', '40', '55'])
  expect([headersOf(copy, '55'), headersOf(copy, '33')]).toEqual([
    ['Against', 'Lee'],
    ['Against', 'Kim'],
  ])
})

test('all of two header rows count', () => {
  const copy = table(['*Poll', '*2024', '*2025'], ['*Leader', '*For', '*For it'], ['Kim', '61', '33'])
  expect(headersOf(copy, '33')).toEqual(['2025', 'For it', 'Kim'])
})

test('words in a plain row over the header row count, a blank one does not', () => {
  const copy = table(['', 'Disapprove', ''], ['*Group', '*For', '*Against'], ['Kim', '33', '44'])
  const blank = table(['', '', ''], ['*Group', '*For', '*Against'], ['Kim', '33', '44'])
  expect([headersOf(copy, '33'), headersOf(copy, '44'), headersOf(blank, '33')]).toEqual([
    ['Disapprove', 'For', 'Kim'],
    ['Disapprove', 'Against', 'Kim'],
    ['For', 'Kim'],
  ])
})

test('another header row begins anew', () => {
  const copy = table(['*Leader', '*For'], ['Kim', '61'], ['*Leader', '*Against'], ['Lee', '55'])
  expect(headersOf(copy, '55')).toEqual(['Against', 'Lee'])
})

test('a blank header continues the one to its left, a blank head the one above', () => {
  const copy = table(['*Leader', '*Year', '*Dead', '*'], ['Kim', '2024', '1', '2'], ['', '2025', '3', '4'])
  expect([headersOf(copy, '2'), headersOf(copy, '4')]).toEqual([
    ['Dead', 'Kim'],
    ['Dead', 'Kim'],
  ])
})

test('a header further in the row counts', () => {
  const copy = table(['*Leader', '*Year', '*Dead'], ['*Kim', '*2024', '1'])
  expect(headersOf(copy, '1')).toEqual(['Dead', 'Kim', '2024'])
})

test('without marks the first row heads the columns', () => {
  const copy = table(['Leader', 'For'], ['Kim', '61'], ['Lee', '40'])
  expect(headersOf(copy, '40')).toEqual(['For', 'Lee'])
})

/** The labels of the cell with this text. */
function labelsOf(copy: readonly Block[], text: string): readonly string[] {
  const at = copy.findIndex((block) => block.text === text)
  return (neighboursOf(copy)[at]?.labels ?? []).map((index) => copy[index]?.text ?? '')
}

test('a name behind the rank and a unit behind the figure are labels', () => {
  const copy = table(['*Rank', '*Land', '*Rate', '*', '*Before'], ['1', 'Korea', '45', 'percent', '46'])
  expect([headersOf(copy, '45'), labelsOf(copy, '45')]).toEqual([
    ['Rate', '1'],
    ['Korea', 'percent'],
  ])
  expect([labelsOf(copy, '46'), labelsOf(copy, 'Korea'), labelsOf(copy, '1')]).toEqual([['Korea'], [], ['Korea']])
})

test('a figure, “n/a” and a long text are no labels of the figures beside them', () => {
  const text = 'The council sat and said nothing of it.'
  const copy = table(['*Leader', '*For', '*Against', '*Why'], ['Kim', '61', '33', 'n/a'], ['Lee', '40', '55', text])
  expect(['61', '33', '55', text].map((one) => labelsOf(copy, one))).toEqual([[], [], [], []])
})

test('the graf before a list item is the item before', () => {
  const item = (text: string): Block => ({ role: 'listItem', level: 1, list: 'bullet', text, spans: [] })
  const copy: readonly Block[] = [
    { role: 'paragraph', text: 'In court:', spans: [] },
    item('Kim spoke.'),
    item('He sat.'),
  ]
  expect(neighboursOf(copy).map(({ before, belongsTo }) => [before, belongsTo])).toEqual([
    [undefined, []],
    [0, [0]],
    [1, [0]],
  ])
})

test('a row with words in its first cell alone heads the rows below, until the next one', () => {
  const copy = table(['*Event', '*Gold'], ['Men', ''], ['100 m', '1'], ['Women', ''], ['200 m', '2'], ['Relay', '3'])
  expect([headersOf(copy, '1'), headersOf(copy, '2'), headersOf(copy, '3')]).toEqual([
    ['Gold', 'Men', '100 m'],
    ['Gold', 'Women', '200 m'],
    ['Gold', 'Women', 'Relay'],
  ])
})

test('the first row, a blank row and a row with a figure are no such rows', () => {
  const copy = table(['Event', ''], ['', ''], ['Men', '9'], ['100 m', '1'])
  expect(headersOf(copy, '1')).toEqual(['Event', '100 m'])
  expect(headersOf(table(['*Names'], ['Kim'], ['Lee']), 'Lee')).toEqual(['Names'])
})
