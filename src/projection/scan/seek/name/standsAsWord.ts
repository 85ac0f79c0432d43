import type { FoundAt } from '../../prepared'

/**
 * Scripts that separate words by spaces and only add endings to a name. Others (Hangul, Han, Kana, Arabic, Hebrew …)
 * match anywhere.
 */
export const isSpaced = (term: string): boolean =>
  /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{N}\p{M}\p{P}\p{S}\s]+$/u.test(term)

/** Letters from which on a name is never part of another word by chance: "Merkelregierung" matches. */
const LONG_NAME = 6
/** Letters of the longest ending of a short name: "Annának", "Ивану", "Annas". */
const LONGEST_ENDING = 3

/** The most letters that may follow a name as its ending. */
export const endingsOf = (term: string): number =>
  (term.match(/\p{L}/gu)?.length ?? 0) < LONG_NAME ? LONGEST_ENDING : Infinity

/**
 * Whether a match is a word. "Anna" matches "Anna’s", "Annával", "#AnnaKim" and "anna_k", not "Savannah" or
 * "Annapolis". A capital after a small letter starts a word, as in handles.
 */
export function standsAsWord(original: string, { from, to }: FoundAt, longestEnding: number): boolean {
  const before = PRECEDING.exec(original.slice(Math.max(0, from - 8), from))?.[0] ?? ''
  const humpBefore = /\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(original.slice(from, from + 2))
  if (before !== '' && !humpBefore) return false
  const rest = FOLLOWING.exec(original.slice(to, to + 40))?.[0] ?? ''
  const ending = /\p{Ll}$/u.test(original.slice(Math.max(0, to - 2), to))
    ? (/^[^\p{Lu}]*/u.exec(rest)?.[0] ?? '')
    : rest
  return (ending.match(/\p{L}/gu)?.length ?? 0) <= longestEnding
}

/** Marks and invisible characters belong to the letters around them. */
const PRECEDING = /\p{L}[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u
const FOLLOWING = /^[\p{L}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+/u
