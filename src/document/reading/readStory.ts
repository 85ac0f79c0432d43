import * as Y from 'yjs'
import type { Block, CellPlace, Copy } from '../../story/copy/copy'
import type { CommentThread } from '../../story/copy/comment'
import { COPY_FRAGMENT, FACTS_MAP, FIELDS_MAP, SUGGESTIONS_MAP } from '../../story/copy/documentSchema'
import { isFactType, type FactTag } from '../../story/ledger/facts/fact'
import { EMPTY_FIELDS, isFieldName, type Fields } from '../../story/ledger/fields'
import { standingBlock, type MarkedBlock, type MarkedCopy } from '../../story/copy/suggestions/markedCopy'
import { suggestionsIn, type Suggestion, type SuggestionRecord } from '../../story/copy/suggestions/suggestion'
import { markNameOf } from '../markNames'
import { placeOfCell, readBlockNode, type InlineNode } from './readBlockNode'
import { readComments } from './readComments'

/** The content of a story's document as plain values. */
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

/**
 * The text elements of the copy in order, one for each block of `readCopy`. Skips unknown nodes; guardDocument names
 * them.
 */
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
  // Rows without cells do not count.
  return rows
    .filter((cells) => cells.length > 0)
    .flatMap((cells, row) =>
      cells.map((element, column) => ({ element, cell: placeOfCell(row, column, element.getAttribute('header')) })),
    )
}

export function blockElements(doc: Y.Doc): readonly Y.XmlElement[] {
  return textElements(doc).map(({ element }) => element)
}

export interface Delta {
  readonly insert?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** The standing block, without pending suggestions. */
export const readBlock = (element: Y.XmlElement, cell?: CellPlace): Block =>
  standingBlock(readMarkedBlock(element, cell))

export const readMarkedCopy = (doc: Y.Doc): MarkedCopy =>
  textElements(doc).map(({ element, cell }) => readMarkedBlock(element, cell))

export const readMarkedBlock = (element: Y.XmlElement, cell?: CellPlace): MarkedBlock =>
  readBlockNode({ name: element.nodeName, attributes: element.getAttributes(), children: inlineNodesIn(element), cell })

function* inlineNodesIn(element: Y.XmlElement): Generator<InlineNode> {
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) yield* runsOf(child)
    else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') yield { hardBreak: child.getAttributes() }
  }
}

function* runsOf(text: Y.XmlText): Generator<InlineNode> {
  for (const { insert, attributes = {} } of text.toDelta() as readonly Delta[]) {
    if (typeof insert !== 'string') continue
    const marks = Object.entries(attributes).map(
      ([name, value]) => [markNameOf(name), (value ?? {}) as Readonly<Record<string, unknown>>] as const,
    )
    yield { text: insert, marks }
  }
}

export function readSuggestionRecords(doc: Y.Doc): ReadonlyMap<string, SuggestionRecord> {
  const records = new Map<string, SuggestionRecord>()
  for (const [id, value] of doc.getMap(SUGGESTIONS_MAP)) {
    const record = readSuggestionRecord(id, value)
    if (record) records.set(id, record)
  }
  return records
}

/** Undefined when the value is no record of a suggestion. */
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

/** Undefined when the value is no record of a fact. */
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
