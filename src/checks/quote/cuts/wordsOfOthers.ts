/**
 * Finds quotations inside a turn: "The driver told me, 'I want ten thousand.'" Words from them are another's, though
 * the speaker said them.
 */
import type { IndexedTurn } from '../indexTranscript'
import type { NearWord } from './nearWords'
import type { WordRange } from '../places'
import type { SpokenWord } from '../spokenWords'

export function insideWordsOfOthers(
  { words, quotations }: IndexedTurn,
  first: WordRange,
  last: WordRange,
): readonly NearWord[] {
  const from = words[first.from]?.from ?? 0
  const to = words[last.to - 1]?.to ?? 0
  const around = quotations().find((region) => region.from <= from && to <= region.to)
  if (!around) return []
  // A turn that is all in quotation marks is the speaker's. A word or two in marks are not words that somebody said.
  const before = words.findLast((word) => word.to <= around.from)
  const isSpeech = words.filter((word) => word.from >= around.from && word.to <= around.to).length > 2
  return before && isSpeech && before.sentence + 1 >= (words[first.from]?.sentence ?? 0)
    ? [{ kind: 'hedge', word: wholeWord(words, words.indexOf(before)) }]
    : []
}

const HANGUL = /^\p{Script=Hangul}/u

/** The word whose last part is at `end`. Korean is read by syllables, and “를” alone tells nobody where to look. */
function wholeWord(words: readonly SpokenWord[], end: number): string {
  const isPart = (at: number): boolean => HANGUL.test(words[at]?.key ?? '')
  let from = end
  while (isPart(from) && isPart(from - 1) && words[from - 1]?.to === words[from]?.from) from--
  return words
    .slice(from, end + 1)
    .map(({ key }) => key)
    .join('')
}
