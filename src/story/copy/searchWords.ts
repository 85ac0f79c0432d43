/** How the search over all stories compares words: case, accents and character width do not count. */
import type { Copy, Range } from './copy'

/**
 * Folds a text: lower case, no accents, narrow forms, straight quotation marks. `origin` maps back to the original
 * offsets.
 */
export function fold(text: string): { readonly text: string; readonly origin: readonly number[] } {
  let folded = ''
  const origin: number[] = []
  for (const { 0: cluster, index } of text.matchAll(/[\s\S]\p{M}*/gu)) {
    const plain = cluster
      .normalize('NFKD')
      .replace(/[\u0300-\u036f\u00ad\u200b]/g, '')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[‘’‚‛]/g, "'")
      .replace(/[“”„‟]/g, '"')
    for (let unit = 0; unit < plain.length; unit++) origin.push(index)
    folded += plain
  }
  return { text: folded, origin }
}

/** The terms of a query. A story is found if it has all of them. */
export const termsOf = (query: string): readonly string[] =>
  fold(query)
    .text.split(/\s+/)
    .filter((term) => term !== '')

/**
 * The first match of the query as typed, or else the first term in a block that has all terms. Undefined if no block
 * has them all.
 */
export function placeOfSearch(copy: Copy, query: string): Range | undefined {
  const terms = termsOf(query)
  if (terms.length === 0) return undefined
  const folded = copy.map(({ text }) => fold(text.replaceAll('\n', ' ')))
  const rangeAt = (block: number, at: number, length: number): Range => ({
    block,
    from: folded[block]?.origin[at] ?? 0,
    to: folded[block]?.origin[at + length] ?? copy[block]?.text.length ?? 0,
  })
  const phrase = terms.join(' ')
  const whole = folded.findIndex(({ text }) => text.includes(phrase))
  if (whole >= 0) return rangeAt(whole, folded[whole]?.text.indexOf(phrase) ?? 0, phrase.length)
  const block = folded.findIndex(({ text }) => terms.every((term) => text.includes(term)))
  const [first] = terms
    .map((term) => ({ at: folded[block]?.text.indexOf(term) ?? -1, length: term.length }))
    .sort((a, b) => a.at - b.at || b.length - a.length)
  return block < 0 || !first ? undefined : rangeAt(block, first.at, first.length)
}
