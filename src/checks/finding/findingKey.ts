/**
 * Keys of findings. An override or dismissal holds while the key is the same: for these words, in this sentence, under
 * this status, also after a move.
 */
import { CONTEXT_REASONS, type Assessment } from '../../story/assessment/assessment'
import { canonicalJson } from '../../story/text/canonicalJson'
import { canonical } from '../../story/text/compare'
import { SENTENCE_BOUND } from '../../story/ledger/fact'
import { hashText } from '../../story/ledger/hash'

/** Text in a key. Long text is its beginning and its hash, so that keys stay short. */
export function keyText(text: string): string {
  if (text.length <= LONG) return canonical(text)
  const known = longTexts.get(text)
  if (known !== undefined) return known
  const folded = canonical(text)
  const key = folded.length <= LONG ? folded : `${folded.slice(0, 40)}…${hashText(folded)}`
  if (longTexts.size >= 200) longTexts.clear()
  longTexts.set(text, key)
  return key
}

const LONG = 240
/** A long sentence may occur in many findings: computes its key once. */
const longTexts = new Map<string, string>()

/**
 * Key of a finding on a fact. Contains the status and its sign-off: lifting "to check" does not lift a later "wrong" on
 * the same words. Contains the sentence for types that depend on it.
 */
export function factKey(fact: Assessment): string {
  const state = [fact.status, ...fact.reasons, fact.current?.entry ?? 0].join('+')
  const withSentence = SENTENCE_BOUND.has(fact.tag.type) || fact.reasons.includes('context') || fact.precedingChanged
  const context = withSentence ? `:${keyText(fact.sentence)}` : ''
  return `${fact.id}:${state}:${keyText(fact.words)}${context}${aroundKey(fact)}`
}

/** What changed around the fact, as it reads now: another change is another finding. */
function aroundKey({ reasons, precedingChanged, preceding, beforeViews, view }: Assessment): string {
  if (beforeViews) return precedingChanged ? `:${keyText(preceding)}` : ''
  if (!view || !(precedingChanged || reasons.some((reason) => CONTEXT_REASONS.has(reason)))) return ''
  return `:${hashText(canonicalJson(view.view.context)).slice(0, 16)}`
}
