import { expect, it } from 'vitest'
import { inOwnColumns, type WrittenCell } from '../../../src/story/copy/mergedCells'

/** “a2x3”: the cell “a”, two columns wide and three rows tall. */
const written = (row: string): readonly WrittenCell<string>[] =>
  row.split(' ').map((cell) => {
    const [, name = '', wide = '1', tall = '1'] = /^([a-z]+)(?:(\d+)x(\d+))?$/.exec(cell) ?? []
    return { cell: name, wide: Number(wide), tall: Number(tall) }
  })
const placed = (...rows: readonly string[]): readonly string[] =>
  inOwnColumns(rows.map(written)).map((row) => row.map((cell) => cell ?? '_').join(' '))

it.each<[string, readonly string[], readonly string[]]>([
  ['a table without merged cells stays as it is', ['a b c', 'd e f'], ['a b c', 'd e f']],
  [
    'a number after a wide cell stays under its header',
    ['year visits cost', 'sum2x1 x'],
    ['year visits cost', 'sum _ x'],
  ],
  ['a header over two columns covers both', ['a2x1 b', 'c d e'], ['a _ b', 'c d e']],
  ['a row beside a tall cell begins after it', ['a1x2 b c', 'd e', 'f g h'], ['a b c', '_ d e', 'f g h']],
  ['a tall cell beside a wide header', ['a1x2 b2x1', 'c d', 'e f g'], ['a b', '_ c d', 'e f g']],
  ['a cell that is tall and wide covers a block', ['a2x2 b', 'c', 'd e f'], ['a _ b', '_ _ c', 'd e f']],
  ['a title over the whole table needs one cell', ['a9x1', 'b c'], ['a', 'b c']],
  ['a span that is far too wide adds no column', ['a999x1 b', 'c d'], ['a b', 'c d']],
  ['a tall cell below the last row does no harm', ['a1x99 b', 'c'], ['a b', '_ c']],
])('%s', (_name, rows, wanted) => expect(placed(...rows)).toEqual(wanted))
