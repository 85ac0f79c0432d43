/** Who wrote what words rest on in the copy. */
import type * as Y from 'yjs'
import { contextRanges } from '../../story/copy/contextRanges'
import type { Copy, Range } from '../../story/copy/copy'
import { broughtWriters } from '../merge/brought'
import { arrangersOf } from './arrangers'
import { belongingWriters } from './heads/belongingWriters'
import { writersOf } from './wordWriters'
import { STET } from './writersAt'

/** Names of all who wrote in the sentences around a range, or in its whole grafs, and in what these belong to. */
export function contextWriters(
  doc: Y.Doc,
  copy: Copy,
  ranges: readonly Range[],
  wholeGrafs: boolean,
): ReadonlySet<string> {
  const around = contextRanges(copy, ranges, wholeGrafs)
  const writers = new Set(writersOf(doc, around, wholeGrafs ? 'block' : 'sentence'))
  for (const name of arrangersOf(doc, around)) writers.add(name)
  for (const name of belongingWriters(doc, copy, ranges)) writers.add(name)
  for (const name of broughtWriters(doc, copy, around, 'context')) writers.add(name)
  writers.delete(STET)
  return writers
}
