import type { Copy, Range } from '../copy/copy'
import { findTerm } from './findTerms'
import { parseQuery } from './parseQuery'
import { soughtTokens, tokenPlacesOf } from './tokens'

/**
 * The place in a copy that a search is for: all words of the query in a row as typed, or else the first of its words in
 * the first block that holds most of them. Undefined: no block holds any, as when only a note or a name was found.
 * `query`: as typed.
 */
export function placeOfSearch(copy: Copy, query: string): Range | undefined {
  const sought = parseQuery(query, { typing: true }).terms.filter(({ not }) => !not)
  const last = sought.at(-1)
  if (!last) return undefined
  const blocks = copy.map(({ text }) => tokenPlacesOf(text))
  const inRow = soughtTokens(sought.map(({ text }) => text).join(' '), last.prefix)
  for (const [block, places] of blocks.entries()) {
    const [place] = inRow ? findTerm(places, inRow) : []
    if (place) return { block, ...place }
  }
  let best: { readonly range: Range; readonly terms: number } | undefined
  for (const [block, places] of blocks.entries()) {
    const firsts = sought.flatMap((words) => findTerm(places, words).slice(0, 1))
    const [first] = firsts.toSorted((a, b) => a.from - b.from || b.to - a.to)
    if (first && firsts.length > (best?.terms ?? 0)) best = { range: { block, ...first }, terms: firsts.length }
  }
  return best?.range
}
