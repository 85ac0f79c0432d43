import type { SoughtTokens, TokenPlace } from './tokens'

/** Where sought words stand in a text, in UTF-16 units. */
export interface TermPlace {
  readonly from: number
  readonly to: number
}

/** The places of tokens in a row, in the order of the text. `places`: of all tokens of the text. */
export function findTerm(places: readonly TokenPlace[], { tokens, prefix }: SoughtTokens): readonly TermPlace[] {
  const last = tokens.length - 1
  const found: TermPlace[] = []
  for (let at = 0; at + last < places.length; at++) {
    if (!tokens.every((token, index) => isToken(places[at + index]?.token, token, prefix && index === last))) continue
    const first = places[at]
    const end = places[at + last]
    if (first && end) found.push({ from: first.from, to: endOf(end, places[at + last + 1], tokens[last]) })
  }
  return found
}

const isToken = (token: string | undefined, sought: string, prefix: boolean): boolean =>
  token === sought || (prefix && token?.startsWith(sought) === true)

/** One sought character covers only itself in a pair of characters: the next token begins behind it. */
function endOf(place: TokenPlace, next: TokenPlace | undefined, sought: string | undefined): number {
  return place.token !== sought && next !== undefined && next.from < place.to ? next.from : place.to
}
