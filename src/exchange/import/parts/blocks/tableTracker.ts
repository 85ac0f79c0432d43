import type { CellOfFile } from '../../../../story/assessment/copy/capturedText'

interface Table {
  /** Cells so far. */
  cells: number
  row: number
  /** The column that the next cell begins at, from 1. */
  column: number
  holdsTable: boolean
}

/** A cell that words were read in. Whether it has a place is known at the end of its table. */
export interface ReadCell {
  readonly table: Table
  readonly row: number
  readonly column: number
}

/**
 * Follows the tables of a document while it is read from its beginning to its end. Tables that lay out a page have no
 * places: those of one cell, and those that hold other tables.
 */
export class TableTracker {
  readonly #tables: Table[] = []
  readonly #open: { readonly table: Table; cell: ReadCell | undefined }[] = []

  openTable(): void {
    const outer = this.#open.at(-1)
    if (outer) outer.table.holdsTable = true
    const table: Table = { cells: 0, row: 0, column: 1, holdsTable: false }
    this.#tables.push(table)
    this.#open.push({ table, cell: undefined })
  }

  closeTable(): void {
    this.#open.pop()
  }

  openRow(): void {
    const table = this.#open.at(-1)?.table
    if (!table) return
    table.row++
    table.column = 1
  }

  /** `span`: columns that the cell covers. */
  openCell(span = 1): void {
    const now = this.#open.at(-1)
    if (!now) return
    const { table } = now
    now.cell = { table, row: Math.max(table.row, 1), column: table.column }
    table.cells++
    table.column += Math.max(1, span)
  }

  closeCell(): void {
    const now = this.#open.at(-1)
    if (now) now.cell = undefined
  }

  /** The innermost open cell. */
  get cell(): ReadCell | undefined {
    return this.#open.at(-1)?.cell
  }

  /** The place of a cell, once the whole document is read. Undefined in a table that only lays out the page. */
  placeOf(cell: ReadCell | undefined): CellOfFile | undefined {
    if (!cell || isLayout(cell.table)) return undefined
    const { row, column } = cell
    return { table: this.#tables.filter((table) => !isLayout(table)).indexOf(cell.table) + 1, row, column }
  }
}

const isLayout = ({ cells, holdsTable }: Table): boolean => cells < 2 || holdsTable
