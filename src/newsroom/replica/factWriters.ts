/** Who wrote what a fact rests on in the copy, as the document knows it. */
import type * as Y from 'yjs'
import { broughtWriters } from '../../document/merge/brought'
import { arrangersOf } from '../../document/writers/arrangers'
import { belongingWriters } from '../../document/writers/heads/belongingWriters'
import { writersOf } from '../../document/writers/wordWriters'
import { STET } from '../../document/writers/writersAt'
import type { Assessment } from '../../story/assessment/assessment'
import { contextRanges } from '../../story/copy/contextRanges'
import type { Copy } from '../../story/copy/copy'
import { QUOTE_LIKE } from '../../story/ledger/fact'

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
