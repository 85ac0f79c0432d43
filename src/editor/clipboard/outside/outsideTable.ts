/** A table of a pasted page: its cells in their columns, and whether the sheet takes it. */
import { inOwnColumns, withoutHidden } from '../../../story/copy/mergedCells'
import { isHidden } from './outsideElements'

/** A larger table is data: its rows become grafs. */
const MOST_ROWS = 500
const MOST_COLUMNS = 30

export interface OutsideTable {
  /** The cells, row by row. Undefined: a merged cell covers the place. */
  readonly rows: readonly (readonly (Element | undefined)[])[]
  readonly columns: number
  readonly isTooLarge: boolean
}

/** Reads the cells of a table, without those of tables in it, and without what is hidden. */
export function outsideTable(table: Element): OutsideTable {
  const written = inOwnColumns(
    [...table.querySelectorAll('tr')]
      .filter((row) => row.closest('table') === table && !isHiddenRow(row, table))
      .map((row) => [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th'))
      .map((cells) => cells.map((cell) => ({ cell, wide: spanOf(cell, 'colspan'), tall: spanOf(cell, 'rowspan') }))),
  )
  const rows = withoutHidden(written, isHidden)
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return { rows, columns, isTooLarge: rows.length > MOST_ROWS || columns > MOST_COLUMNS }
}

/** A row, or the section that it is in. */
function isHiddenRow(row: Element, table: Element): boolean {
  for (let part: Element | null = row; part && part !== table; part = part.parentElement)
    if (isHidden(part)) return true
  return false
}

/** How many columns or rows a cell covers. */
const spanOf = (cell: Element, side: 'colspan' | 'rowspan'): number =>
  Math.max(1, Math.trunc(Number(cell.getAttribute(side) ?? 1)) || 1)
