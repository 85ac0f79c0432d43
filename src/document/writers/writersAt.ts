import type * as Y from 'yjs'
import type { Copy, Range } from '../../story/copy/copy'
import { overTokens } from '../../story/copy/words/factWords'
import { STET } from '../../story/text/stet'
import { broughtWriters } from '../merge/brought'
import { arrangersOf } from './arrangers'
import { writersOf } from './wordWriters'

/** Names of all who wrote the words at a place of the copy, typing beside a tag included, or put them together. */
export function writersAt(
  doc: Y.Doc,
  copy: Copy,
  ranges: readonly Range[],
  edges: 'words' | 'knownWords' = 'words',
): ReadonlySet<string> {
  const words = overTokens(copy, ranges)
  const brought = broughtWriters(doc, copy, words, 'words')
  const writers = new Set([...writersOf(doc, words, edges), ...arrangersOf(doc, words), ...brought])
  writers.delete(STET)
  return writers
}
