/**
 * Which marks make words a proposed insertion. The reader of the copy and the search for writers ask here: words
 * that stand for the one are never a proposal for the other.
 */
import * as Y from 'yjs'
import { markNameOf } from './markNames'
import { suggestionIdOf } from './reading/suggestionId'

/** The marks of suggestions. */
const SUGGESTION_MARKS: ReadonlySet<string> = new Set(['insertion', 'deletion', 'restyle'])

/** `open`: the proposed insertions before an item (attribute → suggestion). Notes there what the item changes. */
export function followInsertions(open: Map<string, string>, { content }: Y.Item): void {
  if (!(content instanceof Y.ContentFormat) || markNameOf(content.key) !== 'insertion') return
  const id = suggestionIdOf(content.value)
  if (id === undefined) open.delete(content.key)
  else open.set(content.key, id)
}

/** Whether an item is the mark of a suggestion that names no suggestion. */
export const isNameless = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentFormat &&
  content.value !== null &&
  SUGGESTION_MARKS.has(markNameOf(content.key)) &&
  suggestionIdOf(content.value) === undefined
