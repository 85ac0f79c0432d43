/** Who wrote what a fact rests on in the copy, as the document knows it. */
import type * as Y from 'yjs'
import { broughtWriters } from '../../document/merge/brought'
import { arrangersOf } from '../../document/writers/arrangers'
import { belongingWriters } from '../../document/writers/heads/belongingWriters'
import { writersOf } from '../../document/writers/wordWriters'
import type { Assessment } from '../../story/assessment/assessment'
import { contextRanges } from '../../story/copy/contextRanges'
import type { Copy, Range } from '../../story/copy/copy'
import { overTokens } from '../../story/copy/factWords'
import { QUOTE_LIKE } from '../../story/ledger/fact'

/** Puts words back that were taken away without the pen, and writes none. */
const STET = 'Stet'

/** Names of all who wrote in the context of a fact: its sentences, or its whole grafs if it is quote-like. */
export function contextWriters(doc: Y.Doc, copy: Copy, { ranges, tag, record }: Assessment): readonly string[] {
  const type = record.type ?? tag.type
  const around = contextRanges(copy, ranges, QUOTE_LIKE.has(type))
  const writers = new Set(writersOf(doc, around, QUOTE_LIKE.has(type) ? 'block' : 'sentence'))
  for (const name of arrangersOf(doc, around)) writers.add(name)
  for (const name of belongingWriters(doc, copy, ranges)) writers.add(name)
  for (const name of broughtWriters(doc, copy, around, 'context')) writers.add(name)
  writers.delete(STET)
  return [...writers].sort()
}

/** Names of all who wrote the words at a place of the copy, typing beside a tag included, or put them together. */
export function writersAt(doc: Y.Doc, copy: Copy, ranges: readonly Range[]): ReadonlySet<string> {
  const words = overTokens(copy, ranges)
  const brought = broughtWriters(doc, copy, words, 'words')
  const writers = new Set([...writersOf(doc, words), ...arrangersOf(doc, words), ...brought])
  writers.delete(STET)
  return writers
}
