/** The cells that head another one, or may have headed it, and who put blank ones there. */
import * as Y from 'yjs'
import type { Copy } from '../../../story/copy/copy'
import { startsTable } from '../../../story/copy/tables'
import { isBlank } from '../../../story/view/neighbours'
import { MOST_MOVES, nameOf } from '../characters/hands'
import { sourceOf, type Character } from '../characters/origins'
import { elementOf } from './headsThen'
import { elementsIn, heldWords, makersOf } from './shapes'

export interface CellsBeside {
  /** The cells before one in its row, and above it in its column. */
  readonly all: readonly number[]
  /** Without words: each would head the cell, or end what heads it, if it held some. */
  readonly blank: readonly number[]
  /** A cell of each row of headers above it. */
  readonly headerRows: readonly number[]
}

export function cellsBeside(copy: Copy, index: number): CellsBeside {
  const own = copy[index]?.cell
  const all: number[] = []
  const blank: number[] = []
  const headerRows: number[] = []
  if (!own || startsTable(own)) return { all, blank, headerRows }
  // A blank first cell continues the head above it, and a blank header the one to its left.
  let continues = true
  for (let at = index - 1; copy[at]?.cell; at--) {
    const [block, cell] = [copy[at], copy[at]?.cell]
    if (!block || !cell) break
    const isHeader = cell.header === true || cell.row === 0
    const isBeside = cell.row === own.row || cell.column === own.column
    if (isBeside) all.push(at)
    const isNewRow = copy[headerRows.at(-1) ?? -1]?.cell?.row !== cell.row
    if (isHeader && isNewRow && cell.row !== own.row) headerRows.push(at)
    const isHead = cell.column === 0 && continues
    if (isBlank(block) && (isHead || (isHeader && cell.column <= own.column))) blank.push(at)
    if (cell.column === 0 && !isBlank(block)) continues = false
    if (startsTable(cell)) break
  }
  return { all, blank, headerRows }
}

/**
 * Who put in a cell without words that heads another one. Who moves both together, where such a cell stood so
 * before, put none in. `own`: a character of that other cell.
 */
export function blankMakers(doc: Y.Doc, head: Y.XmlElement, own: Character | undefined): ReadonlySet<string> {
  let [blank, at] = [head, own]
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const makers = makersOf(doc, blank)
    const from = at && sourceOf(doc, at)
    const before = at && from && makers.has(nameOf(doc, at.client) ?? '') ? sameBefore(doc, blank, at, from) : undefined
    if (!before || heldWords(before)) return makers
    ;[blank, at] = [before, from]
  }
  return makersOf(doc, blank)
}

/** The cell that stood to another one as this one does now. */
function sameBefore(doc: Y.Doc, cell: Y.XmlElement, own: Character, from: Character): Y.XmlElement | undefined {
  const [row, rowOfOwn] = [cell.parent, elementOf(doc, own)?.parent]
  const rowBefore = elementOf(doc, from)?.parent
  if (!(row instanceof Y.XmlElement) || !(rowOfOwn instanceof Y.XmlElement)) return undefined
  if (!(rowBefore instanceof Y.XmlElement) || !row.parent || !rowBefore.parent) return undefined
  const [rows, rowsBefore] = [elementsIn(row.parent), elementsIn(rowBefore.parent)]
  const there = rowsBefore[rowsBefore.indexOf(rowBefore) + rows.indexOf(row) - rows.indexOf(rowOfOwn)]
  return there && elementsIn(there)[elementsIn(row).indexOf(cell)]
}
