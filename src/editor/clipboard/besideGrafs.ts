/** Puts tables and pictures beside the grafs. They divide none: in a divided sentence the verdicts on facts lapse. */
import type { Node as SheetNode, ResolvedPos } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { insertBlocks } from './insertBlocks'

/**
 * Where a table or picture goes: after the graf, or before it if the place is its start; after another picture;
 * between blocks. Undefined outside the body and in cells.
 */
export function placeBeside($at: ResolvedPos): number | undefined {
  if ($at.index(0) < 2 || $at.depth > 1) return undefined
  if ($at.depth === 0) return $at.pos
  if ($at.parent.type.name === 'picture') return $at.after()
  if ($at.parent.type.name !== 'block') return undefined
  return $at.parentOffset === 0 ? $at.pos : $at.end()
}

/** Puts a table or picture at a place of `placeBeside`. It replaces an empty graf. */
export function putBeside(tr: Transaction, place: number, node: SheetNode): void {
  if (tr.doc.resolve(place).depth === 0) tr.insert(place, node)
  else insertBlocks(tr, place, place, [node])
}
