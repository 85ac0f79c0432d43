/**
 * Reads the comments of a story's document: a record for each thread. A thread on words has a mark with the same id.
 * What its writer deleted stays in the record and is not read. A deleted comment is read as long as somebody else's
 * answer is in it: an answer may have been written on another machine, and must not go with the question.
 */
import * as Y from 'yjs'
import type { CommentReply, CommentThread } from '../../story/copy/comment'
import { COMMENTS_MAP } from '../../story/copy/documentSchema'
import { isRecord } from '../../story/text/isRecord'

/** The name in a record of what became of an answer since. An answer is known by its writer and its instant. */
export const changeOfAnswer = ({ by, at }: Pick<CommentReply, 'by' | 'at'>): string => `answer ${at} ${by}`

/** What became of the words of a comment or an answer. */
export interface SaidSince {
  readonly text?: string
  readonly editedAt?: string
  /** '' when it was restored. */
  readonly deletedAt?: string
}

/** The comment of a record, deleted or not. Undefined when there is none. */
export function readDeletedComment(doc: Y.Doc, id: string): CommentThread | undefined {
  const value = doc.getMap(COMMENTS_MAP).get(id)
  return value instanceof Y.Map ? readRecord(id, value.toJSON() as Record<string, unknown>) : undefined
}

export function readComments(doc: Y.Doc): readonly CommentThread[] {
  const threads: CommentThread[] = []
  for (const [id, value] of doc.getMap(COMMENTS_MAP)) {
    const thread = readComment(id, value)
    if (thread) threads.push(thread)
  }
  return threads
}

/** Undefined when the value is no record of a comment. */
function readComment(id: string, value: unknown): CommentThread | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const stored = value.toJSON() as Record<string, unknown>
  const thread = readRecord(id, stored)
  const isDeleted = typeof stored['deletedAt'] === 'string' && stored['deletedAt'] !== ''
  return isDeleted && thread?.replies.every(({ by }) => by === thread.by) === true ? undefined : thread
}

function readRecord(id: string, stored: Readonly<Record<string, unknown>>): CommentThread | undefined {
  const text = (name: string): string => (typeof stored[name] === 'string' ? stored[name] : '')
  if (text('by') === '' || text('text') === '') return undefined
  return {
    id,
    by: text('by'),
    at: text('at'),
    text: text('text'),
    ...(text('editedAt') === '' ? {} : { edited: text('editedAt') }),
    ...(typeof stored['words'] === 'string' ? { words: stored['words'] } : {}),
    mustFix: stored['mustFix'] === true,
    ...(text('mustFixBy') === '' ? {} : { mustFixBy: text('mustFixBy') }),
    assignee: text('assignee'),
    ...(text('resolvedBy') === '' ? {} : { resolved: { by: text('resolvedBy'), at: text('resolvedAt') } }),
    replies: Array.isArray(stored['replies']) ? stored['replies'].flatMap((reply) => readReply(reply, stored)) : [],
  }
}

function readReply(value: unknown, stored: Readonly<Record<string, unknown>>): readonly CommentReply[] {
  const { by, at: instant, text } = (value ?? {}) as Record<string, unknown>
  if (typeof by !== 'string' || typeof text !== 'string') return []
  const at = typeof instant === 'string' ? instant : ''
  const since = saidSince(stored[changeOfAnswer({ by, at })])
  if (since.deletedAt) return []
  return [{ by, at, text: since.text || text, ...(since.editedAt ? { edited: since.editedAt } : {}) }]
}

/** Parses what became of an answer. What is no text counts as absent. */
export function saidSince(value: unknown): SaidSince {
  if (!isRecord(value)) return {}
  const { text, editedAt, deletedAt } = value
  return {
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof editedAt === 'string' ? { editedAt } : {}),
    ...(typeof deletedAt === 'string' ? { deletedAt } : {}),
  }
}
