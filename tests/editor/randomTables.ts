/** Random actions on tables, by seed, through the shipped commands and keys, like randomDesk.ts. */
import { eachTextNode } from '../../src/editor/copy/textNodes'
import {
  addColumn,
  addRow,
  insertTable,
  removeColumn,
  removeRow,
  removeTable,
  toggleHeaderRow,
} from '../../src/editor/tables/tableCommands'
import { press, run, selectRange, type, type Desk } from './desk'
import type { Action, Hands } from './randomDesk'

const MOST_CELLS = 12

function cellsOf({ editor }: Desk): readonly { readonly from: number; readonly size: number }[] {
  const cells: { from: number; size: number }[] = []
  eachTextNode(editor.state.doc, (node, position) => {
    if (node.type.name === 'cell') cells.push({ from: position + 1, size: node.content.size })
  })
  return cells
}

/** Puts the caret into a cell; false when there is none. */
function intoCell(d: Desk, { roll }: Hands): boolean {
  const cells = cellsOf(d)
  const cell = cells[Math.floor(roll() * cells.length)]
  if (!cell) return false
  selectRange(d, cell.from + Math.floor(roll() * (cell.size + 1)))
  return true
}

const inCell =
  (action: Action): Action =>
  (d, hands) => {
    if (intoCell(d, hands)) action(d, hands)
  }

/** A table stays small enough for many rounds. */
const growing =
  (action: Action): Action =>
  (d, hands) => {
    if (cellsOf(d).length < MOST_CELLS) action(d, hands)
  }

export const TABLE_DEEDS: Readonly<Record<string, Action>> = {
  makeTable: growing((d, hands) => {
    const blocks = d.editor.state.doc.childCount
    let start = 1
    for (let before = Math.floor(hands.roll() * blocks); before > 0; before--)
      start += d.editor.state.doc.child(before - 1).nodeSize
    selectRange(d, start)
    if (run(d, insertTable(2, 2))) type(d, hands.letters())
  }),
  typeInCell: inCell((d, hands) => type(d, hands.letters())),
  typeInCells: inCell((d, hands) => {
    type(d, hands.letters())
    press(d, hands.roll() < 0.5 ? 'Tab' : 'Shift-Tab')
    type(d, hands.letters())
  }),
  addRow: growing(inCell((d, hands) => void run(d, addRow(hands.roll() < 0.5 ? 'before' : 'after')))),
  addColumn: growing(inCell((d, hands) => void run(d, addColumn(hands.roll() < 0.5 ? 'before' : 'after')))),
  removeRow: inCell((d) => void run(d, removeRow)),
  removeColumn: inCell((d) => void run(d, removeColumn)),
  removeTable: inCell((d, hands) => {
    if (hands.roll() < 0.3) run(d, removeTable)
  }),
  headerRow: inCell((d) => void run(d, toggleHeaderRow)),
}
