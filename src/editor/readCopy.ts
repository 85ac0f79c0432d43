import type { Node as SheetNode } from '@tiptap/pm/model'
import type { Block, Copy, Range, Span } from '../story/copy'
import { addSpan, compareSpans } from '../story/spans'
import { attrsOf } from './schema/blockAttrs'

const blocks = new WeakMap<SheetNode, Block>()
const copies = new WeakMap<SheetNode, Copy>()

/** The sheet as plain values. Unchanged blocks are the same objects as last time, so a keystroke costs one block. */
export function readCopyFromDoc(doc: SheetNode): Copy {
  const known = copies.get(doc)
  if (known) return known
  const copy: Block[] = []
  doc.forEach((node) => copy.push(readBlock(node)))
  copies.set(doc, copy)
  return copy
}

function readBlock(node: SheetNode): Block {
  const known = blocks.get(node)
  if (known) return known
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
    role, ...(level === null ? {} : { level }), ...(list === null ? {} : { list }), text, spans: spans.sort(compareSpans)
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
  if (range.block < 0 || range.block >= doc.childCount) return undefined
  let start = 1
  for (let index = 0; index < range.block; index++) start += doc.child(index).nodeSize
  const size = doc.child(range.block).content.size
  return { from: start + Math.min(Math.max(range.from, 0), size), to: start + Math.min(Math.max(range.to, 0), size) }
}

/** The place in the copy of a ProseMirror position. */
export function placeOf(doc: SheetNode, position: number): { readonly block: number; readonly offset: number } {
  const $position = doc.resolve(Math.min(Math.max(position, 0), doc.content.size))
  return { block: $position.index(0), offset: $position.depth === 0 ? 0 : $position.parentOffset }
}
