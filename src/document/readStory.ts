import * as Y from 'yjs'
import type { Block, BlockRole, CellPlace, Copy, ListKind, Span } from '../story/copy/copy'
import type { CommentThread } from '../story/copy/comment'
import { COPY_FRAGMENT, FACTS_MAP, FIELDS_MAP, SUGGESTIONS_MAP } from '../story/copy/documentSchema'
import { isFactType, type FactTag } from '../story/ledger/fact'
import { EMPTY_FIELDS, isFieldName, type Fields } from '../story/ledger/fields'
import {
  addProposed,
  readShape,
  sortProposed,
  standingBlock,
  type MarkedBlock,
  type MarkedCopy,
  type SuggestionSpan,
} from '../story/copy/markedCopy'
import { pictureOf } from '../story/copy/picture'
import { addSpan, compareSpans } from '../story/copy/spans'
import { suggestionsIn, type Suggestion, type SuggestionRecord } from '../story/copy/suggestion'
import { markNameOf } from './markNames'
import { readComments } from './readComments'

/** What a story's document holds, as plain values. */
export interface DocumentContent {
  readonly copy: Copy
  readonly tags: ReadonlyMap<string, FactTag>
  readonly fields: Fields
  readonly comments: readonly CommentThread[]
  /** Pending ones, in text order. */
  readonly suggestions: readonly Suggestion[]
}

export function readStory(doc: Y.Doc): DocumentContent {
  return {
    copy: readCopy(doc),
    tags: readTags(doc),
    fields: readFields(doc),
    comments: readComments(doc),
    suggestions: suggestionsIn(readMarkedCopy(doc), readSuggestionRecords(doc)),
  }
}

export function readCopy(doc: Y.Doc): Copy {
  return textElements(doc).map(({ element, cell }) => readBlock(element, cell))
}

/** An element that holds words: a block, a picture (its cutline), or a cell with its place. */
export interface TextElement {
  readonly element: Y.XmlElement
  readonly cell?: CellPlace
}

/** The text elements of the copy in order, one for each block of `readCopy`. What a newer version added is skipped here; guardDocument names it. */
export function textElements(doc: Y.Doc): readonly TextElement[] {
  return doc.getXmlFragment(COPY_FRAGMENT).toArray().flatMap(textElementsIn)
}

export function textElementsIn(node: unknown): readonly TextElement[] {
  if (!(node instanceof Y.XmlElement)) return []
  if (node.nodeName === 'block' || node.nodeName === 'picture') return [{ element: node }]
  if (node.nodeName !== 'table') return []
  const rows = node
    .toArray()
    .map((row) =>
      row instanceof Y.XmlElement
        ? row.toArray().filter((cell): cell is Y.XmlElement => cell instanceof Y.XmlElement && cell.nodeName === 'cell')
        : [],
    )
  // Rows without cells are none.
  return rows
    .filter((cells) => cells.length > 0)
    .flatMap((cells, row) =>
      cells.map((element, column) => ({ element, cell: placeOfCell(row, column, element.getAttribute('header')) })),
    )
}

export const placeOfCell = (row: number, column: number, header: unknown): CellPlace => ({
  row,
  column,
  ...(header === true ? { header } : {}),
})

export function blockElements(doc: Y.Doc): readonly Y.XmlElement[] {
  return textElements(doc).map(({ element }) => element)
}

export interface Delta {
  readonly insert?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** The block as it stands: what is proposed in it is left out. */
export const readBlock = (element: Y.XmlElement, cell?: CellPlace): Block =>
  standingBlock(readMarkedBlock(element, cell))

export const readMarkedCopy = (doc: Y.Doc): MarkedCopy =>
  textElements(doc).map(({ element, cell }) => readMarkedBlock(element, cell))

export function readMarkedBlock(element: Y.XmlElement, cell?: CellPlace): MarkedBlock {
  let text = ''
  const spans: Span[] = []
  const proposed: SuggestionSpan[] = []
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) {
      for (const { insert, attributes } of child.toDelta() as readonly Delta[]) {
        if (typeof insert !== 'string') continue
        const from = text.length
        text += insert
        for (const name in attributes) {
          const mark = markNameOf(name)
          const attrs = (attributes[name] ?? {}) as Record<string, unknown>
          const span = spanOf(mark, attrs, from, text.length)
          if (span) addSpan(spans, span, text)
          else {
            const suggestion = proposedSpan(mark, attrs, from, text.length)
            if (suggestion) addProposed(proposed, suggestion)
          }
        }
      }
    } else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') {
      text += '\n'
      const deletion: unknown = child.getAttribute('deletion')
      if (typeof deletion === 'string')
        addProposed(proposed, { from: text.length - 1, to: text.length, mark: 'deletion', id: deletion })
    }
  }
  const words = { text, spans: spans.sort(compareSpans), proposed: sortProposed(proposed) }
  const attributes = element.getAttributes() as Record<string, unknown>
  if (cell) return { role: 'cell', cell, ...words }
  if (element.nodeName === 'picture') return { role: 'cutline', picture: pictureOf(attributes), ...words }
  const { role, level, list, joins, becomes } = attributes
  return {
    role: (typeof role === 'string' ? role : 'paragraph') as BlockRole,
    ...(typeof level === 'number' ? { level } : {}),
    ...(typeof list === 'string' ? { list: list as ListKind } : {}),
    ...words,
    ...proposedOfBlock(joins, becomes),
  }
}

