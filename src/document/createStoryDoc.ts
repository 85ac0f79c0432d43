import * as Y from 'yjs'
import type { Block, Copy, Span } from '../story/copy/copy'
import type { MarkedBlock, SuggestionSpan } from '../story/copy/markedCopy'
import type { SuggestionRecord } from '../story/copy/suggestion'
import type { CommentThread } from '../story/copy/comment'
import {
  COMMENTS_MAP,
  COPY_FRAGMENT,
  FACTS_MAP,
  FIELDS_MAP,
  SUGGESTIONS_MAP,
  WRITERS_MAP,
} from '../story/copy/documentSchema'
import type { FactTag } from '../story/ledger/fact'
import type { Fields } from '../story/ledger/fields'
import {
  planBlock,
  planComment,
  planCopy,
  planReplies,
  planSuggestion,
  planTag,
  planWords,
  type ElementPlan,
  type TextPlan,
} from './copyPlan'

/** The blocks every new story starts with: made once, by the library's owner; replicas only sync. */
export const BLANK_COPY: Copy = [
  { role: 'headline', text: '', spans: [] },
  { role: 'deck', text: '', spans: [] },
  { role: 'paragraph', text: '', spans: [] },
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

export const setFactTag = (doc: Y.Doc, tag: FactTag): void =>
  void doc.getMap(FACTS_MAP).set(tag.id, new Y.Map(planTag(tag)))

/** The record of a thread; its marks are the copy's own. */
export function setCommentRecord(doc: Y.Doc, thread: CommentThread): void {
  const record = new Y.Map<unknown>(planComment(thread))
  record.set('replies', Y.Array.from(planReplies(thread)))
  doc.getMap(COMMENTS_MAP).set(thread.id, record)
}

export const setSuggestionRecord = (doc: Y.Doc, record: SuggestionRecord): void =>
  void doc.getMap(SUGGESTIONS_MAP).set(record.id, new Y.Map(planSuggestion(record)))

export const copyElements = (copy: readonly (Block | MarkedBlock)[]): Y.XmlElement[] => planCopy(copy).map(elementOf)

/** One block that is no cell: a text block or a picture with its cutline. */
export const blockElement = (block: Block | MarkedBlock): Y.XmlElement => elementOf(planBlock(block))

/** The children of a block element. */
export const inlineNodes = (
  text: string,
  spans: readonly Span[],
  proposed: readonly SuggestionSpan[],
): (Y.XmlText | Y.XmlElement)[] => planWords(text, spans, proposed).map(nodeOf)

const nodeOf = (plan: ElementPlan | TextPlan): Y.XmlText | Y.XmlElement =>
  'runs' in plan ? textOf(plan) : elementOf(plan)

function elementOf({ name, attributes, children }: ElementPlan): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, string | number | boolean>>(name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  element.insert(0, children.map(nodeOf))
  return element as Y.XmlElement
}

function textOf({ runs }: TextPlan): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta([...runs])
  return text
}
