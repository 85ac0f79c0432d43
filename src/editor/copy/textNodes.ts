import type { Node as SheetNode } from '@tiptap/pm/model'

/** A node with text: a block, a cell, or a picture with its cutline. */
export interface PlacedText {
  readonly node: SheetNode
  /** Position before the node. */
  readonly position: number
}

/** Calls `visit` with each text node, in the order of `readCopyFromDoc`. */
export function eachTextNode(doc: SheetNode, visit: (node: SheetNode, position: number) => void): void {
  doc.forEach((node, offset) => {
    if (node.isTextblock) visit(node, offset)
    else
      node.descendants((inner, position) => {
        if (!inner.isTextblock) return true
        visit(inner, offset + 1 + position)
        return false
      })
  })
}

/** The text nodes of a stretch, also those that it only touches at an edge. */
export function textNodesBetween(doc: SheetNode, from: number, to: number): PlacedText[] {
  const found: PlacedText[] = []
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock) found.push({ node, position })
    return !node.isTextblock
  })
  return found
}

/** The number of blocks that a node of the sheet makes in the copy. */
export const countTexts = (node: SheetNode): number => {
  if (node.isTextblock) return 1
  let count = 0
  node.forEach((row) => (count += row.childCount))
  return count
}
