import type { Node as SheetNode } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { isPlainBlock, PARAGRAPH, partOfNode } from '../schema/blockAttrs'
import { blockType } from './normaliser'
import { textNodesBetween } from './textNodes'

/**
 * Deletes a stretch of the sheet. Text of different parts never joins: headline, deck and body each lose their own
 * text, and the body keeps its last block. The same holds for cells and cutlines; tables and pictures inside the
 * stretch are deleted whole. @returns the position where the stretch began
 */
export function deleteKeepingParts(tr: Transaction, from: number, to: number): number {
  const start = Math.max(from, 1)
  const end = Math.min(to, tr.doc.content.size - 1)
  if (start >= end) return Math.max(0, Math.min(start, tr.doc.content.size))
  if (!crossesParts(tr.doc, start, end)) {
    tr.delete(start, end)
    return start
  }
  const first = tr.doc.resolve(start).index(0)
  const last = tr.doc.resolve(end).index(0)
  const doomed: { from: number; to: number }[] = []
  tr.doc.forEach((node, offset, index) => {
    if (index < first || index > last) return
    const isInside = index > first && index < last && partOfNode(node) === 'body'
    // A selected table or picture dies whole, too.
    const isSelected = !isPlainBlock(node) && from <= offset && to >= offset + node.nodeSize
    if (isInside || isSelected) doomed.push({ from: offset, to: offset + node.nodeSize })
    else {
      for (const { node: text, position } of textNodesBetween(
        tr.doc,
        Math.max(start, offset),
        Math.min(end, offset + node.nodeSize),
      )) {
        const inside = { from: Math.max(start, position + 1), to: Math.min(end, position + text.nodeSize - 1) }
        if (inside.from < inside.to) doomed.push(inside)
      }
    }
  })
  for (const piece of doomed.reverse()) tr.delete(piece.from, piece.to)
  return start
}

/**
 * Deletes a stretch to put text in its place. A paragraph takes the place of a selected table or picture. @returns the
 * position for the text
 */
export function deleteForText(tr: Transaction, from: number, to: number): number {
  const at = deleteKeepingParts(tr, from, to)
  const $at = tr.doc.resolve(at)
  if ($at.parent.isTextblock) return at
  if ($at.depth > 0 || $at.index(0) < 2) return TextSelection.near($at).head
  tr.insert(at, blockType(tr.doc).create({ ...PARAGRAPH }))
  return at + 1
}

/** Whether text at two positions must not join: different parts, different cells, or a cutline and other text. */
export function crossesParts(doc: Transaction['doc'], from: number, to: number): boolean {
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  if ($from.sameParent($to) && $from.parent.isTextblock) return false
  const at = (index: number): SheetNode | undefined =>
    doc.childCount === 0 ? undefined : doc.child(Math.min(index, doc.childCount - 1))
  const [first, last] = [at($from.index(0)), at($to.index(0))]
  if (!first || !last) return false
  return !isPlainBlock(first) || !isPlainBlock(last) || partOfNode(first) !== partOfNode(last)
}
