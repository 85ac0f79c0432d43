import { lazy } from '../../../story/text/lazy'
import type { Folded } from '../readings/foldForScan'
import type { FoundAt, Prepared } from '../prepared'
import type { ProtectedTerm } from '../protectedTerms'

/** Something that must not leave, and how it is found in a text. */
export interface SoughtTerm {
  readonly label: string
  readonly what: ProtectedTerm['what'] | 'internalId'
  /** Every place in the stored text. Readings are searched by the caller. */
  readonly find: (text: Prepared) => readonly FoundAt[]
}

/**
 * A character that is no letter or digit, in the texts that patterns of terms run over (wordsOf), and in patterns. A
 * desk has hundreds of terms, and each class of Unicode properties in a pattern takes V8 milliseconds.
 */
export const GAP_SIGN = '\u0000'
const NO_LETTER = lazy(() => /[^\p{L}\p{N}]+/gu)
const known = new WeakMap<Folded, Folded>()

/** A folded text in which each character that is no letter or digit is the gap sign. The offsets stay. */
export function wordsOf(folded: Folded): Folded {
  const words = known.get(folded) ?? { text: withGaps(folded.text), at: folded.at }
  known.set(folded, words)
  return words
}
export const withGaps = (text: string): string => text.replace(NO_LETTER(), (gap) => GAP_SIGN.repeat(gap.length))

/** The words of a folded term, for a pattern. */
export const partsOf = (folded: string): readonly string[] => withGaps(folded).match(/[^\u0000]+/g) ?? []

/** Joins places of several searches. The first search wins where two overlap. */
export function joinPlaces(...searches: readonly (readonly FoundAt[])[]): readonly FoundAt[] {
  const [found = [], ...others] = searches
  const joined = [...found]
  for (const places of others)
    for (const place of places)
      if (!joined.some(({ from, to }) => from < place.to && place.from < to)) joined.push(place)
  return joined
}

/**
 * Returns every match of a folded text that `stands` accepts, as places of the original. `pattern` has the flags `dg`;
 * `stands` gets the place and those of its groups. After a refused match the search goes on behind its first character.
 */
export function matchesIn(
  { text, at }: Folded,
  original: string,
  pattern: RegExp,
  stands: (place: FoundAt, groups: readonly (FoundAt | undefined)[]) => boolean = () => true,
): readonly FoundAt[] {
  const places: FoundAt[] = []
  const placeOf = ([from, to]: readonly [number, number]): FoundAt => ({
    from: at[from] ?? 0,
    to: at[to] ?? original.length,
  })
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const indices: readonly ([number, number] | undefined)[] = match.indices ?? []
    const [whole, ...groups] = indices
    const place = placeOf(whole ?? [match.index, match.index + match[0].length])
    if (
      stands(
        place,
        groups.map((group) => group && placeOf(group)),
      )
    )
      places.push(place)
    else pattern.lastIndex = match.index + 1
    if (match[0] === '') pattern.lastIndex = match.index + 1
  }
  return places
}
