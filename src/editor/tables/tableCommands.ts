/**
 * Tables: inserting one, moving between cells, adding and deleting rows and columns. Commands leave other cells
 * unchanged.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { columnsOf } from '../../story/copy/tables'
import { placeBeside, putBeside } from '../clipboard/besideGrafs'
import { emptyCell } from '../copy/normaliser'
import { asOwnUndoStep } from '../copy/factRecords'

/** The largest table that one command makes. */
export const MOST_ROWS = 100
export const MOST_COLUMNS = 20

interface InTable {
  readonly table: SheetNode
  /** Position before the table. */
  readonly position: number
  readonly row: number
  readonly column: number
}

function tableAt({ selection: { $head } }: EditorState): InTable | undefined {
  const table = $head.depth === 3 ? $head.node(1) : undefined
  return table?.type.name === 'table'
    ? { table, position: $head.before(1), row: $head.index(1), column: $head.index(2) }
    : undefined
}

/** Whether the caret is in a table. */
export const isInTable = (state: EditorState): boolean => tableAt(state) !== undefined

/**
 * Puts an empty table with a header row beside what the selection ends in, and the caret into its first cell. The
 * selected words stay. Not in headline, deck or cells.
 */
export const insertTable =
  (rows: number, columns: number): Command =>
  (state, dispatch) => {
    const { $to } = state.selection
    const { table, row } = state.schema.nodes
    const place = placeBeside($to)
    if (!table || !row || place === undefined) return false
    if (!(rows >= 1 && rows <= MOST_ROWS && columns >= 1 && columns <= MOST_COLUMNS)) return false
    if (dispatch) {
      const { tr } = state
      const made = table.create(
        null,
        Array.from({ length: rows }, (_, index) => rowOf(state.doc, columns, index === 0)),
      )
      putBeside(tr, place, made)
      tr.doc.forEach((node, offset) => {
        if (node === made) tr.setSelection(TextSelection.near(tr.doc.resolve(offset + 1), 1))
      })
      dispatch(asOwnUndoStep(tr).scrollIntoView())
    }
    return true
  }

function rowOf(doc: SheetNode, columns: number, header: boolean): SheetNode {
  const type = doc.type.schema.nodes['row']
  if (!type) throw new Error('The schema has no rows.')
  return type.create(
    null,
    Array.from({ length: columns }, () => emptyCell(doc, header)),
  )
}

/** Position before a cell, or the end of a shorter row. */
function cellPosition({ table, position }: InTable, row: number, column: number): number {
  let at = position + 1
  for (let before = 0; before < row; before++) at += table.child(before).nodeSize
  const cells = table.child(row)
  at += 1
  for (let before = 0; before < Math.min(column, cells.childCount); before++) at += cells.child(before).nodeSize
  return at
}

const caretAt = (tr: Transaction, position: number): Transaction =>
  tr.setSelection(TextSelection.near(tr.doc.resolve(position + 1), 1)).scrollIntoView()

/** Selects the text of the next (+1) or previous (-1) cell. After the last cell it adds a row. */
export const goToCell =
  (by: 1 | -1): Command =>
  (state, dispatch, view) => {
    const here = tableAt(state)
    if (!here) return false
    const places = here.table.children.flatMap((row, index) =>
      row.children.map((_, column) => ({ row: index, column })),
    )
    const next = places[places.findIndex(({ row, column }) => row === here.row && column === here.column) + by]
    if (!next) return by === -1 || addRow('after')(state, dispatch, view)
    if (dispatch) {
      const position = cellPosition(here, next.row, next.column)
      const size = here.table.child(next.row).child(next.column).content.size
      dispatch(
        state.tr.setSelection(TextSelection.create(state.doc, position + 1, position + 1 + size)).scrollIntoView(),
      )
    }
    return true
  }

export const addRow =
  (side: 'before' | 'after'): Command =>
  (state, dispatch) => {
    const here = tableAt(state)
    if (!here) return false
    if (dispatch) {
      const { tr } = state
      const index = here.row + (side === 'after' ? 1 : 0)
      let at = here.position + 1
      for (let before = 0; before < index; before++) at += here.table.child(before).nodeSize
      tr.insert(at, rowOf(state.doc, columnsOf(here.table.children.map(({ children }) => children)), false))
      dispatch(asOwnUndoStep(caretAt(tr, at + 1)))
    }
    return true
  }

export const addColumn =
  (side: 'before' | 'after'): Command =>
  (state, dispatch) => {
    const here = tableAt(state)
    if (!here) return false
    if (dispatch) {
      const { tr } = state
      const column = here.column + (side === 'after' ? 1 : 0)
      for (let row = here.table.childCount - 1; row >= 0; row--) {
        const cells = here.table.child(row)
        tr.insert(
          cellPosition(here, row, column),
          emptyCell(state.doc, cells.childCount > 0 && cells.children.every(({ attrs }) => attrs['header'] === true)),
        )
      }
      dispatch(
        asOwnUndoStep(
          caretAt(
            tr,
            cellPosition({ ...here, table: tr.doc.resolve(here.position).nodeAfter ?? here.table }, here.row, column),
          ),
        ),
      )
    }
    return true
  }

/** Deletes the row of the caret; with its only row the table. */
export const removeRow: Command = (state, dispatch, view) => {
  const here = tableAt(state)
  if (!here) return false
  if (here.table.childCount === 1) return removeTable(state, dispatch, view)
  if (dispatch) {
    const { tr } = state
    const from = cellPosition(here, here.row, 0) - 1
    tr.delete(from, from + here.table.child(here.row).nodeSize)
    dispatch(
      asOwnUndoStep(
        tr
          .setSelection(TextSelection.near(tr.doc.resolve(from), here.row === here.table.childCount - 1 ? -1 : 1))
          .scrollIntoView(),
      ),
    )
  }
  return true
}

/** Deletes the column of the caret; with its only column the table. */
export const removeColumn: Command = (state, dispatch, view) => {
  const here = tableAt(state)
  if (!here) return false
  if (here.table.children.every(({ childCount }) => childCount <= 1)) return removeTable(state, dispatch, view)
  if (dispatch) {
    const { tr } = state
    for (let row = here.table.childCount - 1; row >= 0; row--) {
      const cell = here.table.child(row).maybeChild(here.column)
      const from = cellPosition(here, row, here.column)
      if (cell) tr.delete(from, from + cell.nodeSize)
    }
    dispatch(
      asOwnUndoStep(
        tr.setSelection(TextSelection.near(tr.doc.resolve(cellPosition(here, 0, 0) + 1), 1)).scrollIntoView(),
      ),
    )
  }
  return true
}

export const removeTable: Command = (state, dispatch) => {
  const here = tableAt(state)
  if (!here) return false
  if (dispatch) {
    const { tr } = state
    tr.delete(here.position, here.position + here.table.nodeSize)
    dispatch(asOwnUndoStep(tr.setSelection(TextSelection.near(tr.doc.resolve(here.position), 1)).scrollIntoView()))
  }
  return true
}

/** Makes the first row a header, or an ordinary row again. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  const here = tableAt(state)
  const first = here?.table.firstChild
  if (!here || !first) return false
  if (dispatch) {
    const { tr } = state
    const header = !first.children.every(({ attrs }) => attrs['header'] === true)
    first.children.forEach((_, column) => tr.setNodeAttribute(cellPosition(here, 0, column), 'header', header))
    dispatch(asOwnUndoStep(tr))
  }
  return true
}
