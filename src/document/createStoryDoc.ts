import * as Y from 'yjs'
import type { Block, Copy, Span } from '../story/copy'
import { writeShape, type MarkedBlock, type SuggestionSpan } from '../story/markedCopy'
import type { SuggestionRecord } from '../story/suggestion'
import type { CommentThread } from '../story/comment'
import { COMMENTS_MAP, COPY_FRAGMENT, FACTS_MAP, FIELDS_MAP, SUGGESTIONS_MAP, WRITERS_MAP } from '../story/documentSchema'
import type { FactTag } from '../story/fact'
import type { Fields } from '../story/fields'
import { NO_PICTURE } from '../story/picture'
import { groupTables } from '../story/tables'
import { overlappingMarkAttribute } from './markNames'

/** The blocks every new story starts with: made once, by the library's owner; replicas only sync. */
export const BLANK_COPY: Copy = [
  { role: 'headline', text: '', spans: [] },
  { role: 'deck', text: '', spans: [] },
  { role: 'paragraph', text: '', spans: [] }
]

/** An empty document of the kind every replica uses: deleted words stay recoverable. */
export const newDoc = (clientId?: number): Y.Doc => {
  const doc = new Y.Doc({ gc: false, guid: 'story' })
  if (clientId !== undefined) doc.clientID = clientId
  return doc
}

export interface StoryContent {
  /** With what is proposed in it, when there is something. */
  readonly copy: readonly (Block | MarkedBlock)[]
  readonly suggestions?: readonly SuggestionRecord[]
  readonly comments?: readonly CommentThread[]
  readonly fields: Partial<Fields>
  readonly tags?: readonly FactTag[]
}

/** A new story's document. `writer` is noted for `clientId`, so that the words have an author. */
export function createStoryDoc(content: StoryContent, clientId: number, writer: string): Y.Doc {
  const doc = newDoc(clientId)
  doc.transact(() => {
    registerWriter(doc, clientId, writer)
    doc.getXmlFragment(COPY_FRAGMENT).insert(0, copyElements(content.copy))
    const fields = doc.getMap(FIELDS_MAP)
    for (const [name, value] of Object.entries(content.fields)) fields.set(name, value)
    for (const tag of content.tags ?? []) setFactTag(doc, tag)
    for (const record of content.suggestions ?? []) setSuggestionRecord(doc, record)
    for (const thread of content.comments ?? []) setCommentRecord(doc, thread)
  })
  return doc
}

