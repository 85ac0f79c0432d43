import type { Node as SheetNode } from '@tiptap/pm/model'
import { isListKind, roleOf } from '../../document/reading/readBlockNode'
import { partOf, type BlockRole, type ListKind, type Part } from '../../story/copy/copy'

/** The attributes of a `block` node. */
export interface BlockAttrs {
  readonly role: BlockRole
  readonly level: number | null
  readonly list: ListKind | null
}

export const PARAGRAPH: BlockAttrs = { role: 'paragraph', level: null, list: null }
export const HEADLINE: BlockAttrs = { role: 'headline', level: null, list: null }
export const DECK: BlockAttrs = { role: 'deck', level: null, list: null }

/** The role of the other nodes. A table has the role of its cells. */
const OTHERS: Readonly<Record<string, BlockAttrs>> = {
  table: { role: 'cell', level: null, list: null },
  row: { role: 'cell', level: null, list: null },
  cell: { role: 'cell', level: null, list: null },
  picture: { role: 'cutline', level: null, list: null },
}

/** Whether the node is a text block whose role can change and that can be joined with the next. */
export const isPlainBlock = (node: SheetNode | null | undefined): boolean => node?.type.name === 'block'

/** The attributes of a block as stored in the document. */
export function attrsOf(node: SheetNode): BlockAttrs {
  const other = OTHERS[node.type.name]
  if (other) return other
  const { role, level, list } = node.attrs as Record<string, unknown>
  return {
    role: roleOf(role),
    level: typeof level === 'number' ? level : null,
    list: isListKind(list) ? list : null,
  }
}

export const partOfNode = (node: SheetNode): Part => partOf(attrsOf(node).role)

export const sameAttrs = (a: BlockAttrs, b: BlockAttrs): boolean =>
  a.role === b.role && a.level === b.level && a.list === b.list
