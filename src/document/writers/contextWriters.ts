/** Who wrote what words rest on in the copy. */
import type * as Y from 'yjs'
import { contextRanges, rangesBeside } from '../../story/copy/words/contextRanges'
import type { Copy, Range } from '../../story/copy/copy'
import { broughtWriters } from '../merge/brought'
import { arrangersOf } from './arrangers'
import { belongingWriters } from './heads/belongingWriters'
import { takersOfDenials } from './heads/goneDenials'
import { writersOf } from './wordWriters'
import { STET } from '../../story/text/stet'

/**
 * Names of all who wrote in the sentences around a range, or in its whole grafs, and in what these belong to, and of
 * those who took away what denied them. `edges`: which deletions at those of sentences count.
 */
export function contextWriters(
  doc: Y.Doc,
  copy: Copy,
  ranges: readonly Range[],
  wholeGrafs: boolean,
  edges: 'sentence' | 'knownSentence' = 'sentence',
): ReadonlySet<string> {
  const around = contextRanges(copy, ranges, wholeGrafs)
  const writers = new Set(writersOf(doc, around, wholeGrafs ? 'block' : edges))
  for (const name of arrangersOf(doc, around)) writers.add(name)
  for (const name of belongingWriters(doc, copy, ranges)) writers.add(name)
  for (const name of takersOfDenials(doc, copy, ranges)) writers.add(name)
  for (const name of broughtWriters(doc, copy, around, 'context')) writers.add(name)
  writers.delete(STET)
  return writers
}

/**
 * Names of all who wrote in the sentences around a range or in those beside them, also who took one of these away: a
 * sentence may deny the one before it.
 */
export function writersBeside(doc: Y.Doc, copy: Copy, ranges: readonly Range[]): ReadonlySet<string> {
  const writers = new Set(contextWriters(doc, copy, ranges, false))
  const { ranges: beside, atEnds } = rangesBeside(copy, ranges)
  for (const name of writersOf(doc, beside, 'sentence')) writers.add(name)
  // Of what went at the end of a graf nothing is left beside it.
  for (const name of writersOf(doc, atEnds, 'block')) writers.add(name)
  for (const name of arrangersOf(doc, beside)) writers.add(name)
  for (const name of broughtWriters(doc, copy, beside, 'context')) writers.add(name)
  writers.delete(STET)
  return writers
}
