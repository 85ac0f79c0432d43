import { Fragment, type Mark, type Node as SheetNode, type Schema } from '@tiptap/pm/model'
import { readCopyFromDoc } from '../copy/readCopy'
import { isSuggestionMark } from '../suggesting/suggestionMarks'
import type { Copy } from '../../story/copy/copy'
import { blockType } from '../copy/normaliser'
import { isPlainBlock, PARAGRAPH } from '../schema/blockAttrs'
import { eachTextNode } from '../copy/textNodes'

/** The selected blocks, cut to the selection. Text of one cell or cutline is a paragraph. */
export function blocksBetween(doc: SheetNode, from: number, to: number): SheetNode[] {
  const $from = doc.resolve(from)
  const only =
    $from.sameParent(doc.resolve(to)) && $from.parent.isTextblock && !isPlainBlock($from.parent)
      ? $from.parent
      : undefined
  if (only)
    return [
      blockType(doc).create({ ...PARAGRAPH }, only.content.cut($from.parentOffset, $from.parentOffset + to - from)),
    ]
  const blocks: SheetNode[] = []
  doc.nodesBetween(from, to, (node, position) => {
    const start = position + 1
    blocks.push(node.cut(Math.max(0, from - start), Math.min(node.content.size, to - start)))
    return false
  })
  return blocks
}

/** The selected blocks for other programs. A part of one block is words only, without what the block is. */
export function leavingBlocks(doc: SheetNode, from: number, to: number): SheetNode[] {
  const blocks = blocksBetween(doc, from, to)
  const $from = doc.resolve(from)
  const isPart = $from.sameParent(doc.resolve(to)) && $from.parent.isTextblock && to - from < $from.parent.content.size
  const [only] = blocks
  return isPart && only?.isTextblock ? [blockType(doc).create({ ...PARAGRAPH }, only.content)] : blocks
}

/** The number of the list item at a position in its list. 1 for everything else. */
export function numberOfItem(doc: SheetNode, position: number): number {
  const index = doc.resolve(position).index(0)
  const { role, list, level } = doc.maybeChild(index)?.attrs ?? {}
  if (role !== 'listItem') return 1
  let number = 1
  for (let before = index - 1; before >= 0; before--) {
    const other = doc.child(before).attrs
    if (other['role'] !== 'listItem' || Number(other['level']) < Number(level)) break
    if (Number(other['level']) > Number(level)) continue
    if (other['list'] !== list) break
    number++
  }
  return number
}

/** Converts blocks of another sheet: each sheet has its own schema and accepts only its own nodes. */
export const inSchema = (schema: Schema, blocks: readonly SheetNode[]): readonly SheetNode[] =>
  blocks.map((block) => (block.type.schema === schema ? block : schema.nodeFromJSON(block.toJSON())))

/** Blocks as plain values. */
export function copyOfBlocks(schema: Schema, blocks: readonly SheetNode[]): Copy {
  return readCopyFromDoc(schema.topNodeType.create(null, Fragment.from(blocks)))
}

/** The same blocks with the marks of every text changed. */
export function mapMarks(
  blocks: readonly SheetNode[],
  change: (marks: readonly Mark[]) => readonly Mark[],
): SheetNode[] {
  return blocks.map((block) =>
    block.isText ? block.mark(change(block.marks)) : block.copy(Fragment.fromArray(mapMarks(block.children, change))),
  )
}

/** All text in one line for headline and deck: blocks and breaks become spaces; only tags stay. */
export function inlineOnly(schema: Schema, blocks: readonly SheetNode[]): Fragment {
  return inlineOf(
    schema,
    blocks,
    () => schema.text(' '),
    (child) => {
      const marks = child.marks.filter((mark) => mark.type.name === 'fact')
      return child.isText ? schema.text((child.text ?? '').replace(/\t/g, ' '), marks) : schema.text(' ')
    },
  )
}

/** All text for one cell or cutline: marks stay; a line break or space separates blocks. */
export function inlineWithMarks(schema: Schema, blocks: readonly SheetNode[], between: () => SheetNode): Fragment {
  return inlineOf(schema, blocks, between, (child) => child)
}

function inlineOf(
  schema: Schema,
  blocks: readonly SheetNode[],
  between: () => SheetNode,
  piece: (child: SheetNode) => SheetNode,
): Fragment {
  const pieces: SheetNode[] = []
  eachTextNode(schema.topNodeType.create(null, Fragment.from(blocks)), (text) => {
    if (text.content.size === 0) return
    if (pieces.length > 0) pieces.push(between())
    text.forEach((child) => pieces.push(piece(child)))
  })
  return Fragment.from(pieces)
}

/**
 * Blocks without suggestions, for pasting in this window: the standing text, or the proposed text if nothing stands. A
 * suggestion is never copied.
 */
export function settledBlocks(blocks: readonly SheetNode[]): SheetNode[] {
  const has =
    (name: string) =>
    (node: SheetNode): boolean =>
      node.marks.some((mark) => mark.type.name === name)
  const inline = blocks.flatMap((block) => (block.isTextblock ? block.children : [block]))
  const onlyPending = inline.length > 0 && inline.every(has('insertion'))
  const settle = (node: SheetNode): SheetNode[] => {
    if (!node.isInline)
      return [
        node.type.create(
          { ...node.attrs, joins: null, becomes: null },
          Fragment.fromArray(node.children.flatMap(settle)),
        ),
      ]
    if (has(onlyPending ? 'deletion' : 'insertion')(node)) return []
    if (!node.isText) return [node.type.create()]
    const isBreak = node.marks.some((mark) => typeof mark.attrs['as'] === 'string')
    return [isBreak ? node.type.schema.text(' ') : node.mark(node.marks.filter((mark) => !isSuggestionMark(mark)))]
  }
  return blocks.flatMap(settle)
}
