// oxlint-disable-next-line typescript/triple-slash-reference -- types for every program that includes this file
/// <reference path="./bidi-js.d.ts" />
/**
 * The order in which a line shows its characters (Unicode bidi algorithm). Stored text and shown text differ for
 * right-to-left scripts and for direction signs, and a person signs what is shown.
 */
import bidiFactory from 'bidi-js'
import { lazy } from '../text/lazy'

/** Letters of right-to-left scripts (the last ones by their high surrogates), and direction signs. */
const TURNS = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/
const DIRECTION_SIGNS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g
/** A letter with its marks, or a decomposed Hangul syllable. Its characters keep their order. */
export const CLUSTER = /(?:[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*|[\s\S])\p{M}*/gu
const FIRST_STRONG = /[\p{L}]/u
const RIGHT_TO_LEFT_LETTER = /^[\u0590-\u08ff\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/
/**
 * bidi-js needs seconds for a line with more isolates than this: its time grows with their square. Such a line is shown
 * in stored order.
 */
export const MOST_ISOLATES = 2000

const bidi = lazy(bidiFactory)

/** Whether any of the text may be shown in another order than it is stored in. */
export const mayTurn = (text: string): boolean => TURNS.test(text)

/**
 * The characters of `[from, to)` from left to right, as the whole text shows them on one line. Without direction signs,
 * which have no shape. Equal to the stored text for left-to-right text.
 */
export function shownOrder(text: string, from: number, to: number): string {
  if (!mayTurn(text)) return text.slice(from, to)
  const order = orderOf(text)
  return order
    .filter((cluster) => cluster.from >= from && cluster.from < to)
    .map((cluster) => cluster.text)
    .join('')
    .replace(DIRECTION_SIGNS, '')
}

interface Cluster {
  readonly from: number
  readonly text: string
}

const known = new Map<string, readonly Cluster[]>()

function orderOf(text: string): readonly Cluster[] {
  const before = known.get(text)
  if (before) return before
  const clusters = Array.from(text.matchAll(CLUSTER), ({ 0: cluster, index }): Cluster => ({
    from: index,
    text: cluster,
  }))
  const order = ordered(clusters)
  if (known.size > 500) known.clear()
  known.set(text, order)
  return order
}

const stand = (pair: string): string => (RIGHT_TO_LEFT_LETTER.test(pair) ? 'א' : /^\p{L}/u.test(pair) ? 'a' : '*')

function ordered(clusters: readonly Cluster[]): readonly Cluster[] {
  // The first character decides the direction of a cluster. bidi-js reads units, so a pair needs a letter for both.
  const line = clusters.map(({ text }) => (text.charCodeAt(0) >> 10 === 0x36 ? stand(text) : text.slice(0, 1))).join('')
  if ((line.match(/[\u2066-\u2069]/g)?.length ?? 0) > MOST_ISOLATES) return clusters
  const first = FIRST_STRONG.exec(line)?.[0] ?? ''
  const levels = bidi().getEmbeddingLevels(line, RIGHT_TO_LEFT_LETTER.test(first) ? 'rtl' : 'ltr')
  return bidi()
    .getReorderedIndices(line, levels)
    .flatMap((index) => clusters[index] ?? [])
}
