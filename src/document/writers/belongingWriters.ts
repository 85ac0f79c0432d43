/**
 * Who wrote what a fact belongs to: the headers of its cell, the lead-in and the items above its list item, the details
 * of its picture. Who emptied such a block, took it out, moved it or made it what it is wrote it, too.
 */
import * as Y from 'yjs'
import { takersIn } from './atoms'
import { headMovers, isHeader, levelOf, moversFrom, roleOf } from './headMovers'
import { pictureWriters } from './pictureWriters'
import { roleWriters } from './roleWriters'
import { writersOf } from './wordWriters'
import type { Block, Copy, Range } from '../../story/copy/copy'
import { RUNS_ON } from '../../story/copy/sentences'
import { startsTable } from '../../story/copy/tables'
import { leadIn } from '../../story/view/context'
import { belongingsOf } from '../../story/view/neighbours'
import { blockElements } from '../readStory'
import { itemOf, itemsIn, settingsOf } from '../yjsItems'

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
    const bound = boundOf(copy, index)
    const beside = block.cell ? cellsBeside(copy, index) : belongsToLead(block) ? since(bound, index) : []
    add(roleWriters(doc, elementsAt(elements, beside.length > 0 || belonged(element) ? [...beside, index] : [])))
    const standing = new Set(elementsAt(elements, [...headers, ...belongsTo, index]))
    for (const gone of goneBeside(block, element, elements[bound])) {
      add(takersIn(doc, gone))
      add(moversFrom(doc, gone, standing))
    }
  }
  for (const range of ranges) add(headMovers(doc, copy, elements, range))
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

const elementsAt = (elements: readonly Y.XmlElement[], indexes: readonly number[]): readonly Y.XmlElement[] =>
  indexes.flatMap((index) => elements[index] ?? [])

const since = (bound: number, index: number): readonly number[] =>
  Array.from({ length: index - Math.max(bound, 0) }, (_, at) => Math.max(bound, 0) + at)

const isBlank = (block: Block | undefined): boolean => block?.text.trim() === ''
const belongsToLead = ({ role }: Block): boolean => LED.has(role)
const LED: ReadonlySet<unknown> = new Set(['listItem', 'quote'])

/** Whether a block was an item or a block quote before. */
const belonged = (element: Y.XmlElement): boolean => settingsOf(element, 'role').some(({ value }) => LED.has(value))

/** Blocks that would be headers or a lead-in of this one if they held words. */
function blankBeside(copy: Copy, index: number): readonly number[] {
  const block = copy[index]
  const own = block?.cell
  if (own)
    return cellsBeside(copy, index).filter((at) => {
      const cell = copy[at]?.cell
      const isHead = heads(copy[at]) || (cell?.row === own.row && cell.column === 0)
      return isHead && isBlank(copy[at])
    })
  if (!block || !belongsToLead(block)) return []
  return since(boundOf(copy, index) + 1, index).filter((at) => isBlank(copy[at]) && copy[at]?.role !== 'listItem')
}

/** The cells before one in its row, and above it in its column. */
function cellsBeside(copy: Copy, index: number): readonly number[] {
  const own = copy[index]?.cell
  const found: number[] = []
  if (!own || startsTable(own)) return found
  for (let at = index - 1; copy[at]?.cell; at--) {
    const cell = copy[at]?.cell
    if (!cell) break
    if (cell.row === own.row || cell.column === own.column) found.push(at)
    if (startsTable(cell)) break
  }
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
  return goneBefore(element, bound).filter(
    (gone) =>
      // Other items of the list headed nothing, except those further out.
      gone.nodeName === 'block' && (roleOf(gone) !== 'listItem' || levelOf(gone) < (block.level ?? 1)),
  )
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
    ({ content }) => content instanceof Y.ContentType && content.type instanceof Y.XmlElement && isHeader(content.type),
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