/** Loads a document from stored updates, in one transaction (mergeUpdates is superlinear). */
export function loadDoc(updates: readonly Uint8Array[], clientId?: number): Y.Doc {
  const doc = newDoc(clientId)
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

export const registerWriter = (doc: Y.Doc, clientId: number, name: string): void => {
  doc.getMap(WRITERS_MAP).set(String(clientId), name)
}

export function setFactTag(doc: Y.Doc, tag: FactTag): void {
  const record = new Y.Map<string>()
  const { id, ...rest } = tag
  for (const [name, value] of Object.entries(rest)) if (typeof value === 'string') record.set(name, value)
  doc.getMap(FACTS_MAP).set(id, record)
}

/** The record of a thread; its marks are the copy's own. */
export function setCommentRecord(doc: Y.Doc, { id, by, at, text, words, mustFix, assignee, resolved, replies }: CommentThread): void {
  const record = new Y.Map<unknown>()
  const values = { by, at, text, words, mustFix, assignee, ...(resolved ? { resolvedBy: resolved.by, resolvedAt: resolved.at } : {}) }
  for (const [name, value] of Object.entries(values)) if (value !== undefined) record.set(name, value)
  record.set('replies', Y.Array.from(replies.map((reply) => ({ ...reply }))))
  doc.getMap(COMMENTS_MAP).set(id, record)
}

export function setSuggestionRecord(doc: Y.Doc, { id, by, at }: SuggestionRecord): void {
  const record = new Y.Map<string>()
  record.set('by', by)
  record.set('at', at)
  doc.getMap(SUGGESTIONS_MAP).set(id, record)
}

/** Blocks as the binding writes them: cells in rows in tables. */
export function copyElements(copy: readonly (Block | MarkedBlock)[]): Y.XmlElement[] {
  return groupTables(copy).map((group) => ('rows' in group ? tableElement(group.rows) : blockElement(group.block)))
}

function tableElement(rows: readonly (readonly (Block | MarkedBlock)[])[]): Y.XmlElement {
  const table = new Y.XmlElement('table')
  table.insert(0, rows.map((cells) => {
    const row = new Y.XmlElement('row')
    row.insert(0, cells.map((cell) => withWords(new Y.XmlElement<Attributes>('cell'), { header: cell.cell?.header ?? false }, cell)))
    return row
  }))
  return table
}

/** One block that is no cell: a text block or a picture with its cutline. */
export function blockElement(block: Block | MarkedBlock): Y.XmlElement {
  if (block.role === 'cutline') return withWords(new Y.XmlElement<Attributes>('picture'), { ...(block.picture ?? NO_PICTURE) }, block)
  return withWords(new Y.XmlElement<Attributes>('block'), {
    role: block.role, ...(block.level === undefined ? {} : { level: block.level }), ...(block.list === undefined ? {} : { list: block.list }),
    ...('joins' in block && block.joins !== undefined ? { joins: block.joins } : {}),
    ...('becomes' in block && block.becomes !== undefined ? { becomes: `${block.becomes.id} ${writeShape(block.becomes.shape)}` } : {})
  }, block)
}

type Attributes = Record<string, string | number | boolean>

function withWords(element: Y.XmlElement<Attributes>, attributes: Attributes, block: Block | MarkedBlock): Y.XmlElement {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.insert(0, inlineNodes(block.text, block.spans, 'proposed' in block ? block.proposed : []))
  return element as Y.XmlElement
}

/** The children of a block element. Each line is one text; a break between them is an element. */
export function inlineNodes(text: string, spans: readonly Span[], proposed: readonly SuggestionSpan[]): (Y.XmlText | Y.XmlElement)[] {
  const children: (Y.XmlText | Y.XmlElement)[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (start > 0) children.push(breakElement(proposed.find((span) => span.mark === 'deletion' && span.from < start && span.to >= start)?.id))
    if (line !== '') children.push(textRun(line, start, spans, proposed))
    start += line.length + 1
  }
  return children
}

function breakElement(deletion: string | undefined): Y.XmlElement {
  const element = new Y.XmlElement('hardBreak')
  if (deletion !== undefined) element.setAttribute('deletion', deletion)
  return element
}

function textRun(line: string, start: number, spans: readonly Span[], proposed: readonly SuggestionSpan[]): Y.XmlText {
  const edges = new Set([0, line.length])
  for (const span of [...spans, ...proposed]) {
    for (const edge of [span.from - start, span.to - start]) if (edge > 0 && edge < line.length) edges.add(edge)
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const text = new Y.XmlText()
  text.applyDelta(cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? line.length
    const attributes: Record<string, unknown> = {}
    for (const span of spans) if (span.from - start <= from && span.to - start >= to) Object.assign(attributes, attributeOf(span))
    for (const span of proposed) if (span.from - start <= from && span.to - start >= to) Object.assign(attributes, attributeOfProposed(span))
    return { insert: line.slice(from, to), attributes }
  }))
  return text
}

const overlappingMark = (mark: Parameters<typeof overlappingMarkAttribute>[0], attrs: Readonly<Record<string, string | null>>): Record<string, unknown> =>
  ({ [overlappingMarkAttribute(mark, attrs)]: attrs })

/** The formatting of a pending suggestion's mark, as the binding writes it. */
export function attributeOfProposed(span: SuggestionSpan): Record<string, unknown> {
  switch (span.mark) {
    case 'insertion': return overlappingMark('insertion', { id: span.id, as: span.as === undefined ? null : span.as === 'line' ? 'line' : writeShape(span.as) })
    case 'deletion': return overlappingMark('deletion', { id: span.id })
    case 'restyle': return overlappingMark('restyle', { id: span.id, style: span.style })
  }
}

export function attributeOf(span: Span): Record<string, unknown> {
  if (span.mark === 'fact' || span.mark === 'comment') return overlappingMark(span.mark, { id: span.id })
  return span.mark === 'link' ? { link: { href: span.href } } : { [span.mark]: {} }
}
