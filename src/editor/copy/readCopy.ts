import type { Node as SheetNode } from '@tiptap/pm/model'
import { placeOfCell, readBlockNode, type InlineNode } from '../../document/reading/readBlockNode'
import type { CellPlace, Copy, Range } from '../../story/copy/copy'
import {
  markedRange,
  standingBlock,
  standingOffset,
  type MarkedBlock,
  type MarkedCopy,
} from '../../story/copy/suggestions/markedCopy'
import { changedBlocks } from './changedBlocks'
import { countTexts, type PlacedText } from './textNodes'

const blocks = new WeakMap<SheetNode, MarkedBlock>()
const markedCopies = new WeakMap<SheetNode, MarkedCopy>()
const copies = new WeakMap<SheetNode, Copy>()

/**
 * The standing copy of the sheet as plain values, without suggestions. Unchanged blocks are the same objects as last
 * time: a keystroke costs one block.
 */
export function readCopyFromDoc(doc: SheetNode): Copy {
  const known = copies.get(doc)
  if (known) return known
  const copy = readMarkedCopyFromDoc(doc).map(standingBlock)
  copies.set(doc, copy)
  return copy
}

/** The sheet read last, if it has no tables and so one block per node. The next one differs in few. */
let latest: { readonly doc: SheetNode; readonly copy: MarkedCopy } | undefined

/** The sheet with all suggestions. */
export function readMarkedCopyFromDoc(doc: SheetNode): MarkedCopy {
  const known = markedCopies.get(doc)
  if (known) return known
  const following = latest && readFollowing(latest.doc, latest.copy, doc)
  const copy = following ?? doc.children.flatMap(readNode)
  markedCopies.set(doc, copy)
  latest = following || doc.children.every(({ isTextblock }) => isTextblock) ? { doc, copy } : undefined
  return copy
}

/** Updates `copy`, read from `before`, to `doc`. Undefined if a table changed. */
function readFollowing(before: SheetNode, copy: MarkedCopy, doc: SheetNode): MarkedCopy | undefined {
  const { from, to, toBefore } = changedBlocks(before, doc)
  const changed = doc.children.slice(from, to)
  return changed.every(({ isTextblock }) => isTextblock)
    ? [...copy.slice(0, from), ...changed.map((node) => readMarkedBlock(node)), ...copy.slice(toBefore)]
    : undefined
}

const readNode = (node: SheetNode): MarkedBlock | readonly MarkedBlock[] =>
  node.isTextblock ? readMarkedBlock(node) : readTable(node)

const tables = new WeakMap<SheetNode, readonly MarkedBlock[]>()

function readTable(table: SheetNode): readonly MarkedBlock[] {
  const known = tables.get(table)
  if (known) return known
  const cells: MarkedBlock[] = []
  let row = 0
  table.forEach((node) => {
    node.forEach((cell, _offset, column) =>
      cells.push(readMarkedBlock(cell, placeOfCell(row, column, cell.attrs['header']))),
    )
    // Rows without cells do not count.
    if (node.childCount > 0) row++
  })
  tables.set(table, cells)
  return cells
}

export function readMarkedBlock(node: SheetNode, cell?: CellPlace): MarkedBlock {
  const known = blocks.get(node)
  if (known && known.cell?.row === cell?.row && known.cell?.column === cell?.column) return known
  const block = readBlockNode({
    name: node.type.name,
    attributes: node.attrs,
    children: node.children.map(inlineNodeOf),
    cell,
  })
  blocks.set(node, block)
  return block
}

const inlineNodeOf = (child: SheetNode): InlineNode =>
  child.isText
    ? { text: child.text ?? '', marks: child.marks.map((mark) => [mark.type.name, mark.attrs] as const) }
    : { hardBreak: child.attrs }

/**
 * ProseMirror positions of a range of the standing copy; undefined when there is no such block. Offsets are clamped.
 */
export function positionsOf(doc: SheetNode, range: Range): { readonly from: number; readonly to: number } | undefined {
  const found = textNodeAt(doc, range.block)
  return found && sheetRangeIn(found.node, found.position, range)
}

/** ProseMirror positions of a range in one text node. `position`: before the node. Offsets are clamped. */
export function sheetRangeIn(
  node: SheetNode,
  position: number,
  { from, to }: Pick<Range, 'from' | 'to'>,
): { readonly from: number; readonly to: number } {
  const start = position + 1
  const size = node.content.size
  const marked = markedRange(readMarkedBlock(node), Math.max(from, 0), Math.max(to, 0))
  return { from: start + Math.min(marked.from, size), to: start + Math.min(marked.to, size) }
}

/** The node of a block of the copy, and the position before it. */
function textNodeAt(doc: SheetNode, block: number): PlacedText | undefined {
  if (block < 0) return undefined
  let position = 0
  let before = 0
  for (let index = 0; index < doc.childCount; index++) {
    const node = doc.child(index)
    const count = countTexts(node)
    if (block < before + count)
      return node.isTextblock ? { node, position } : cellAt(node, position + 1, block - before)
    before += count
    position += node.nodeSize
  }
  return undefined
}

function cellAt(table: SheetNode, start: number, index: number): PlacedText | undefined {
  let found: PlacedText | undefined
  let seen = 0
  table.forEach((row, offset) =>
    row.forEach((node, inRow) => {
      if (seen++ === index) found = { node, position: start + offset + 1 + inRow }
    }),
  )
  return found
}

/** The place in the standing copy for a ProseMirror position. */
export function copyPlaceAt(doc: SheetNode, position: number): { readonly block: number; readonly offset: number } {
  const $position = doc.resolve(Math.min(Math.max(position, 0), doc.content.size))
  let block = 0
  for (let index = 0; index < $position.index(0); index++) block += countTexts(doc.child(index))
  if ($position.depth === 0) return { block, offset: 0 }
  const offset = $position.parent.isTextblock
    ? standingOffset(readMarkedBlock($position.parent), $position.parentOffset)
    : 0
  if ($position.depth === 1 && $position.parent.isTextblock) return { block, offset }
  const table = $position.node(1)
  for (let row = 0; row < $position.index(1); row++) block += table.child(row).childCount
  if ($position.depth > 1) block += $position.index(2)
  return { block, offset }
}
