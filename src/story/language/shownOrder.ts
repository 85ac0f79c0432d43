/**
 * The order in which a line shows its characters (Unicode bidi algorithm). Stored text and shown text differ for
 * right-to-left scripts and for direction signs, and a person signs what is shown.
 */
import { hasTooManyIsolates, strongDirection, visualOrder } from './direction'

/** Letters of right-to-left scripts (the last ones by their high surrogates), and direction signs. */
const TURNS = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/
const DIRECTION_SIGNS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g
/** A letter with its marks, or a decomposed Hangul syllable. Its characters keep their order. */
export const CLUSTER = /(?:[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*|[\s\S])\p{M}*/gu
const RIGHT_TO_LEFT_LETTER = /^[\u0590-\u08ff\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/

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
  if (hasTooManyIsolates(line)) return clusters
  const text = clusters.map((cluster) => cluster.text).join('')
  return visualOrder(line, strongDirection(text) ?? 'ltr').flatMap((index) => clusters[index] ?? [])
}
