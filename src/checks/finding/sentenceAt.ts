import { SENTENCE_RULE, sentencesOf } from '../../story/copy/words/sentences'

/** The sentence of a block's text at `offset`; '' between sentences. `rule`: version of the sentence rule. */
export function sentenceAt(text: string, offset: number, rule: number = SENTENCE_RULE): string {
  const sentences = sentencesOf(text, rule)
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sentences[middle]?.to ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const sentence = sentences[low]
  return sentence && sentence.from <= offset ? text.slice(sentence.from, sentence.to) : ''
}
