import { sameText } from '../../../story/text/compare'

/**
 * The right words with the first mark of the words in the copy, where a straight mark was typed for it: “We won for
 * "We won. Only a mark that rule 2 compares as the same is set, so no verdict rests on other words.
 */
export function withOpeningOf(typed: string, words: string): string {
  if (!/^["']/u.test(typed)) return typed
  const set = words.charAt(0) + typed.slice(1)
  return sameText(set, typed) ? set : typed
}
