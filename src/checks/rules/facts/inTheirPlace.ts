/**
 * Words that stand where words of a fact with a verdict against it were deleted. No tag is moved: the sentence of the
 * verdict is there, with other words between the same beginning and the same end.
 */
import type { Assessment } from '../../../story/assessment/assessment'
import type { Copy, Range } from '../../../story/copy/copy'
import { sentencesOf, type SentenceRange } from '../../../story/copy/words/sentences'
import { countWordsIn } from '../../../story/text/words/words'

/** “He said …” begins many sentences. So beginning and end are there, and this many words in both. */
const LEAST_WORDS = 3
/** Sentences that are typed for one. */
const MOST_SENTENCES = 3

/** Where other words stand in place of those that were judged, in text order. */
export function placesInTheirPlace(copy: Copy, { current }: Assessment): readonly Range[] {
  if (!current) return []
  const [sentence, words] = [folded(current.sentence), folded(current.words)]
  const at = sentence.indexOf(words)
  if (words === '' || at < 0 || sentence.includes(words, at + 1)) return []
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + words.length).trimEnd()]
  const counts = [before, after].map(countWordsIn)
  if (counts.includes(0) || counts.reduce((a, b) => a + b, 0) < LEAST_WORDS) return []
  return copy.flatMap(({ text }, block) => {
    const sentences = sentencesOf(text, current.sentenceRule)
    return sentences.flatMap((first, index) => {
      if (!folded(text.slice(first.from, first.to)).startsWith(before)) return []
      const last = sentences
        .slice(index, index + MOST_SENTENCES)
        .find(({ from, to }) => folded(text.slice(from, to)).trimEnd().endsWith(after))
      const place = last && between(text, first, last, before, after)
      return place ? [{ block, ...place }] : []
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
const folded = (text: string): string =>
  text
    .replace(/\s/gu, ' ')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")
