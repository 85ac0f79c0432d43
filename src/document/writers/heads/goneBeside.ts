/** What was taken out of the copy and may have headed a block or a cell. */
import * as Y from 'yjs'
import type { Block } from '../../../story/copy/copy'
import { itemOf } from '../../reading/yjsItems'
import { isHeaderRow } from './headsThen'
import { heldWords, LED, levelOf, roleOf } from './shapes'

export interface Gone {
  readonly element: Y.XmlElement
  /** Whether it headed something, as it was when it was taken out, or before this person changed what it is. */
  readonly headed: (person?: string) => boolean
}

/** `bound`: what ends the search. */
export function goneBeside(
  doc: Y.Doc,
  block: Block,
  element: Y.XmlElement,
  bound: Y.XmlElement | undefined,
): readonly Gone[] {
  if (block.cell) return [...goneHeads(doc, element), ...goneLeads(doc, element, bound)]
  if (!LED.has(block.role)) return []
  const level = block.role === 'listItem' ? (block.level ?? 1) : 0
  return goneBefore(element, bound)
    .filter(({ nodeName }) => nodeName === 'block')
    .map((gone) => ({
      element: gone,
      // Other items of the list headed nothing, except those further out.
      headed: (person) => roleOf(doc, gone, person) !== 'listItem' || levelOf(doc, gone, person) < level,
    }))
}

/** What led in to the table of a cell. */
function goneLeads(doc: Y.Doc, cell: Y.XmlElement, bound: Y.XmlElement | undefined): readonly Gone[] {
  const table = cell.parent?.parent
  if (!(table instanceof Y.XmlElement)) return []
  return goneBefore(table, bound)
    .filter(({ nodeName }) => nodeName === 'block')
    .map((gone) => ({ element: gone, headed: (person) => roleOf(doc, gone, person) !== 'listItem' }))
}

/** Rows of headers, and the first cell of the row. */
function goneHeads(doc: Y.Doc, cell: Y.XmlElement): readonly Gone[] {
  const row = cell.parent
  if (!(row instanceof Y.XmlElement)) return []
  const firstCell = row.toArray()[0]
  const table = row.parent
  const rows = table instanceof Y.XmlElement ? (table.toArray() as Y.XmlElement[]) : []
  const always = (element: Y.XmlElement): Gone => ({ element, headed: () => true })
  const found = firstCell instanceof Y.XmlElement ? goneBefore(firstCell).map(always) : []
  if (rows[0]) found.push(...goneBefore(rows[0]).map(always))
  const gone = goneBefore(row)
  found.push(...gone.map((element): Gone => ({ element, headed: (person) => isHeaderRow(doc, element, person) })))
  // A row without a head of its own continues the one above it.
  const head = rows.slice(0, rows.indexOf(row) + 1).findLast(hasHead)
  if (head !== row) found.push(...goneBefore(row, head).map(always))
  return found
}

const hasHead = (row: Y.XmlElement): boolean => {
  const [first] = row.toArray()
  return first instanceof Y.XmlElement && heldWords(first)
}

/** The elements that were taken out before this one in its parent, back to `until`. */
function goneBefore(element: Y.XmlElement, until?: Y.XmlElement): readonly Y.XmlElement[] {
  const found: Y.XmlElement[] = []
  const end = until && itemOf(until)
  for (let item = itemOf(element)?.left; item && item !== end; item = item.left)
    if (item.deleted && item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement)
      found.push(item.content.type)
  return found
}