/** What is proposed of a block as a whole, from its attributes; what cannot be read proposes nothing. */
export function proposedOfBlock(joins: unknown, becomes: unknown): Pick<MarkedBlock, 'joins' | 'becomes'> {
  const [, id, text] = (typeof becomes === 'string' ? /^(\S+) (.+)$/.exec(becomes) : null) ?? []
  const shape = text === undefined ? undefined : readShape(text)
  return {
    ...(typeof joins === 'string' ? { joins } : {}),
    ...(id !== undefined && shape ? { becomes: { id, shape } } : {}),
  }
}

/** The suggestion that formatting is. A break of unknown kind is one of the line: it is never plain text. */
export function proposedSpan(
  mark: string,
  { id, as, style }: Readonly<Record<string, unknown>>,
  from: number,
  to: number,
): SuggestionSpan | undefined {
  if (typeof id !== 'string') return undefined
  if (mark === 'insertion')
    return { from, to, mark, id, ...(typeof as === 'string' ? { as: readShape(as) ?? 'line' } : {}) }
  if (mark === 'deletion') return { from, to, mark, id }
  return mark === 'restyle' && typeof style === 'string' ? { from, to, mark, id, style } : undefined
}

function spanOf(
  mark: string,
  { id, href }: Readonly<Record<string, unknown>>,
  from: number,
  to: number,
): Span | undefined {
  if (mark === 'bold' || mark === 'italic') return { from, to, mark }
  if ((mark === 'fact' || mark === 'comment') && typeof id === 'string') return { from, to, mark, id }
  return mark === 'link' && typeof href === 'string' ? { from, to, mark, href } : undefined
}

export function readSuggestionRecords(doc: Y.Doc): ReadonlyMap<string, SuggestionRecord> {
  const records = new Map<string, SuggestionRecord>()
  for (const [id, value] of doc.getMap(SUGGESTIONS_MAP)) {
    const record = readSuggestionRecord(id, value)
    if (record) records.set(id, record)
  }
  return records
}

/** A suggestion's record, or undefined when it is none. */
export function readSuggestionRecord(id: string, value: unknown): SuggestionRecord | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const { by, at } = value.toJSON() as Record<string, unknown>
  return { id, by: typeof by === 'string' ? by : '', at: typeof at === 'string' ? at : '' }
}

export function readTags(doc: Y.Doc): ReadonlyMap<string, FactTag> {
  const tags = new Map<string, FactTag>()
  for (const [id, value] of doc.getMap(FACTS_MAP)) {
    const tag = readTag(id, value)
    if (tag) tags.set(id, tag)
  }
  return tags
}

/** A fact's record, or undefined when it is none. */
export function readTag(id: string, value: unknown): FactTag | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const { type, by, at, attributedTo, statement } = value.toJSON() as Record<string, unknown>
  if (typeof type !== 'string' || !isFactType(type)) return undefined
  return {
    id,
    type,
    by: typeof by === 'string' ? by : '',
    at: typeof at === 'string' ? at : '',
    ...(typeof attributedTo === 'string' ? { attributedTo } : {}),
    ...(typeof statement === 'string' ? { statement } : {}),
  }
}

export function readFields(doc: Y.Doc): Fields {
  const stored: Record<string, unknown> = {}
  for (const [name, value] of doc.getMap(FIELDS_MAP)) if (isFieldName(name)) stored[name] = value
  return { ...EMPTY_FIELDS, ...stored }
}
