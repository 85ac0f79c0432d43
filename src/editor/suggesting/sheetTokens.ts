/** The sheet as a list of tokens, to find what a transaction deleted and inserted. */
import type { Mark, Node as SheetNode } from '@tiptap/pm/model'

export type Token =
  | { readonly kind: 'char'; readonly at: number; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'break'; readonly at: number; readonly node: SheetNode }
  /** The start of a block. Without it the text belongs to the block before. */
  | { readonly kind: 'open'; readonly at: number; readonly node: SheetNode; readonly index: number }

/** Tokens that begin in `[from, to)`. Undefined if anything but text blocks is there (a table, a picture). */
export function tokensBetween(doc: SheetNode, from: number, to: number): Token[] | undefined {
  const tokens: Token[] = []
  let strange = false
  doc.nodesBetween(Math.max(from, 0), Math.min(to, doc.content.size), (node, at, parent, index) => {
    if (node.isText) {
      const text = node.text ?? ''
      for (let offset = Math.max(from - at, 0); offset < Math.min(to - at, text.length); offset++) {
        tokens.push({ kind: 'char', at: at + offset, text: text.charAt(offset), marks: node.marks })
      }
    } else if (node.type.name === 'hardBreak') {
      if (at >= from && at < to) tokens.push({ kind: 'break', at, node })
    } else if (node.type.name === 'block' && parent === doc) {
      if (at >= from && at < to) tokens.push({ kind: 'open', at, node, index })
      // A container of the whole stretch (a cell, a picture over its cutline) is not affected.
    } else strange ||= at + 1 > from || at + node.nodeSize - 1 < to
    return !strange
  })
  return strange ? undefined : tokens
}

export function sameToken(a: Token, b: Token): boolean {
  if (a.kind === 'char')
    return (
      b.kind === 'char' &&
      a.text === b.text &&
      a.marks.length === b.marks.length &&
      a.marks.every((mark, index) => b.marks[index]?.eq(mark) === true)
    )
  return a.kind === b.kind && a.node.sameMarkup((b as typeof a).node)
}
