/** Finds a quote's fragments in one turn, in order. */
import type { IndexedTurn } from './indexTranscript'
import { afterFiller } from './nearWords'
import type { Fragment, ReadQuote } from './readQuote'
import { INAUDIBLE, sameWord, type SpokenWord } from './spokenWords'

/** `[from, to)` in words of the turn. */
export interface WordRange {
  readonly from: number
  readonly to: number
  /** Skipped sounds of hesitation. */ readonly skipped: number
}

export interface QuotePlace {
  /** One for each fragment. */
  readonly stretches: readonly WordRange[]
  /** Omitted words of the turn, between the first and the last used one. */
  readonly skipped: number
}

/** More places add nothing. */
const MOST_PLACES = 200

/** Every place of the quote in the turn. The other fragments are as near to the first as possible. */
export function placesOf({ fragments }: ReadQuote, turn: IndexedTurn): readonly QuotePlace[] {
  const [first, ...others] = fragments
  if (!first) return []
  // A word that the turn lacks decides it.
  if (fragments.some(({ words }) => words.some(({ key }) => !turn.places.has(key.toLowerCase())))) return []
  const places: QuotePlace[] = []
  for (const start of startsOf(first, turn)) {
    const opening = stretchAt(first, turn, start)
    if (!opening) continue
    const stretches = [opening]
    for (const fragment of others) {
      const next = nextStretch(fragment, turn, stretches.at(-1)?.to ?? 0)
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
  turn.places.get(words[0]?.key.toLowerCase() ?? '') ?? []

function nextStretch(fragment: Fragment, turn: IndexedTurn, from: number): WordRange | undefined {
  for (const start of startsOf(fragment, turn)) {
    const stretch = start < from ? undefined : stretchAt(fragment, turn, start)
    if (stretch) return stretch
  }
  return undefined
}

/** Matches the fragment's words from `start`, skipping sounds of hesitation. */
function stretchAt({ words }: Fragment, turn: IndexedTurn, start: number): WordRange | undefined {
  const same = turn.caseless ? sameLetters : sameWord
  let at = start
  let skipped = 0
  for (const [index, word] of words.entries()) {
    for (;;) {
      const there = turn.words[at]
      if (!there || there.key === INAUDIBLE) return undefined
      if (same(word, there)) break
      const after = index === 0 ? at : afterFiller(turn.words, at)
      if (after === at) return undefined
      skipped += after - at
      at = after
    }
    at++
  }
  return { from: start, to: at, skipped }
}

const sameLetters = (a: SpokenWord, b: SpokenWord): boolean => a.key.toLowerCase() === b.key.toLowerCase()

const skippedIn = (stretches: readonly WordRange[]): number =>
  stretches.reduce(
    (sum, stretch, index) =>
      sum + stretch.skipped + (index === 0 ? 0 : stretch.from - (stretches[index - 1]?.to ?? stretch.from)),
    0,
  )
