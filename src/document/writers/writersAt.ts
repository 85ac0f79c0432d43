import type * as Y from 'yjs'
import type { Copy, Range } from '../../story/copy/copy'
import { overTokens } from '../../story/copy/words/factWords'
import { STET } from '../../story/text/stet'
import { broughtPlaces } from '../merge/brought'
import type { DocumentPlace } from '../../story/ledger/events/doubts'
import { arrangersOf } from './arrangers'
import { writersOf } from './wordWriters'

/** Names of all who wrote the words at a place of the copy, typing beside a tag included, or put them together. */
export function writersAt(doc: Y.Doc, copy: Copy, ranges: readonly Range[]): ReadonlySet<string> {
  return new Set([...typistsAt(doc, copy, ranges), ...doubtedAt(doc, copy, ranges).keys()])
}

/** The same without those whom only notes of other machines name: every machine answers alike. */
export function typistsAt(doc: Y.Doc, copy: Copy, ranges: readonly Range[]): ReadonlySet<string> {
  const words = overTokens(copy, ranges)
  const writers = new Set([...writersOf(doc, words), ...arrangersOf(doc, words)])
  writers.delete(STET)
  return writers
}

/** Whom notes of other machines name, and the places of the document that are in doubt here. */
export function doubtedAt(
  doc: Y.Doc,
  copy: Copy,
  ranges: readonly Range[],
): ReadonlyMap<string, readonly DocumentPlace[]> {
  const doubted = new Map(broughtPlaces(doc, copy, overTokens(copy, ranges), 'words'))
  doubted.delete(STET)
  return doubted
}
