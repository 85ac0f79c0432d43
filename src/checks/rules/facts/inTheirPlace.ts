/**
 * Words that stand where words of a fact with a verdict against it were deleted. No tag is moved: the sentence of the
 * verdict is there behind the same sentence, with other words between the same beginning and the same end.
 */
import type { Assessment } from '../../../story/assessment/assessment'
import type { Copy, Range } from '../../../story/copy/copy'
import { sentenceBefore, sentencesOf, type SentenceRange } from '../../../story/copy/words/sentences'
import { sameText } from '../../../story/text/compare'
import { countWordsIn } from '../../../story/text/words/words'

/** “He said …” begins many sentences. So beginning and end are there, and this many words in both. */
const LEAST_WORDS = 3
/** Sentences that are typed for one. */
const MOST_SENTENCES = 3

/** Where other words stand in place of those that were judged, in text order. `texts`: those of the copy, folded. */
export function placesInTheirPlace(copy: Copy, texts: readonly string[], { current }: Assessment): readonly Range[] {
  if (!current) return []
  const [sentence, words] = [folded(current.sentence), folded(current.words)]
  const at = sentence.indexOf(words)
  if (words === '' || at < 0 || sentence.includes(words, at + 1)) return []
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + words.length).trimEnd()]
  const counts = [before, after].map(countWordsIn)
  if (counts.includes(0) || counts.reduce((a, b) => a + b, 0) < LEAST_WORDS) return []
  return copy.flatMap(({ text }, block) => {
    const whole = texts[block] ?? ''
    if (!whole.includes(before)) return []
    const sentences = sentencesOf(text, current.sentenceRule)
    return sentences.flatMap((first, index) => {
      if (!whole.slice(first.from, first.to).startsWith(before)) return []
      const last = sentences
        .slice(index, index + MOST_SENTENCES)
        .find(({ from, to }) => whole.slice(from, to).trimEnd().endsWith(after))
      const words = last && between(text, first, last, before, after)
      const place = words && { block, ...words }
      // Many sentences begin and end alike, and may have been there all along.
      return place && sameText(sentenceBefore(copy, place, current.sentenceRule), current.preceding) ? [place] : []
    })
  })
}

/** The words between, without spaces around. Undefined: there are none. */
function between(
  text: string,
  first: SentenceRange,
  last: SentenceRange,
  before: string,
  after: string,
): { readonly from: number; readonly to: number } | undefined {
  const from = first.from + before.length
  const to = last.from + text.slice(last.from, last.to).trimEnd().length - after.length
  const words = text.slice(from, Math.max(from, to))
  if (countWordsIn(words) === 0) return undefined
  return { from: from + words.length - words.trimStart().length, to: from + words.trimEnd().length }
}

/** As rule 2 compares them, each character in its place. */
export const folded = (text: string): string =>
  text
    .replace(/\s/gu, ' ')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")

/** The part of a place that differs from the words that were judged. All of it if it only lacks some of them. */
export function newIn(copy: Copy, place: Range, judged: string): Range {
  const text = copy[place.block]?.text.slice(place.from, place.to) ?? ''
  const [own, theirs] = [piecesOf(text), piecesOf(judged)]
  const most = Math.min(own.length, theirs.length)
  let start = 0
  while (start < most && own[start]?.word === theirs[start]?.word) start++
  let end = 0
  while (end < most - start && own.at(-1 - end)?.word === theirs.at(-1 - end)?.word) end++
  const [first, last] = [own[start], own.at(-1 - end)]
  return start + end >= own.length || !first || !last
    ? place
    : { ...place, from: place.from + first.from, to: place.from + last.to }
}

const piecesOf = (text: string): readonly { readonly word: string; readonly from: number; readonly to: number }[] =>
  [...folded(text).matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }))
