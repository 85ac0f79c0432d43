import { sentencesOf } from '../story/sentences'

/** The sentence of one block's text in which the character at `offset` stands, '' between sentences. */
export function sentenceAt(text: string, offset: number): string {
  const sentence = sentencesOf(text).find(({ from, to }) => from <= offset && offset < to)
  return sentence ? text.slice(sentence.from, sentence.to) : ''
}
