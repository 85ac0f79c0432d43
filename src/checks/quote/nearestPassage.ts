/** Finds the passage that a quote may mean, to show the difference. It decides nothing else. */
import { smallOf } from './spokenWords'
import type { IndexedTurn } from './indexTranscript'
import type { ReadQuote } from './readQuote'

export interface Passage {
  readonly turn: IndexedTurn
  readonly said: string
}

/** The stretch of about the quote's length that shares most words with it; undefined if fewer than half match. */
export function nearestPassage({ fragments }: ReadQuote, turns: readonly IndexedTurn[]): Passage | undefined {
  const wanted = fragments.flatMap(({ words }) => words.map(({ same }) => smallOf(same)))
  const count = new Map<string, number>()
  for (const key of wanted) count.set(key, (count.get(key) ?? 0) + 1)
  const size = wanted.length + Math.max(2, Math.ceil(wanted.length / 4)) * fragments.length
  let best: { readonly turn: IndexedTurn; readonly from: number; readonly score: number } | undefined
  for (const turn of turns) {
    const found = bestWindow(turn, count, size)
    if (found && found.score > (best?.score ?? 0)) best = { turn, ...found }
  }
  if (!best || best.score * 2 < wanted.length || (wanted.length > 3 && best.score < 2)) return undefined
  return {
    turn: best.turn,
    said: trimmed(best.turn, best.from, Math.min(best.from + size, best.turn.words.length), wanted),
  }
}

/** The window over `turn` with most of the words, each counted as often as in the quote. The narrowest one wins. */
function bestWindow(
  { lower, places }: IndexedTurn,
  wanted: ReadonlyMap<string, number>,
  size: number,
): { readonly from: number; readonly score: number } | undefined {
  let most = 0
  for (const [key, count] of wanted) most += Math.min(count, places.get(key)?.length ?? 0)
  if (most === 0) return undefined
  const inside = new Map<string, number>()
  /** Positions in the window of one of the words. */
  const hits: number[] = []
  let oldest = 0
  let score = 0
  let best = { from: 0, score: 0, spread: Number.POSITIVE_INFINITY }
  for (let at = 0; at < lower.length; at++) {
    const key = lower[at] ?? ''
    const count = wanted.get(key)
    if (count === undefined) continue
    const now = (inside.get(key) ?? 0) + 1
    inside.set(key, now)
    if (now <= count) score++
    hits.push(at)
    for (let from = hits[oldest] ?? at; from <= at - size; from = hits[oldest] ?? at) {
      const gone = lower[from] ?? ''
      const left = (inside.get(gone) ?? 1) - 1
      inside.set(gone, left)
      if (left < (wanted.get(gone) ?? 0)) score--
      oldest++
    }
    const from = hits[oldest] ?? at
    if (score > best.score || (score === best.score && at - from < best.spread))
      best = { from, score, spread: at - from }
  }
  return best
}

/**
 * Extends the passage to the quote's first and last word. If the transcript has another word there, it is shown too.
 */
function trimmed(turn: IndexedTurn, from: number, to: number, wanted: readonly string[]): string {
  const { words, lower } = turn
  const has = new Set(wanted)
  let first = from
  while (first < to && !has.has(lower[first] ?? '')) first++
  let last = to - 1
  while (last > first && !has.has(lower[last] ?? '')) last--
  const missingBefore = wanted.indexOf(lower[first] ?? '')
  const missingAfter = wanted.length - 1 - wanted.lastIndexOf(lower[last] ?? '')
  first = Math.max(0, first - Math.min(missingBefore, 3))
  last = Math.min(words.length - 1, last + Math.min(missingAfter, 3))
  const whole = turn.text.slice(words[first]?.from ?? 0, words[last]?.to ?? 0)
  return whole.replace(/\s+/gu, ' ')
}
