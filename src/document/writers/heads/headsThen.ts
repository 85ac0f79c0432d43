/** What headed what in the copy as it was, gone blocks, rows and cells included. */
import * as Y from 'yjs'
import { sentencesOf } from '../../../story/copy/words/sentences'
import { itemOf } from '../../reading/yjsItems'
import { atomsBefore, textOf } from '../characters/atoms'
import { blockOf, itemAt, type Character } from '../characters/origins'
import { elementsIn, heldWords, isHeader, LED, levelOf, makersOf, roleOf } from './shapes'

export const elementOf = (doc: Y.Doc, character: Character): Y.XmlElement | undefined => {
  const content = blockOf(itemAt(doc, character))?.content
  return content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? content.type : undefined
}

/** What kinds of blocks hold a head and what stands under it: lead-in or item, and their levels. */
export function shapeOf(doc: Y.Doc, head: Character, own: Character, except?: string): string {
  const shape = (character: Character): unknown => {
    const element = elementOf(doc, character)
    if (!element) return undefined
    const role = roleOf(doc, element, except)
    return LED.has(role) ? [element.nodeName, role, levelOf(doc, element, except)] : element.nodeName
  }
  return JSON.stringify([shape(head), shape(own)])
}

/** How to look at what was. */
interface View {
  /** As if this person had put in and changed no block between. */
  readonly except?: string | undefined
  /** A block that was not there yet. */
  readonly made?: Y.XmlElement | undefined
}

/** Whether a character headed another one where they stand or stood. */
export function stoodUnder(doc: Y.Doc, head: Character, own: Character, view: View = {}): boolean {
  const { except } = view
  const [top, below] = [elementOf(doc, head), elementOf(doc, own)]
  if (!top || !below) return false
  if (top.nodeName === 'cell') return headedCell(doc, top, below, except)
  return headedBlock(doc, top, below, view) && isInLeadIn(doc, head, roleOf(doc, top, except))
}

/** A lead-in is the last sentence of its graf. */
function isInLeadIn(doc: Y.Doc, character: Character, role: string): boolean {
  const text = role === 'paragraph' ? textOf(doc, character) : undefined
  if (!text) return true
  let line = ''
  let place = 0
  for (const atom of atomsBefore(doc, text)) {
    const isHere =
      atom.client === character.client &&
      atom.clock <= character.clock &&
      character.clock < atom.clock + atom.text.length
    if (isHere) place = line.length + (character.clock - atom.clock)
    if (isHere || (atom.isLive && !atom.isPending)) line += atom.text
  }
  return place >= (sentencesOf(line).at(-1)?.from ?? 0)
}

/** Nothing between them, gone blocks included, took the item for itself. */
function headedBlock(doc: Y.Doc, top: Y.XmlElement, below: Y.XmlElement, view: View): boolean {
  const led = ledBlock(below)
  const { parent } = top
  if (!led || !parent || parent !== led.parent) return false
  return headingBlocks(doc, led, view, top).includes(top)
}

/** The block that a lead-in leads in to: of a cell its table. */
function ledBlock(below: Y.XmlElement): Y.XmlElement | undefined {
  if (below.nodeName !== 'cell') return below
  const table = below.parent?.parent
  return table instanceof Y.XmlElement ? table : undefined
}

/** The lead-in, or the headline or deck above, then the items above, the nearest first. */
function headingBlocks(
  doc: Y.Doc,
  below: Y.XmlElement,
  { except, made }: View,
  top?: Y.XmlElement,
): readonly Y.XmlElement[] {
  const found: Y.XmlElement[] = []
  const role = roleOf(doc, below, except)
  if (below.nodeName !== 'table' && !LED.has(role)) return found
  let level = role === 'listItem' ? levelOf(doc, below, except) : 0
  for (let item = itemOf(below)?.left; item; item = item.left) {
    const element = item.content instanceof Y.ContentType ? item.content.type : undefined
    if (!(element instanceof Y.XmlElement) || element.nodeName !== 'block' || element === made) continue
    const isTheirs = except !== undefined && item.deleted && makersOf(doc, element).has(except)
    if (isTheirs && element !== top) continue
    if (roleOf(doc, element, except) === 'listItem') {
      const other = levelOf(doc, element, except)
      if (other >= level) continue
      found.push(element)
      level = other
    } else if (heldWords(element)) return [...found, element]
  }
  return found
}

/** The cells or blocks that headed this one. */
export function headsOf(doc: Y.Doc, below: Y.XmlElement, except?: string): readonly Y.XmlElement[] {
  if (below.nodeName !== 'cell') return headingBlocks(doc, below, { except })
  const row = below.parent
  if (!(row instanceof Y.XmlElement) || !row.parent) return []
  const cells = elementsIn(row)
  const column = cells.indexOf(below)
  const above = elementsIn(row.parent)
  const rows = above.slice(0, above.indexOf(row)).toReversed()
  const headed = rows.flatMap((one) => elementsIn(one)[column] ?? [])
  const heads = [...cells.slice(0, 1), ...headed].filter((one) => one !== below && headedCell(doc, one, below, except))
  const table = ledBlock(below)
  return table ? [...heads, ...headingBlocks(doc, table, { except })] : heads
}

/** One row, or one column without another header between. Rows that lost cells have no known columns. */
function headedCell(doc: Y.Doc, top: Y.XmlElement, below: Y.XmlElement, except?: string): boolean {
  const [upper, lower] = [top.parent, below.parent]
  if (!(upper instanceof Y.XmlElement) || !(lower instanceof Y.XmlElement)) return false
  const [inUpper, inLower] = [elementsIn(upper), elementsIn(lower)]
  const [column, own] = [inUpper.indexOf(top), inLower.indexOf(below)]
  if (upper === lower) return column < own && (column === 0 || isHeader(doc, top, except))
  if (!upper.parent || upper.parent !== lower.parent) return false
  const rows = elementsIn(upper.parent)
  const [first, last] = [rows.indexOf(upper), rows.indexOf(lower)]
  if (first >= last) return false
  const between = rows.slice(first + 1, last)
  // A blank cell continues the head above it, or the header to its left.
  if (column === 0 && own > 0 && !isHeader(doc, top, except))
    return [...between, lower].every((row) => isBlankFirst(row))
  if (inLower.length !== inUpper.length) return false
  if (!inUpper.slice(column + 1, own + 1).every((cell) => !heldWords(cell)) || column > own) return false
  if (!isHeader(doc, top, except)) return first === 0 && !between.some((row) => isHeaderRow(doc, row, except))
  // Headers in rows that follow one another head a column together.
  const plain = between.findIndex((row) => !isHeaderRow(doc, row, except))
  return plain < 0 || !between.slice(plain).some((row) => isHeaderRow(doc, row, except))
}

const isBlankFirst = (row: Y.XmlElement): boolean => {
  const [first] = elementsIn(row)
  return !first || !heldWords(first)
}

export const isHeaderRow = (doc: Y.Doc, row: Y.XmlElement, except?: string): boolean =>
  elementsIn(row).some((cell) => isHeader(doc, cell, except))
