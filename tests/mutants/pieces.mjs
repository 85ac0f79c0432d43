/**
 * Replaces pieces of source text. Layout does not count: white space and a comma before a closing bracket are left out
 * of the comparison, because the formatter adds and removes both.
 */

const isLayout = (text, at) => /\s/.test(text[at]) || (text[at] === ',' && /^,\s*[)\]}]/.test(text.slice(at, at + 200)))

/** The characters of a text that count, and the place of each in it. */
const withoutLayout = (text) => {
  const places = []
  for (let at = 0; at < text.length; at++) if (!isLayout(text, at)) places.push(at)
  return { places, characters: places.map((at) => text[at]).join('') }
}

/** Where a piece occurs in a source, in order. */
export const placesOfPiece = (source, piece) => {
  const { places, characters } = withoutLayout(source)
  const wanted = withoutLayout(piece).characters
  if (wanted === '') throw new Error('A piece without characters is everywhere.')
  const found = []
  for (let at = characters.indexOf(wanted); at >= 0; at = characters.indexOf(wanted, at + 1))
    found.push({ from: places[at], to: places[at + wanted.length - 1] + 1 })
  return found
}

/** The source with the piece replaced, or undefined unless the piece occurs exactly once. */
export const withPieceReplaced = (source, piece, replacement) => {
  const [place, second] = placesOfPiece(source, piece)
  if (place === undefined || second !== undefined) return undefined
  return source.slice(0, place.from) + replacement + source.slice(place.to)
}
