/** Edits of lists, tables and pictures as a window makes them. Rows of a table may have any length after a merge. */
import * as Y from 'yjs'
import { deleteInBlock, insertAt } from '../../../src/document/editStory'
import { blockElements, readMarkedBlock } from '../../../src/document/reading/readStory'
import { blockElement, copyElements } from '../../../src/document/reading/storyElements'
import { DEEPEST_LIST, type Block } from '../../../src/story/copy/copy'
import { COPY_FRAGMENT } from '../../../src/story/copy/documentSchema'
import { NO_PICTURE } from '../../../src/story/copy/picture'

export const LIST_EDITS = ['bullet', 'ordered', 'in', 'out', 'paragraph', 'split', 'join'] as const
export const TABLE_EDITS = ['addRow', 'addColumn', 'removeRow', 'removeColumn', 'removeTable'] as const
export type ListEdit = (typeof LIST_EDITS)[number]
export type TableEdit = (typeof TABLE_EDITS)[number]

const elementsIn = (node: Y.XmlElement | Y.XmlFragment): Y.XmlElement[] =>
  node.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement)
const wordsIn = (node: Y.XmlElement): string =>
  ['block', 'picture', 'cell'].includes(node.nodeName)
    ? readMarkedBlock(node).text
    : elementsIn(node).map(wordsIn).join('\n')
const remove = (from: Y.XmlElement | Y.XmlFragment, at: number): string => {
  const words = wordsIn(from.get(at) as Y.XmlElement)
  from.delete(at, 1)
  return words
}
const isBlock = (node: unknown): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === 'block'
const emptyCell = (): Y.XmlElement => {
  const cell = new Y.XmlElement<Record<string, boolean>>('cell')
  cell.setAttribute('header', false)
  return cell as unknown as Y.XmlElement
}

/** Types at the end of a block, a cell or a cutline, by its index in the copy. */
export function typeAtEnd(doc: Y.Doc, block: number, text: string): void {
  const element = blockElements(doc)[block]
  if (element) insertAt(element, readMarkedBlock(element).text.length, text, {})
}

/** A list item from a paragraph and back, its level, Enter and Backspace in it. `block`: its index in the copy. */
export function editList(doc: Y.Doc, does: ListEdit, block: number, at: number): void {
  const element = blockElements(doc)[block] as Y.XmlElement<Record<string, string | number>> | undefined
  if (!isBlock(element) || block < 2) return
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  const place = copy.toArray().indexOf(element)
  const { text, role, level = 1, list = 'bullet' } = readMarkedBlock(element)
  const set = (name: string, value: string | number): void =>
    (element as Y.XmlElement<Record<string, string | number>>).setAttribute(name, value)
  if (does === 'bullet' || does === 'ordered') {
    set('role', 'listItem')
    set('list', does)
    set('level', level)
  }
  if (role !== 'listItem') return
  const before = copy.get(place - 1)
  if (does === 'in') set('level', Math.min(level + 1, DEEPEST_LIST))
  if (does === 'out') set('level', Math.max(level - 1, 1))
  if (does === 'paragraph') {
    set('role', 'paragraph')
    for (const name of ['list', 'level']) element.removeAttribute(name)
  }
  if (does === 'split') {
    const cut = at % (text.length + 1)
    deleteInBlock(element, cut, text.length)
    copy.insert(place + 1, [blockElement({ role, level, list, text: text.slice(cut), spans: [] })])
  }
  if (does === 'join' && place > 2 && isBlock(before)) {
    insertAt(before, readMarkedBlock(before).text.length, text, {})
    copy.delete(place, 1)
  }
}

/** Inserts a table of 2 × 2 cells with these words after a block of the body. */
export function insertTable(doc: Y.Doc, after: number, words: readonly string[]): void {
  const cells = words.map((text, at): Block => ({
    role: 'cell',
    cell: { row: Math.floor(at / 2), column: at % 2 },
    text,
    spans: [],
  }))
  insertAfter(doc, after, copyElements(cells))
}

export const insertPicture = (doc: Y.Doc, after: number, cutline: string): void =>
  insertAfter(doc, after, [blockElement({ role: 'cutline', picture: NO_PICTURE, text: cutline, spans: [] })])

function insertAfter(doc: Y.Doc, after: number, elements: Y.XmlElement[]): void {
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  copy.insert(Math.max(2, Math.min(after + 1, copy.length)), elements)
}

/** Removes a picture with its cutline. Returns the words that go. */
export function removePicture(doc: Y.Doc): string {
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  const at = copy.toArray().findIndex((node) => node instanceof Y.XmlElement && node.nodeName === 'picture')
  return at < 0 ? '' : remove(copy, at)
}

/** Rows and columns of one of the tables, or a whole one. Returns the words that go. */
export function editTable(doc: Y.Doc, does: TableEdit, which: number, at: number): string {
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  const tables = elementsIn(copy).filter(({ nodeName }) => nodeName === 'table')
  const table = tables[which % Math.max(tables.length, 1)]
  if (!table) return ''
  const rows = elementsIn(table)
  const columns = Math.max(0, ...rows.map(({ length }) => length))
  const [row, column] = [at % Math.max(rows.length, 1), at % Math.max(columns, 1)]
  // Whoever removes the last row or column removes the table.
  const whole =
    does === 'removeTable' || (does === 'removeRow' && rows.length < 2) || (does === 'removeColumn' && columns < 2)
  if (whole) return remove(copy, copy.toArray().indexOf(table))
  if (does === 'removeRow') return remove(table, row)
  if (does === 'removeColumn') return rows.map((one) => (column < one.length ? remove(one, column) : '')).join('\n')
  if (does === 'addColumn') for (const one of rows) one.insert(Math.min(column + 1, one.length), [emptyCell()])
  if (does === 'addRow') {
    const fresh = new Y.XmlElement('row')
    fresh.insert(0, Array.from({ length: columns }, emptyCell))
    table.insert(Math.min(row + 1, rows.length), [fresh])
  }
  return ''
}
