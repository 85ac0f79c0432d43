import type { Node as SheetNode } from '@tiptap/pm/model'
import * as Y from 'yjs'

/**
 * Writes letters that were typed into a block of plain text at the place where they were typed. The binding compares
 * letters without their marks. It would write a proposed “e” before “else” behind the “e”, and then swap the marks of
 * both: the letter that somebody else wrote would be the proposed one. The binding writes everything else, and the
 * marks of these letters.
 */
export function insertInPlace(block: Y.XmlElement, before: SheetNode, after: SheetNode): void {
  const text = block.firstChild
  if (block.length !== 1 || !(text instanceof Y.XmlText) || text.length !== before.content.size) return
  if (![before, after].every(({ children }) => children.every(({ isText }) => isText))) return
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || end === null || end.a > from) return
  const length = after.content.size - before.content.size
  if (length > 0) text.insert(from, after.textBetween(from, from + length), {})
}
