import * as Y from 'yjs'
import type { Block, Copy, Span } from '../story/copy'
import { COPY_FRAGMENT, FACTS_MAP, FIELDS_MAP, WRITERS_MAP } from '../story/documentSchema'
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
  const doc = new Y.Doc({ gc: false })
  if (clientId !== undefined) doc.clientID = clientId
  return doc
}

export interface StoryContent {
  readonly copy: Copy
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

/** Blocks as the binding writes them: cells in rows in tables. */
export function copyElements(copy: Copy): Y.XmlElement[] {
  return groupTables(copy).map((group) => ('rows' in group ? tableElement(group.rows) : blockElement(group.block)))
}

function tableElement(rows: readonly (readonly Block[])[]): Y.XmlElement {
  const table = new Y.XmlElement('table')
  table.insert(0, rows.map((cells) => {
    const row = new Y.XmlElement('row')
    row.insert(0, cells.map((cell) => withWords(new Y.XmlElement<Attributes>('cell'), { header: cell.cell?.header ?? false }, cell)))
    return row
  }))
  return table
}

/** One block that is no cell: a text block or a picture with its cutline. */
export function blockElement(block: Block): Y.XmlElement {
  if (block.role === 'cutline') return withWords(new Y.XmlElement<Attributes>('picture'), { ...(block.picture ?? NO_PICTURE) }, block)
  return withWords(new Y.XmlElement<Attributes>('block'), {
    role: block.role, ...(block.level === undefined ? {} : { level: block.level }), ...(block.list === undefined ? {} : { list: block.list })
  }, block)
}

type Attributes = Record<string, string | number | boolean>

/** Text runs are Y.XmlText, hard breaks elements between them. */
function withWords(element: Y.XmlElement<Attributes>, attributes: Attributes, block: Block): Y.XmlElement {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  const children: (Y.XmlText | Y.XmlElement)[] = []
  let start = 0
  for (const line of block.text.split('\n')) {
    if (start > 0) children.push(new Y.XmlElement('hardBreak'))
    if (line !== '') children.push(textRun(line, start, block.spans))
    start += line.length + 1
  }
  element.insert(0, children)
  return element as Y.XmlElement
}

function textRun(line: string, start: number, spans: readonly Span[]): Y.XmlText {
  const edges = new Set([0, line.length])
  for (const span of spans) {
    for (const edge of [span.from - start, span.to - start]) if (edge > 0 && edge < line.length) edges.add(edge)
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const text = new Y.XmlText()
  text.applyDelta(cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? line.length
    const attributes: Record<string, unknown> = {}
    for (const span of spans) if (span.from - start <= from && span.to - start >= to) Object.assign(attributes, attributeOf(span))
    return { insert: line.slice(from, to), attributes }
  }))
  return text
}

export function attributeOf(span: Span): Record<string, unknown> {
  if (span.mark === 'fact' || span.mark === 'comment') return { [overlappingMarkAttribute(span.mark, span.id)]: { id: span.id } }
  return span.mark === 'link' ? { link: { href: span.href } } : { [span.mark]: {} }
}
