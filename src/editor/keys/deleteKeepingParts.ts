import type { Transaction } from '@tiptap/pm/state'
import { partOfNode } from '../schema/blockAttrs'

/**
 * Deletes a stretch of the sheet. Words of one part never run into another: across headline, deck and body every part
 * loses its own words only, and the body keeps at least its last block.
 * @returns the position where the stretch began, for what comes in its place
 */
export function deleteKeepingParts(tr: Transaction, from: number, to: number): number {
  const start = Math.max(from, 1)
  const end = Math.min(to, tr.doc.content.size - 1)
  if (start >= end) return Math.max(0, Math.min(start, tr.doc.content.size))
  const first = tr.doc.resolve(start).index(0)
  const last = tr.doc.resolve(end).index(0)
  if (partOfNode(tr.doc.child(first)) === partOfNode(tr.doc.child(last))) {
    tr.delete(start, end)
    return start
  }
  const doomed: { from: number; to: number }[] = []
  tr.doc.forEach((node, offset, index) => {
    if (index < first || index > last) return
    const whole = index > first && index < last && partOfNode(node) === 'body'
    const inside = { from: Math.max(start, offset + 1), to: Math.min(end, offset + node.nodeSize - 1) }
    if (whole) doomed.push({ from: offset, to: offset + node.nodeSize })
    else if (inside.from < inside.to) doomed.push(inside)
  })
  for (const piece of doomed.reverse()) tr.delete(piece.from, piece.to)
  return start
}

/** Whether two positions lie in different parts of the sheet. */
export function crossesParts(doc: Transaction['doc'], from: number, to: number): boolean {
  const partAt = (position: number): string => {
    const index = Math.min(doc.resolve(position).index(0), doc.childCount - 1)
    return index < 0 ? '' : partOfNode(doc.child(index))
  }
  return partAt(from) !== partAt(to)
}
