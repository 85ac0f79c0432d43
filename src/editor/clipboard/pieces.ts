import { Fragment, type Mark, type Node as SheetNode, type Schema } from '@tiptap/pm/model'
import { readCopyFromDoc } from '../readCopy'
import type { Copy } from '../../story/copy'

/** The selected part of the sheet as whole blocks, cut to the selection. */
export function blocksBetween(doc: SheetNode, from: number, to: number): SheetNode[] {
  const blocks: SheetNode[] = []
  doc.nodesBetween(from, to, (node, position) => {
    const start = position + 1
    blocks.push(node.cut(Math.max(0, from - start), Math.min(node.content.size, to - start)))
    return false
  })
  return blocks
}

/** Blocks as plain values. */
export function copyOfBlocks(schema: Schema, blocks: readonly SheetNode[]): Copy {
  return readCopyFromDoc(schema.topNodeType.create(null, Fragment.from(blocks)))
}

/** The same blocks with the marks of every text changed. */
export function mapMarks(blocks: readonly SheetNode[], change: (marks: readonly Mark[]) => readonly Mark[]): SheetNode[] {
  return blocks.map((block) => {
    const children: SheetNode[] = []
    block.forEach((child) => children.push(child.isText ? child.mark(change(child.marks)) : child))
    return block.copy(Fragment.fromArray(children))
  })
}

/** All words in one line for headline and deck: blocks and breaks become spaces; only tags stay on the text. */
export function inlineOnly(schema: Schema, blocks: readonly SheetNode[]): Fragment {
  const pieces: SheetNode[] = []
  for (const block of blocks) {
    if (block.content.size === 0) continue
    if (pieces.length > 0) pieces.push(schema.text(' '))
    block.forEach((child) => {
      const marks = child.marks.filter((mark) => mark.type.name === 'fact')
      pieces.push(child.isText ? schema.text((child.text ?? '').replace(/\t/g, ' '), marks) : schema.text(' '))
    })
  }
  return Fragment.from(pieces)
}
