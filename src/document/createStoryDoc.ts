import * as Y from 'yjs'
import type { Block, Copy } from '../story/copy/copy'
import type { MarkedBlock } from '../story/copy/suggestions/markedCopy'
import type { SuggestionRecord } from '../story/copy/suggestions/suggestion'
import type { CommentThread } from '../story/copy/comment'
import {
  COMMENTS_MAP,
  COPY_FRAGMENT,
  FACTS_MAP,
  FIELDS_MAP,
  SUGGESTIONS_MAP,
  WRITERS_MAP,
} from '../story/copy/documentSchema'
import type { FactTag } from '../story/ledger/facts/fact'
import type { Fields } from '../story/ledger/fields'
import { copyElements } from './reading/storyElements'

/** The first blocks of a new story. Only the library's owner makes them; replicas sync. */
export const BLANK_COPY: Copy = [
  { role: 'headline', text: '', spans: [] },
  { role: 'deck', text: '', spans: [] },
  { role: 'paragraph', text: '', spans: [] },
]

/** An empty document as every replica uses it. Deleted words stay readable (`gc: false`). */
export const newDoc = (clientId?: number): Y.Doc => {
  const doc = new Y.Doc({ gc: false, guid: 'story' })
  if (clientId !== undefined) doc.clientID = clientId
  return doc
}

export interface StoryContent {
  /** Marked blocks carry pending suggestions. */
  readonly copy: readonly (Block | MarkedBlock)[]
  readonly suggestions?: readonly SuggestionRecord[]
  readonly comments?: readonly CommentThread[]
  readonly fields: Partial<Fields>
  readonly tags?: readonly FactTag[]
}

/** Makes a new story's document. `writer`: the person behind `clientId`, as author of the words. */
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

/** Loads a document from updates in one transaction, because Yjs' mergeUpdates is superlinear. */
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

/** The document of createStoryDoc as one update, as a store keeps it. */
export const createStoryState = (content: StoryContent, clientId: number, writer: string): Uint8Array =>
  Y.encodeStateAsUpdate(createStoryDoc(content, clientId, writer))

export const setFactTag = (doc: Y.Doc, { id, ...tag }: FactTag): void =>
  void doc.getMap(FACTS_MAP).set(id, new Y.Map(definedEntries(tag)))

/** The record of a thread. Its marks belong to the copy. */
export function setCommentRecord(doc: Y.Doc, thread: CommentThread): void {
  const { by, at, text, words, mustFix, mustFixBy, assignee, resolved } = thread
  const record = new Y.Map<unknown>(
    definedEntries({
      by,
      at,
      text,
      words,
      mustFix,
      mustFixBy,
      assignee,
      ...(resolved ? { resolvedBy: resolved.by, resolvedAt: resolved.at } : {}),
    }),
  )
  record.set('replies', Y.Array.from(thread.replies.map((reply) => ({ ...reply }))))
  doc.getMap(COMMENTS_MAP).set(thread.id, record)
}

export const setSuggestionRecord = (doc: Y.Doc, { id, by, at }: SuggestionRecord): void =>
  void doc.getMap(SUGGESTIONS_MAP).set(id, new Y.Map(Object.entries({ by, at })))

const definedEntries = (values: object): [string, unknown][] =>
  Object.entries(values).filter(([, value]) => value !== undefined)
