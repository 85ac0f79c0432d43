import type { EditorState } from '@tiptap/pm/state'
import { copyPlaceAt, readCopyFromDoc } from '../../../editor/copy/readCopy'
import type { CommentAsked } from '../../state/stores/drafts'

/**
 * Returns the selected words of the standing copy, without white space around them. Undefined unless they lie in one
 * block.
 */
export function placeOfWords({
  doc,
  selection: { from, to },
}: Pick<EditorState, 'doc' | 'selection'>): CommentAsked['place'] {
  if (from === to) return undefined
  const start = copyPlaceAt(doc, from)
  const end = copyPlaceAt(doc, to)
  const text =
    start.block === end.block ? (readCopyFromDoc(doc)[start.block]?.text.slice(start.offset, end.offset) ?? '') : ''
  const words = text.trim()
  const at = start.offset + text.length - text.trimStart().length
  return words === '' ? undefined : { block: start.block, from: at, to: at + words.length, words }
}
