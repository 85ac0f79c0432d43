/** How the search over all stories reads words: case, accents and character width do not matter. */
import type { Copy, Range } from './copy'

/** Lower case without accents, full-width forms narrow, curly quotation marks straight; `origin` leads back to the original offsets. */
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

/** The terms of a query: every one must stand in a story that is found. */
export const termsOf = (query: string): readonly string[] =>
  fold(query)
    .text.split(/\s+/)
    .filter((term) => term !== '')

/**
 * The first place where what was searched for stands: as it was typed, or else the first of the terms in a block that has
 * them all. Undefined when they stand in no single block.
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
