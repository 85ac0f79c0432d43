/**
 * Who wrote what a fact belongs to: the headers of its cell, the lead-in and the items above its list item, the details
 * of its picture. Who emptied such a block or took it out wrote it, too.
 */
import * as Y from 'yjs'
import { pictureWriters } from './pictureWriters'
import { takersIn } from './atoms'
import { writersOf } from './wordWriters'
import type { Block, Copy, Range } from '../../story/copy/copy'
import { RUNS_ON } from '../../story/copy/sentences'
import { startsTable } from '../../story/copy/tables'
import { leadIn } from '../../story/view/context'
import { belongingsOf } from '../../story/view/neighbours'
import { blockElements } from '../readStory'
import { itemOf, itemsIn, lastAttribute } from '../yjsItems'

/** `ranges`: the fact's tag, in text order. */
export function belongingWriters(doc: Y.Doc, copy: Copy, ranges: readonly Range[]): ReadonlySet<string> {
  const writers = new Set<string>()
  const add = (names: Iterable<string>): void => {
    for (const name of names) writers.add(name)
  }
  const [first] = ranges
  const last = ranges.at(-1)
  if (!first || !last) return writers
  const { headers, belongsTo } = belongingsOf(copy, first.block, last.block)
  const elements = blockElements(doc)
  const blank = new Set<number>()
  for (let index = first.block; index <= last.block; index++) {
    const block = copy[index]
    const element = elements[index]
    if (!block || !element) continue
    if (block.picture) add(pictureWriters(doc, index))
    for (const one of blankBeside(copy, index)) blank.add(one)
    for (const gone of goneBeside(block, element, elements[boundOf(copy, index)])) add(takersIn(doc, gone))
  }
  const whole = [...new Set([...headers, ...blank])].map((block) => rangeOf(copy, block))
  add(writersOf(doc, whole, 'block'))
  for (const block of belongsTo) {
    const range = rangeOf(copy, block)
    const lead = { ...range, ...(copy[block] ? leadIn(copy[block]) : {}) }
    add(writersOf(doc, [lead], lead.from === 0 ? 'block' : 'sentence'))
  }
  return writers
}

const rangeOf = (copy: Copy, block: number): Range => ({ block, from: 0, to: copy[block]?.text.length ?? 0 })

const isBlank = (block: Block | undefined): boolean => block?.text.trim() === ''
const belongsToLead = ({ role }: Block): boolean => role === 'listItem' || role === 'quote'

/** Blocks that would be headers or a lead-in of this one if they held words. */
function blankBeside(copy: Copy, index: number): readonly number[] {
  const block = copy[index]
  const found: number[] = []
  if (block?.cell) {
    const { row, column } = block.cell
    for (let at = index - 1; copy[at]?.cell; at--) {
      const cell = copy[at]?.cell
      if (!cell) break
      const isBefore = cell.row === row && cell.column < column && (cell.column === 0 || heads(copy[at]))
      const isHead = isBefore || (cell.row !== row && cell.column === column && heads(copy[at]))
      if (isHead && isBlank(copy[at])) found.push(at)
      if (startsTable(cell)) break
    }
  } else if (block && belongsToLead(block))
    for (let at = index - 1; at > boundOf(copy, index); at--)
      if (isBlank(copy[at]) && copy[at]?.role !== 'listItem') found.push(at)
  return found
}

const heads = (block: Block | undefined): boolean => block?.cell?.header === true || block?.cell?.row === 0

/** The lead-in of a list item or block quote, or what ends the running text above it. -1: the copy begins. */
const boundOf = (copy: Copy, index: number): number =>
  copy.findLastIndex(
    (block, at) =>
      at < index &&
      !block.cell &&
      block.role !== 'cutline' &&
      block.role !== 'listItem' &&
      !(RUNS_ON.has(block.role) && isBlank(block)),
  )

/** What was taken out and may have headed this block. `bound`: what ends the search. */
function goneBeside(block: Block, element: Y.XmlElement, bound: Y.XmlElement | undefined): readonly Y.XmlElement[] {
  if (block.cell) return goneHeads(element)
  if (!belongsToLead(block)) return []
  return goneBefore(element, bound).filter((gone) => {
    const role = lastAttribute(gone, 'role')?.value ?? 'paragraph'
    if (gone.nodeName !== 'block') return false
    // Other items of the list headed nothing, except those further out.
    return role !== 'listItem' || Number(lastAttribute(gone, 'level')?.value ?? 1) < (block.level ?? 1)
  })
}

/** Rows of headers, and the first cell of the row. */
function goneHeads(cell: Y.XmlElement): readonly Y.XmlElement[] {
  const row = cell.parent
  if (!(row instanceof Y.XmlElement)) return []
  const firstCell = row.toArray()[0]
  const table = row.parent
  const firstRow = table instanceof Y.XmlElement ? table.toArray()[0] : undefined
  return [
    ...(firstCell instanceof Y.XmlElement ? goneBefore(firstCell) : []),
    ...goneBefore(row).filter(isHeaderRow),
    ...(firstRow instanceof Y.XmlElement ? goneBefore(firstRow) : []),
  ]
}

const isHeaderRow = (row: Y.XmlElement): boolean =>
  [...itemsIn(row)].some(
    ({ content }) =>
      content instanceof Y.ContentType &&
      content.type instanceof Y.XmlElement &&
      String(lastAttribute(content.type, 'header')?.value) === 'true',
  )

/** The elements that were taken out before this one in its parent, back to `until`. */
function goneBefore(element: Y.XmlElement, until?: Y.XmlElement): readonly Y.XmlElement[] {
  const found: Y.XmlElement[] = []
  const end = until && itemOf(until)
  for (let item = itemOf(element)?.left; item && item !== end; item = item.left)
    if (item.deleted && item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement)
      found.push(item.content.type)
  return found
}
