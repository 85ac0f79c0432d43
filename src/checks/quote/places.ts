/** Finds a quote's fragments in one turn, in order. */
import type { IndexedTurn } from './indexTranscript'
import { afterSkipped } from './fillers'
import type { Fragment, ReadQuote } from './readQuote'
import { INAUDIBLE, sameLetters, sameWord, smallOf } from './spokenWords'
import { differInStyle, type HanStyle } from './spoken/hanVariants'

/** `[from, to)` in words of the turn. */
export interface WordRange {
  readonly from: number
  readonly to: number
  /** Skipped sounds of hesitation, and words that the transcriber added. */
  readonly skipped: number
  /** The turn's word for each word of the fragment. */
  readonly picks: readonly number[]
}

export interface QuotePlace {
  /** One for each fragment. */
  readonly stretches: readonly WordRange[]
  /** Omitted words of the turn, between the first and the last used one. */
  readonly skipped: number
}

/** More places add nothing. */
const MOST_PLACES = 200
/**
 * The most comparisons of words in one turn. Only a quote that repeats a word, against a turn that repeats it too,
 * needs more: then the places found so far count, and without one the quote is not found.
 */
export const MOST_STEPS = 2_000_000

/** Counts the comparisons. */
export interface Steps {
  left: number
}

/** Every place of the quote in the turn. The other fragments are as near to the first as possible. */
export function placesOf(
  { fragments, style }: ReadQuote,
  turn: IndexedTurn,
  steps: Steps = { left: MOST_STEPS },
): readonly QuotePlace[] {
  const [first, ...others] = fragments
  if (!first) return []
  // A word that the turn lacks decides it.
  if (fragments.some(({ words }) => words.some(({ same }) => !turn.places.has(smallOf(same))))) return []
  const places: QuotePlace[] = []
  for (const start of startsOf(first, turn)) {
    const opening = stretchAt(first, turn, start, style, steps)
    if (steps.left <= 0) break
    if (!opening) continue
    const stretches = [opening]
    for (const fragment of others) {
      const next = nextStretch(fragment, turn, stretches.at(-1)?.to ?? 0, style, steps)
      if (!next) break
      stretches.push(next)
    }
    // If the rest does not fit after the earliest start, it does not fit after a later one.
    if (stretches.length < fragments.length) break
    places.push({ stretches, skipped: skippedIn(stretches) })
    if (places.length >= MOST_PLACES) break
  }
  return places
}

const startsOf = ({ words }: Fragment, turn: IndexedTurn): readonly number[] =>
  turn.places.get(smallOf(words[0]?.same ?? '')) ?? []

function nextStretch(
  fragment: Fragment,
  turn: IndexedTurn,
  from: number,
  style: HanStyle,
  steps: Steps,
): WordRange | undefined {
  const starts = startsOf(fragment, turn)
  for (let index = firstFrom(starts, from); index < starts.length && steps.left > 0; index++) {
    const stretch = stretchAt(fragment, turn, starts[index] ?? 0, style, steps)
    if (stretch) return stretch
  }
  return undefined
}

/** The index of the first number that is not less than `from`, by binary search. */
function firstFrom(sorted: readonly number[], from: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Matches the fragment's words from `start`, skipping sounds of hesitation and words that the transcriber added. */
function stretchAt(
  { words }: Fragment,
  turn: IndexedTurn,
  start: number,
  style: HanStyle,
  steps: Steps,
): WordRange | undefined {
  if (turn.words.length - start < words.length) return undefined
  const styles = differInStyle(style, turn.style)
  const picks: number[] = []
  let at = start
  let skipped = 0
  for (const [index, word] of words.entries()) {
    for (;;) {
      if (steps.left-- <= 0) return undefined
      const there = turn.words[at]
      if (!there || there.key === INAUDIBLE) return undefined
      if (there.added && index === 0) return undefined
      if (!there.added && (turn.caseless ? sameLetters(word, there) : sameWord(word, there, styles))) break
      const after = index === 0 ? at : afterSkipped(turn, at)
      if (after === at) return undefined
      skipped += after - at
      at = after
    }
    picks.push(at)
    at++
  }
  return { from: start, to: at, skipped, picks }
}

const skippedIn = (stretches: readonly WordRange[]): number =>
  stretches.reduce(
    (sum, stretch, index) =>
      sum + stretch.skipped + (index === 0 ? 0 : stretch.from - (stretches[index - 1]?.to ?? stretch.from)),
    0,
  )
