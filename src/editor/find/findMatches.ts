/**
 * The places of a query in a text, in UTF-16 offsets, in order, without overlap. Exact except for case; never fuzzy.
 */
export interface FindOptions {
  readonly caseSensitive?: boolean
  readonly wholeWord?: boolean
}

const WORD = /[\p{L}\p{N}\p{M}_]/u

export function findMatches(
  text: string,
  query: string,
  { caseSensitive = false, wholeWord = false }: FindOptions = {},
): { readonly from: number; readonly to: number }[] {
  if (query === '') return []
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), caseSensitive ? 'gu' : 'giu')
  const matches: { from: number; to: number }[] = []
  for (const match of text.matchAll(pattern)) {
    const from = match.index
    const to = from + match[0].length
    if (!wholeWord || (isBorder(text, from, query.at(0)) && isBorder(text, to, query.at(-1))))
      matches.push({ from, to })
  }
  return matches
}

/** Whether a word boundary is at `at`. A query that starts or ends with punctuation has its own boundary. */
function isBorder(text: string, at: number, edge: string | undefined): boolean {
  if (edge === undefined || !WORD.test(edge)) return true
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  const after = [...text.slice(at, at + 2)][0] ?? ''
  return !(WORD.test(before) && WORD.test(after))
}
