/**
 * Reads one block of the copy. The shared document (Yjs) and the editor's sheet (ProseMirror) hold the same nodes,
 * marks and attributes; both are read here, so that no window shows another copy than the one that is saved.
 */
import type { BlockRole, CellPlace, ListKind, Span } from '../../story/copy/copy'
import {
  addProposed,
  readShape,
  sortProposed,
  type MarkedBlock,
  type SuggestionSpan,
} from '../../story/copy/suggestions/markedCopy'
import { pictureOf } from '../../story/copy/picture'
import { addSpan, compareSpans } from '../../story/copy/spans'
import { suggestionIdOf } from './suggestionId'

type Attributes = Readonly<Record<string, unknown>>

/** Words with the marks that lie on them, or a line break inside the block. */
export type InlineNode =
  | { readonly text: string; readonly marks: Iterable<readonly [name: string, attributes: Attributes]> }
  | { readonly hardBreak: Attributes }

/** A `block`, `picture` or `cell` node. */
export interface BlockNode {
  readonly name: string
  readonly attributes: Attributes
  readonly children: Iterable<InlineNode>
  /** Of a `cell`. */
  readonly cell?: CellPlace | undefined
}

export function readBlockNode({ name, attributes, children, cell }: BlockNode): MarkedBlock {
  const words = readWords(children)
  if (cell) return { role: 'cell', cell, ...words }
  if (name === 'picture') return { role: 'cutline', picture: pictureOf(attributes), ...words }
  const { role, level, list, joins, becomes } = attributes
  return {
    role: roleOf(role),
    ...(typeof level === 'number' ? { level } : {}),
    ...(isListKind(list) ? { list } : {}),
    ...words,
    ...proposedOfBlock(joins, becomes),
  }
}

const ROLES: ReadonlySet<unknown> = new Set<BlockRole>([
  'headline',
  'deck',
  'paragraph',
  'subhead',
  'quote',
  'listItem',
])

/** The role of a `block` node; one from a newer version reads as a paragraph. */
export const roleOf = (role: unknown): BlockRole => (ROLES.has(role) ? (role as BlockRole) : 'paragraph')

export const isListKind = (list: unknown): list is ListKind => list === 'bullet' || list === 'ordered'

export const placeOfCell = (row: number, column: number, header: unknown): CellPlace => ({
  row,
  column,
  ...(header === true ? { header } : {}),
})

/** What is proposed for a block as a whole. Attributes that cannot be read propose nothing. */
export function proposedOfBlock(joins: unknown, becomes: unknown): Pick<MarkedBlock, 'joins' | 'becomes'> {
  const [, id, text] = (typeof becomes === 'string' ? /^(\S+) (.+)$/.exec(becomes) : null) ?? []
  const shape = text === undefined ? undefined : readShape(text)
  return {
    ...(typeof joins === 'string' ? { joins } : {}),
    ...(id !== undefined && shape ? { becomes: { id, shape } } : {}),
  }
}

function readWords(children: Iterable<InlineNode>): Pick<MarkedBlock, 'text' | 'spans' | 'proposed'> {
  let text = ''
  const spans: Span[] = []
  const proposed: SuggestionSpan[] = []
  for (const child of children) {
    const from = text.length
    if ('hardBreak' in child) {
      text += '\n'
      const { deletion } = child.hardBreak
      if (typeof deletion === 'string') addProposed(proposed, { from, to: text.length, mark: 'deletion', id: deletion })
      continue
    }
    text += child.text
    for (const [mark, attributes] of child.marks) {
      const span = spanOf(mark, attributes, from, text.length)
      if (span) addSpan(spans, span, text)
      const suggestion = proposedSpan(mark, attributes, from, text.length)
      if (suggestion) addProposed(proposed, suggestion)
    }
  }
  return { text, spans: spans.sort(compareSpans), proposed: sortProposed(proposed) }
}

function spanOf(mark: string, { id, href }: Attributes, from: number, to: number): Span | undefined {
  if (mark === 'bold' || mark === 'italic') return { from, to, mark }
  if ((mark === 'fact' || mark === 'comment') && typeof id === 'string') return { from, to, mark, id }
  return mark === 'link' && typeof href === 'string' ? { from, to, mark, href } : undefined
}

/** A break of unknown shape reads as a line break: it must never read as plain text. */
function proposedSpan(mark: string, attributes: Attributes, from: number, to: number): SuggestionSpan | undefined {
  const id = suggestionIdOf(attributes)
  if (id === undefined) return undefined
  const { as, style } = attributes
  if (mark === 'insertion')
    return { from, to, mark, id, ...(typeof as === 'string' ? { as: readShape(as) ?? 'line' } : {}) }
  if (mark === 'deletion') return { from, to, mark, id }
  return mark === 'restyle' && typeof style === 'string' ? { from, to, mark, id, style } : undefined
}
