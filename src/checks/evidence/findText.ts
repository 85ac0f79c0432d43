/** Finds what a person types, and the pieces of an excerpt, in the words of a captured file. */
import { foldedText, type Occurrence } from './foldedText'

/** Every place of these letters, also inside longer words, in the order of the text. */
export function hitsOf(letters: string, original: string): readonly Occurrence[] {
  const sought = foldedText(letters).text.trim()
  if (sought === '') return []
  const folded = foldedText(original)
  const hits: Occurrence[] = []
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + sought.length))
    hits.push(rangeOf(folded.origin, at, sought.length, original.length))
  return hits
}

/**
 * The places of an excerpt in a text, piece by piece, in order. An ellipsis, a bracket and a line break part the
 * pieces. Empty if a piece is missing.
 */
export function excerptIn(excerpt: string, original: string): readonly Occurrence[] {
  const folded = foldedText(original)
  const places: Occurrence[] = []
  let at = 0
  for (const piece of piecesOf(excerpt)) {
    const sought = foldedText(piece).text.trim()
    const found = folded.text.indexOf(sought, at)
    if (found < 0) return []
    at = found + sought.length
    places.push(rangeOf(folded.origin, found, sought.length, original.length))
  }
  return places
}

/** The pieces of an excerpt that stand in its source without a break. */
export const piecesOf = (excerpt: string): readonly string[] =>
  excerpt.split(/\s*(?:\[[^\]]*\]|…|\.{3,}|\n)\s*/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece))

function rangeOf(origin: readonly number[], at: number, length: number, end: number): Occurrence {
  const from = origin[at] ?? 0
  return { from, to: Math.max(origin[at + length] ?? end, from + 1) }
}
