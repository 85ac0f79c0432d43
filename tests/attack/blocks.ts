/** Copy for attempts, and changes of it in a window. */
import { createHash } from 'node:crypto'
import type * as Y from 'yjs'
import { replaceText } from '../../src/document/editStory'
import { readCopy, textElements } from '../../src/document/reading/readStory'
import { copyElements } from '../../src/document/reading/storyElements'
import { pngOf } from '../builders/files/pictures'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import type { Block } from '../../src/story/copy/copy'
import type { Picture } from '../../src/story/copy/picture'

export const p = (text: string): Block => ({ role: 'paragraph', text, spans: [] })
export const subhead = (text: string): Block => ({ role: 'subhead', level: 2, text, spans: [] })
export const li = (text: string): Block => ({ role: 'listItem', level: 1, list: 'bullet', text, spans: [] })
export const quote = (text: string): Block => ({ role: 'quote', text, spans: [] })

/** Headline and deck, then grafs. */
export const page = (...grafs: readonly (string | Block)[]): readonly Block[] => [
  { role: 'headline', text: 'Council meets', spans: [] },
  { role: 'deck', text: 'A day at the town hall', spans: [] },
  ...grafs.map((graf) => (typeof graf === 'string' ? p(graf) : graf)),
]

/** A table whose first row is a header. */
export const table = (...rows: readonly (readonly string[])[]): readonly Block[] =>
  rows.flatMap((cells, row) =>
    cells.map((text, column): Block => ({
      role: 'cell',
      cell: { row, column, ...(row === 0 ? { header: true as const } : {}) },
      text,
      spans: [],
    })),
  )

/** Pictures that every desk with pictures has captured, by a letter. */
export const PICTURES = { a: pngOf(40, 30), b: pngOf(41, 30), c: pngOf(42, 30) } as const
export const pictureFile = (letter: keyof typeof PICTURES): string =>
  createHash('sha256').update(PICTURES[letter]).digest('hex')

export const picture = (cutline: string, more: Partial<Picture> = {}): Block => ({
  role: 'cutline',
  text: cutline,
  spans: [],
  picture: {
    file: pictureFile('a'),
    mediaType: 'image/png',
    width: 40,
    height: 30,
    alt: 'A man at a desk',
    credit: 'Ida / Desk',
    rights: 'one use',
    captured: '2026-10-30',
    ...more,
  },
})

/** Replaces the whole copy. */
export function fill(doc: Y.Doc, copy: readonly Block[]): void {
  const fragment = doc.getXmlFragment(COPY_FRAGMENT)
  if (fragment.length > 0) fragment.delete(0, fragment.length)
  fragment.insert(0, copyElements(copy))
}

/** Replaces text in a window, at its `nth` place in the copy, as typing does. */
export const typed =
  (find: string, other: string, nth = 1) =>
  (doc: Y.Doc): void => {
    let left = nth
    for (const [block, { text }] of readCopy(doc).entries()) {
      for (let from = text.indexOf(find); from >= 0; from = text.indexOf(find, from + find.length)) {
        if (--left > 0) continue
        replaceText(doc, { block, from, to: from + find.length }, other)
        return
      }
    }
    throw new Error(`The copy does not hold “${find}” ${nth} times.`)
  }

/** A copy of what a block or a cell holds, marks included. */
export const contentOf = (element: Y.XmlElement): Y.XmlText[] =>
  element.toArray().map((child) => child.clone() as unknown as Y.XmlText)

/** Makes the cells of a row headers, or ordinary cells. */
export function markRow(doc: Y.Doc, row: number, header: boolean): void {
  const line = nodesNamed(doc, 'table')[0]?.toArray()[row] as Y.XmlElement | undefined
  for (const cell of line?.toArray() ?? [])
    (cell as unknown as Y.XmlElement<Record<string, boolean>>).setAttribute('header', header)
}

/** The top-level nodes of the copy: blocks, tables and pictures. */
export const nodes = (doc: Y.Doc): Y.XmlElement[] =>
  doc.getXmlFragment(COPY_FRAGMENT).toArray() as unknown as Y.XmlElement[]

export const nodesNamed = (doc: Y.Doc, name: string): Y.XmlElement[] =>
  nodes(doc).filter((node) => node.nodeName === name)

/** Moves a top-level node: it is cut and the same content is put elsewhere, marks included, as cut and paste does. */
export function moveNode(doc: Y.Doc, from: number, to: number): void {
  const fragment = doc.getXmlFragment(COPY_FRAGMENT)
  const node = nodes(doc)[from]
  if (!node) throw new Error(`There is no node ${from}.`)
  const copy = node.clone()
  fragment.delete(from, 1)
  fragment.insert(to, [copy])
}

/** Swaps the content of two cells, marks included. `a`, `b`: row and column. */
export function swapCells(doc: Y.Doc, a: readonly [number, number], b: readonly [number, number]): void {
  const [grid] = nodesNamed(doc, 'table')
  const cellAt = ([row, column]: readonly [number, number]): Y.XmlElement => {
    const line = grid?.toArray()[row] as Y.XmlElement | undefined
    const cell = line?.toArray()[column] as Y.XmlElement | undefined
    if (!cell) throw new Error(`There is no cell ${row}.${column}.`)
    return cell
  }
  const [one, two] = [cellAt(a), cellAt(b)]
  const [ofOne, ofTwo] = [one, two].map(contentOf)
  one.delete(0, one.length)
  two.delete(0, two.length)
  one.insert(0, ofTwo ?? [])
  two.insert(0, ofOne ?? [])
}

/** The element of the block that holds these words. */
export function elementWith(doc: Y.Doc, words: string): Y.XmlElement {
  const at = readCopy(doc).findIndex(({ text }) => text.includes(words))
  const found = textElements(doc)[at]
  if (!found) throw new Error(`No block holds “${words}”.`)
  return found.element
}
