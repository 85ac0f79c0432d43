import { foldForScan, type Folded } from '../readings/foldForScan'
import { GAP_SIGN, wordsOf, type SoughtTerm } from './sought'

/**
 * Seeks a term by its letters and digits alone, whatever stands between them. For terms that are too long for a
 * pattern.
 */
export function seekLetters(term: string): SoughtTerm['find'] {
  const folded = foldForScan(term)
  const letters = lettersOf(wordsOf(folded))
  const sought = letters.text === '' ? folded.text : letters.text
  return ({ folded: text, original }) => {
    const { text: within, at } = letters.text === '' ? text : lettersOf(wordsOf(text))
    if (sought === '') return []
    const places = []
    for (let from = within.indexOf(sought); from >= 0; from = within.indexOf(sought, from + sought.length)) {
      const last = at[from + sought.length - 1] ?? 0
      places.push({ from: at[from] ?? 0, to: Math.min(last + 1, original.length) })
    }
    return places
  }
}

/** Without gaps. The offsets stay those of the original. */
function lettersOf({ text, at }: Folded): Folded {
  const kept: number[] = []
  let letters = ''
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index)
    if (sign === GAP_SIGN) continue
    letters += sign
    kept.push(at[index] ?? 0)
  }
  return { text: letters, at: kept }
}
