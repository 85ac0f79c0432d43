/** Text as it is searched: rule 2, lower case, and without breaks inside words of scripts that have no spaces. */
import { canonicalMap } from '../../story/text/compare'
import { isInsideToken } from '../../story/copy/factWords'

export interface FoldedText {
  readonly text: string
  /** For each UTF-16 unit of `text`, its offset in the original; one more entry for the end. */
  readonly origin: readonly number[]
}

const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。]$/u

export function foldedText(original: string): FoldedText {
  const { text, origin } = canonicalMap(original)
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

/**
 * Where these words are in a text, as whole words: “190 minutes” does not hold “90 minutes”, and “-17” does not hold
 * “17”.
 */
export function occurrencesOf(words: string, original: string, folded = foldedText(original)): readonly Occurrence[] {
  const sought = foldedText(words).text.trim()
  if (sought === '') return []
  const found: Occurrence[] = []
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + 1)) {
    const from = folded.origin[at] ?? 0
    // Up to the start of the next unit; what was folded away behind the words is not theirs.
    const last = folded.origin[at + sought.length - 1] ?? from
    const to = endOfUnit(original, last, folded.origin[at + sought.length] ?? original.length)
    if (!isInsideToken(original, from) && !isInsideToken(original, to)) found.push({ from, to })
  }
  return found
}

/** The end of the character at `at` with its combining marks. */
function endOfUnit(original: string, at: number, next: number): number {
  const character = /^[\s\S]\p{M}*/u.exec(original.slice(at, next))?.[0] ?? ''
  return at + Math.max(character.length, 1)
}
