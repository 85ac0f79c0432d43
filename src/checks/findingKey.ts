/**
 * Keys of findings. An override or a dismissal holds while the key is the same: for these words, in this sentence, under
 * this status, and wherever the words are moved to.
 */
import type { Assessment } from '../story/assessment'
import { canonical } from '../story/compare'
import { SENTENCE_BOUND } from '../story/fact'
import { hashText } from '../story/hash'

/** Text in a key: itself while short, else its beginning and its hash, so that keys stay small whatever the copy is like. */
export function keyText(text: string): string {
  const folded = canonical(text)
  return folded.length <= 240 ? folded : `${folded.slice(0, 40)}…${hashText(folded)}`
}

/**
 * Key of a finding on a fact. The status and the sign-off behind it belong to it: lifting "to check" does not lift a
 * later "wrong" on the same words. So does the sentence of types that mean nothing without it.
 */
export function factKey(fact: Assessment): string {
  const state = [fact.status, ...fact.reasons, fact.current?.entry ?? 0].join('+')
  const withSentence = SENTENCE_BOUND.has(fact.tag.type) || fact.reasons.includes('context') || fact.precedingChanged
  const context = withSentence ? `:${keyText(fact.sentence)}` : ''
  return `${fact.id}:${state}:${keyText(fact.words)}${context}${fact.precedingChanged ? `:${keyText(fact.preceding)}` : ''}`
}
