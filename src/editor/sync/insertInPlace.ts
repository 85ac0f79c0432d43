import type { Mark, Node as SheetNode } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { overlappingMarkAttribute } from '../../document/markNames'

/**
 * Writes letters that were typed into a block of plain text at the place where they were typed, where the binding would
 * write them elsewhere. It compares letters without their marks: it would write a proposed “e” before “else” behind the
 * “e”, and then swap the marks of both. The letter that somebody else wrote would be the proposed one. Everything else
 * is left to the binding.
 */
export function insertInPlace(block: Y.XmlElement, before: SheetNode, after: SheetNode): void {
  const text = block.firstChild
  if (block.length !== 1 || !(text instanceof Y.XmlText) || text.length !== before.content.size) return
  if (![before, after].every(({ children }) => children.every(({ isText }) => isText))) return
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || end === null || end.a > from) return
  const length = after.content.size - before.content.size
  const typed = after.nodeAt(from)
  const letterAt = (block: SheetNode): string => block.textBetween(from, Math.min(from + 1, block.content.size))
  const isAmbiguous = letterAt(before) === letterAt(after)
  if (length <= 0 || !isAmbiguous || typed === null || from + length > endOf(after, from)) return
  text.insert(from, after.textBetween(from, from + length), attributesOf(typed.marks))
}

/** Where the letters end that have the same marks as the one behind `position`. */
function endOf(block: SheetNode, position: number): number {
  const { node, offset } = block.childAfter(position)
  return offset + (node?.nodeSize ?? 0)
}

/** The formatting of these marks, as the binding writes it. */
const attributesOf = (marks: readonly Mark[]): Record<string, unknown> =>
  Object.fromEntries(
    marks.map(({ type, attrs }) => [
      type.excludes(type) ? type.name : overlappingMarkAttribute(type.name as 'fact', attrs),
      attrs,
    ]),
  )
