/** Who changes what cells belong to without typing any, and in roundabout ways, has written what they belong to. */
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { textElements } from '../../../src/document/reading/readStory'
import type { Block } from '../../../src/story/copy/copy'
import { tableOf } from '../../../src/story/copy/tables'
import { exchange, graf, moveRow, moveTable, outcome, row, setText, TABLE, WROTE, type Change } from './headsDesk'

const tables = (doc: Y.Doc): readonly Y.XmlElement[] =>
  (doc.getXmlFragment('copy').toArray() as Y.XmlElement[]).filter(({ nodeName }) => nodeName === 'table')
const rowAt = (doc: Y.Doc, at: number): Y.XmlElement => tables(doc)[0]?.get(at) as Y.XmlElement
const cellAt = (doc: Y.Doc, at: number, column: number): Y.XmlElement => rowAt(doc, at).get(column) as Y.XmlElement
const blankCell = (header = false): Y.XmlElement => {
  const cell = new Y.XmlElement('cell')
  cell.setAttribute('header', header as unknown as string)
  return cell
}
const rowOf = (...cells: Y.XmlElement[]): Y.XmlElement => {
  const made = new Y.XmlElement('row')
  made.insert(0, cells)
  return made
}

const emptied =
  (at: number, column: number): Change =>
  (doc) =>
    setText(
      doc,
      textElements(doc).findIndex(({ element }) => element === cellAt(doc, at, column)),
      '',
    )

const withHeaders = (rows: readonly number[], cells: readonly Block[]): readonly Block[] =>
  cells.map((block) =>
    block.cell && rows.includes(block.cell.row) ? { ...block, cell: { ...block.cell, header: true as const } } : block,
  )
const GROUPS = withHeaders(
  [0, 1, 3],
  [
    graf('The vote.'),
    ...tableOf(
      [
        row('Minister', 'In the year 2023', 'In the year 2024'),
        row('Name of one', 'Voted for the law', 'Voted against the law'),
        row('Kim Min of Busan', '41 members of the house', '12 members of the house'),
        row('Subtotal one', 'Won in the north', 'Won in the south'),
        row('Park Jin of Seoul', '38 members of the house', '19 members of the house'),
      ],
      false,
    ),
  ],
)
const SPANNING = [
  graf('The vote.'),
  ...tableOf(
    [
      row('Minister', 'Year twenty two', 'Year twenty three', ''),
      row('Park Jin of Seoul', '38 members of the house', '19 members of the house', '20 members of the house'),
      row('Kim Min of Busan', '41 members of the house', '12 members of the house', '13 members of the house'),
      row('', '51 members of the house', '52 members of the house', '53 members of the house'),
    ],
    true,
  ),
]
const PLAIN = TABLE.map((block) =>
  block.cell ? { ...block, cell: { row: block.cell.row, column: block.cell.column } } : block,
)
const RESULT = [
  graf('The vote.'),
  ...tableOf(
    [row('Winner of seat', 'Loser of the seat', 'Votes'), row('Kim Min of Busan', 'Park Jin of Seoul', '41 members')],
    true,
  ),
]

test.each<[string, readonly Block[], string, readonly Change[]]>([
  ['puts a cell without words into a row', TABLE, '41 members', [(doc) => rowAt(doc, 1).insert(1, [blankCell()])]],
  ['puts a header without words in', TABLE, '41 members', [(doc) => rowAt(doc, 0).insert(1, [blankCell(true)])]],
  ['takes a cell out of a row', TABLE, '12 members', [(doc) => rowAt(doc, 1).delete(1, 1)]],
  ['takes the last header out', TABLE, '12 members', [(doc) => rowAt(doc, 0).delete(2, 1)]],
  [
    'puts a row of headers without words in',
    TABLE,
    '38 members',
    [(doc) => tables(doc)[0]?.insert(2, [rowOf(blankCell(true), blankCell(true), blankCell(true))])],
  ],
  [
    'makes headers ordinary cells and takes the row out',
    GROUPS,
    '38 members',
    [
      ...[0, 1, 2].map(
        (column): Change =>
          (doc) =>
            cellAt(doc, 3, column).setAttribute('header', false as never),
      ),
      (doc): void => tables(doc)[0]?.delete(3, 1),
    ],
  ],
  [
    'takes the mark of headers out',
    GROUPS,
    '38 members',
    [0, 1, 2].map(
      (column): Change =>
        (doc) =>
          cellAt(doc, 3, column).removeAttribute('header'),
    ),
  ],
  [
    'moves a table without its first row of headers',
    GROUPS,
    '41 members',
    [
      moveTable((cells) =>
        cells.flatMap((block) =>
          block.cell && block.cell.row > 0 ? [{ ...block, cell: { ...block.cell, row: block.cell.row - 1 } }] : [],
        ),
      ),
    ],
  ],
  ['moves another row to the top of a table', PLAIN, '38 members', [moveRow(1, 0)]],
  ['exchanges the head of a row and the cell beside it', RESULT, '41 members', [exchange('Kim Min', 'Park Jin')]],
  ['takes out the row whose head goes on', SPANNING, '51 members', [(doc) => tables(doc)[0]?.delete(2, 1)]],
  ['empties the head that goes on', SPANNING, '51 members', [emptied(2, 0)]],
  ['empties the header that goes on', SPANNING, '13 members', [emptied(0, 2)]],
])('who %s does not verify the words there alone', async (_, body, words, changes) => {
  expect(await outcome(body, words, [])).toBe('verified')
  const asChecker = changes.map((change): [string, Change] => ['Checker', change])
  expect(await outcome(body, words, asChecker)).toBe(WROTE)
})

const wholeColumn =
  (change: (row: Y.XmlElement, at: number) => void): Change =>
  (doc) => {
    for (const at of [0, 1, 2]) change(rowAt(doc, at), at)
  }
const putColumn = wholeColumn((line, at) => line.insert(1, [blankCell(at === 0)]))
const takeColumn = wholeColumn((line) => line.delete(1, 1))

test.each<[string, readonly Block[], string, readonly [string, Change][]]>([
  ['puts a column in', TABLE, '12 members', [['Checker', putColumn]]],
  ['takes a column out', TABLE, '12 members', [['Checker', takeColumn]]],
  [
    'takes a column out and moves a row',
    TABLE,
    '12 members',
    [
      ['Checker', takeColumn],
      ['Checker', moveRow(1, 2)],
    ],
  ],
  [
    'puts a column in before somebody writes a row again',
    TABLE,
    '12 members',
    [
      ['Checker', putColumn],
      ['Reporter', moveRow(1, 2)],
    ],
  ],
  ['moves a table with two rows of headers', GROUPS, '41 members', [['Checker', moveTable()]]],
  ['moves a table with heads that go on', SPANNING, '53 members', [['Checker', moveTable()]]],
])('who %s writes nothing', async (_, body, words, changes) => {
  expect(await outcome(body, words, changes)).toBe('verified')
})

test('a row that somebody shifted stays so when another person moves the table', async () => {
  const changes: [string, Change][] = [
    ['Checker', (doc) => rowAt(doc, 1).insert(1, [blankCell()])],
    ['Editor', moveTable()],
  ]
  expect(await outcome(TABLE, '41 members', changes)).toBe(WROTE)
})
