/**
 * Keys of findings. An override or dismissal holds while the key is the same: for these words, in this sentence, under
 * this status, also after a move.
 */
import { CONTEXT_REASONS, type Assessment } from '../../story/assessment/assessment'
import { canonicalJson } from '../../story/text/canonicalJson'
import { canonical, sameText } from '../../story/text/compare'
import { defined } from '../../story/text/defined'
import type { BuiltView } from '../../story/view/buildView'
import { QUOTE_LIKE, SENTENCE_BOUND } from '../../story/ledger/facts/fact'
import { hashText } from '../../story/ledger/hash'
import { memoizeByFact } from './memoizeByFact'

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
export const factKey = memoizeByFact((fact: Assessment): string => {
  const state = [fact.status, ...fact.reasons, fact.current?.entry ?? 0].join('+')
  const withSentence = SENTENCE_BOUND.has(fact.tag.type) || fact.reasons.includes('context') || fact.precedingChanged
  const context = withSentence ? `:${keyText(fact.sentence)}` : ''
  return `${fact.id}:${state}:${keyText(fact.words)}${context}${aroundKey(fact)}`
})

/** What changed around the fact, as it reads now: another change is another finding. */
function aroundKey({ reasons, precedingChanged, preceding, sentence, beforeViews, view, changes }: Assessment): string {
  if (beforeViews) return precedingChanged ? `:${keyText(preceding)}` : ''
  if (!view) return ''
  if (!precedingChanged && !reasons.some((reason) => CONTEXT_REASONS.has(reason))) return besideKey(view, sentence)
  const { ranks: _ranks, ...context } = view.view.context
  const isMoved = changes.some(({ part }) => part === 'rank')
  return `:${hashText(canonicalJson(isMoved ? view.view.context : context)).slice(0, 16)}`
}

/** What an override rests on beside the sentence: the claim, neighbours of a quotation, denials, headers, picture. */
function besideKey({ view: { statement, attributedTo, type, context } }: BuiltView, sentence: string): string {
  const { near, nth, beside: denials, headers, belongsTo, picture } = context
  const more = QUOTE_LIKE.has(type) && !sameText(near, sentence) ? near : undefined
  const beside = canonicalJson(
    defined({ statement, attributedTo, near: more, nth, denials, headers, belongsTo, picture }),
  )
  return beside === '{}' ? '' : `:${hashText(beside).slice(0, 16)}`
}
