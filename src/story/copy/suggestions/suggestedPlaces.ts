import type { Copy, Range } from '../copy'
import { sentencesOf } from '../words/sentences'
import type { Suggestion } from './suggestion'

/** A sentence of the standing copy, and where in it a range begins. */
interface PlaceInSentence {
  readonly standing: string
  readonly from: number
}

/** The sentence that holds a range. Undefined: the range is in several, or in none. */
export function placeIn(copy: Copy, { block, from, to }: Range): PlaceInSentence | undefined {
  const text = copy[block]?.text ?? ''
  const sentence = sentencesOf(text).find((one) => one.from <= from && to <= one.to)
  return sentence && { standing: text.slice(sentence.from, sentence.to), from: from - sentence.from }
}

/** Where a suggestion changes words. Empty: at several places, across sentences, or more than words. */
export function suggestedPlaces(
  copy: Copy,
  { changes, deleted, place }: Pick<Suggestion, 'changes' | 'deleted' | 'place'>,
): readonly PlaceInSentence[] {
  const isOnePlace = changes.every(
    ({ kind, block, from }, at) =>
      (kind === 'insert' || kind === 'delete') && block === place.block && (at === 0 || changes[at - 1]?.to === from),
  )
  const to = place.from + deleted.length
  if (!isOnePlace || copy[place.block]?.text.slice(place.from, to) !== deleted) return []
  const found = placeIn(copy, { ...place, to })
  return found ? [found] : []
}
