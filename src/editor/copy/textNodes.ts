import type { Node as SheetNode } from '@tiptap/pm/model'

/** A node that holds words: a block, a cell, or a picture with its cutline. */
export interface PlacedText {
  readonly node: SheetNode
  /** Position before the node. */
  readonly position: number
}

/** Calls `visit` with each node that holds words, in the order of `readCopyFromDoc`. */
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

/** The nodes of a stretch that hold words; those that it only touches at an edge among them. */
export function textNodesBetween(doc: SheetNode, from: number, to: number): PlacedText[] {
  const found: PlacedText[] = []
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock) found.push({ node, position })
    return !node.isTextblock
  })
  return found
}

/** How many blocks of the copy a node of the sheet makes. */
export const countTexts = (node: SheetNode): number => {
  if (node.isTextblock) return 1
  let count = 0
  node.forEach((row) => (count += row.childCount))
  return count
}
