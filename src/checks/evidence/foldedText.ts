/**
 * Text as it is searched: rule 2, lower case, “CO₂” as “CO2”, and without breaks inside words of scripts that have no
 * spaces.
 */
import { canonicalMap } from '../../story/text/compare'
import { isInsideToken } from '../../story/copy/words/factWords'
import { plainIndexes } from '../../story/text/plainIndexes'

export interface FoldedText {
  readonly text: string
  /** For each UTF-16 unit of `text`, its offset in the original; one more entry for the end. */
  readonly origin: readonly number[]
}

const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。]$/u

export function foldedText(original: string): FoldedText {
  const { text: canonical, origin } = canonicalMap(original)
  const text = plainIndexes(canonical)
  const units: string[] = []
  const kept: number[] = []
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index)
    if (unit === ' ' && UNSPACED.test(text.charAt(index - 1)) && UNSPACED.test(text.charAt(index + 1))) continue
    const lower = unit.toLowerCase()
    units.push(lower.length === 1 ? lower : unit)
    kept.push(origin[index] ?? 0)
  }
  kept.push(origin.at(-1) ?? original.length)
  return { text: units.join(''), origin: kept }
}

export interface Occurrence {
  /** Range in the original. */
  readonly from: number
  readonly to: number
}

/** Whether words may begin or end at this offset of a text. */
type Bound = (original: string, at: number) => boolean

const isBound: Bound = (original, at) => !isInsideToken(original, at)

/**
 * Where these words are in a text, as whole words: “190 minutes” does not hold “90 minutes”, and “-17” does not hold
 * “17”. `begins` and `ends`: where else than at the edges of words they may begin and end.
 */
export function occurrencesOf(
  words: string,
  original: string,
  folded = foldedText(original),
  { begins = isBound, ends = isBound }: { readonly begins?: Bound; readonly ends?: Bound } = {},
): readonly Occurrence[] {
  const sought = foldedText(words).text.trim()
  if (sought === '') return []
  const found: Occurrence[] = []
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + 1)) {
    const from = folded.origin[at] ?? 0
    // Up to the start of the next unit; what was folded away behind the words is not theirs.
    const last = folded.origin[at + sought.length - 1] ?? from
    const to = endOfUnit(original, last, folded.origin[at + sought.length] ?? original.length)
    if (begins(original, from) && ends(original, to)) found.push({ from, to })
  }
  return found
}

/** Inside a word of letters. A number is never cut. */
const isBetweenLetters: Bound = (original, at) =>
  /\p{L}\p{M}*$/u.test(original.slice(Math.max(0, at - 4), at)) && /^\p{L}/u.test(original.slice(at, at + 2))
/** The number of a note stands behind a word without a space: “died3”. */
const isBeforeNote: Bound = (original, at) =>
  /\p{L}\p{M}*$/u.test(original.slice(Math.max(0, at - 4), at)) &&
  /^\p{N}{1,3}(?![\p{L}\p{N}])/u.test(original.slice(at, at + 5))

/**
 * How a piece of an excerpt may begin and end. `cutBefore`, `cutBehind`: brackets of the paper adjoin: “negotiat[ed]”.
 */
export const boundsOfPiece = (
  cutBefore: boolean,
  cutBehind: boolean,
): { readonly begins: Bound; readonly ends: Bound } => ({
  begins: (original, at) => isBound(original, at) || (cutBefore && isBetweenLetters(original, at)),
  ends: (original, at) =>
    isBound(original, at) || isBeforeNote(original, at) || (cutBehind && isBetweenLetters(original, at)),
})

/** The end of the character at `at` with its combining marks. */
function endOfUnit(original: string, at: number, next: number): number {
  const character = /^[\s\S]\p{M}*/u.exec(original.slice(at, next))?.[0] ?? ''
  return at + Math.max(character.length, 1)
}
