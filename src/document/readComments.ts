/**
 * Reads the comments of a story's document: a record for each thread. A thread on words has a mark with the same id.
 */
import * as Y from 'yjs'
import type { CommentReply, CommentThread } from '../story/copy/comment'
import { COMMENTS_MAP } from '../story/copy/documentSchema'

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
  const text = (name: string): string => (typeof stored[name] === 'string' ? stored[name] : '')
  if (text('by') === '' || text('text') === '') return undefined
  return {
    id,
    by: text('by'),
    at: text('at'),
    text: text('text'),
    ...(typeof stored['words'] === 'string' ? { words: stored['words'] } : {}),
    mustFix: stored['mustFix'] === true,
    assignee: text('assignee'),
    ...(text('resolvedBy') === '' ? {} : { resolved: { by: text('resolvedBy'), at: text('resolvedAt') } }),
    replies: Array.isArray(stored['replies']) ? stored['replies'].flatMap(readReply) : [],
  }
}

function readReply(value: unknown): readonly CommentReply[] {
  const { by, at, text } = (value ?? {}) as Record<string, unknown>
  return typeof by === 'string' && typeof text === 'string' ? [{ by, at: typeof at === 'string' ? at : '', text }] : []
}
