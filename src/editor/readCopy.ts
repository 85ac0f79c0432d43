import type { Node as SheetNode } from '@tiptap/pm/model'
import { placeOfCell } from '../document/readStory'
import type { Block, CellPlace, Copy, Range, Span } from '../story/copy'
import { pictureOf } from '../story/picture'
import { addSpan, compareSpans } from '../story/spans'
import { attrsOf } from './schema/blockAttrs'
import { countTexts, type PlacedText } from './textNodes'

const blocks = new WeakMap<SheetNode, Block>()
const copies = new WeakMap<SheetNode, Copy>()

/** The sheet as plain values. Unchanged blocks are the same objects as last time, so a keystroke costs one block. */
export function readCopyFromDoc(doc: SheetNode): Copy {
  const known = copies.get(doc)
  if (known) return known
  const copy: Block[] = []
  doc.forEach((node) => {
    if (node.isTextblock) copy.push(readBlock(node))
    else copy.push(...readTable(node))
  })
  copies.set(doc, copy)
  return copy
}

const tables = new WeakMap<SheetNode, readonly Block[]>()

function readTable(table: SheetNode): readonly Block[] {
  const known = tables.get(table)
  if (known) return known
  const cells: Block[] = []
  let row = 0
  table.forEach((node) => {
    node.forEach((cell, _offset, column) => cells.push(readBlock(cell, placeOfCell(row, column, cell.attrs['header']))))
    // Rows without cells are none.
    if (node.childCount > 0) row++
  })
  tables.set(table, cells)
  return cells
}

function readBlock(node: SheetNode, cell?: CellPlace): Block {
  const known = blocks.get(node)
  if (known && known.cell?.row === cell?.row && known.cell?.column === cell?.column) return known
  const { role, level, list } = attrsOf(node)
  let text = ''
  const spans: Span[] = []
  node.forEach((child) => {
    if (!child.isText) {
      text += '\n'
      return
    }
    const from = text.length
    text += child.text ?? ''
    for (const span of spansOf(child, from, text.length)) addSpan(spans, span, text)
  })
  const block: Block = {
    role, ...(level === null ? {} : { level }), ...(list === null ? {} : { list }), ...(cell ? { cell } : {}),
    ...(role === 'cutline' ? { picture: pictureOf(node.attrs) } : {}), text, spans: spans.sort(compareSpans)
  }
  blocks.set(node, block)
  return block
}

function spansOf(node: SheetNode, from: number, to: number): Span[] {
  return node.marks.flatMap((mark): Span[] => {
    const { id, href } = mark.attrs as Record<string, unknown>
    switch (mark.type.name) {
      case 'bold': case 'italic': return [{ from, to, mark: mark.type.name }]
      case 'fact': case 'comment': return typeof id === 'string' ? [{ from, to, mark: mark.type.name, id }] : []
      case 'link': return typeof href === 'string' ? [{ from, to, mark: 'link', href }] : []
      default: return []
    }
  })
}

/** ProseMirror positions of a range of the copy; undefined when there is no such block. Offsets are clamped. */
export function positionsOf(doc: SheetNode, range: Range): { readonly from: number; readonly to: number } | undefined {
  const found = textNodeAt(doc, range.block)
  if (!found) return undefined
  const start = found.position + 1
  const size = found.node.content.size
  return { from: start + Math.min(Math.max(range.from, 0), size), to: start + Math.min(Math.max(range.to, 0), size) }
}

/** The node of the sheet that a block of the copy is, and the position before it. */
export function textNodeAt(doc: SheetNode, block: number): PlacedText | undefined {
  if (block < 0) return undefined
  let position = 0
  let before = 0
  for (let index = 0; index < doc.childCount; index++) {
    const node = doc.child(index)
    const count = countTexts(node)
    if (block < before + count) return node.isTextblock ? { node, position } : cellAt(node, position + 1, block - before)
    before += count
    position += node.nodeSize
  }
  return undefined
}

function cellAt(table: SheetNode, start: number, index: number): PlacedText | undefined {
  let found: PlacedText | undefined
  let seen = 0
  table.forEach((row, offset) => row.forEach((node, inRow) => {
    if (seen++ === index) found = { node, position: start + offset + 1 + inRow }
  }))
  return found
}

/** The place in the copy of a ProseMirror position. */
export function placeOf(doc: SheetNode, position: number): { readonly block: number; readonly offset: number } {
  const $position = doc.resolve(Math.min(Math.max(position, 0), doc.content.size))
  let block = 0
  for (let index = 0; index < $position.index(0); index++) block += countTexts(doc.child(index))
  if ($position.parent.isTextblock && $position.depth === 1) return { block, offset: $position.parentOffset }
  if ($position.depth === 0) return { block, offset: 0 }
  const table = $position.node(1)
  for (let row = 0; row < $position.index(1); row++) block += table.child(row).childCount
  if ($position.depth > 1) block += $position.index(2)
  return { block, offset: $position.parent.isTextblock ? $position.parentOffset : 0 }
}
