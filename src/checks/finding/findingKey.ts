/**
 * Keys of findings. An override or dismissal holds while the key is the same: for these words, in this sentence, under
 * this status, also after a move.
 */
import { CONTEXT_REASONS, type Assessment } from '../../story/assessment/assessment'
import { canonicalJson } from '../../story/text/canonicalJson'
import { canonical, sameText } from '../../story/text/compare'
import { defined } from '../../story/text/defined'
import type { Finding } from '../../story/assessment/finding'
import type { FormerContext } from '../../story/view/context'
import { VIEW_RULE, type SignedView } from '../../story/view/signedView'
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
const newestKey = memoizeByFact((fact: Assessment): string => {
  const { view, current } = fact
  // What was overridden beside a verdict of an older view rule stays so.
  return keyBy(
    fact,
    view?.formers.find(({ rule }) => rule === current?.parts?.rule),
  )
})

/** `rule`: as an earlier view rule made it. */
export function factKey(fact: Assessment, rule: number = VIEW_RULE): string {
  const former = fact.current?.parts ? undefined : fact.view?.formers.find((one) => one.rule === rule)
  return former ? keyBy(fact, former) : newestKey(fact)
}

type Keys = Pick<Finding, 'key' | 'formerKeys'>

/**
 * The key, and those that earlier Stets gave a fact that nobody signed by a view, by their view rules. `whole`: makes
 * the key of the finding.
 */
export function factKeys(fact: Assessment, whole = (key: string): string => key): Keys {
  const key = whole(factKey(fact))
  const formers = fact.current?.parts ? [] : (fact.view?.formers ?? [])
  return formers.length > 0 ? { key, formerKeys: formers.map((former) => whole(keyBy(fact, former))) } : { key }
}

/** Keys of a finding about a fact in its sentence, as each view rule read it. */
export function inSentenceKeys(fact: Assessment, whole = (key: string): string => key): Keys {
  const { current, view: { formers = [] } = {} } = fact
  const signed = formers.find(({ rule }) => rule === current?.parts?.rule)
  const keyIn = (former?: FormerContext): string =>
    whole(`${keyBy(fact, current ? signed : former)}|${keyText(former?.sentence ?? fact.sentence)}`)
  const key = keyIn(signed)
  const formerKeys = [...new Set([undefined, ...formers].map(keyIn))].filter((one) => one !== key)
  return formerKeys.length > 0 ? { key, formerKeys } : { key }
}

/** `former`: the sentence and what stands around as an earlier view rule read them. */
function keyBy(fact: Assessment, former?: Pick<FormerContext, 'context' | 'sentence'>): string {
  const state = [fact.status, ...fact.reasons, fact.current?.entry ?? 0].join('+')
  const withSentence = SENTENCE_BOUND.has(fact.tag.type) || fact.reasons.includes('context') || fact.precedingChanged
  const sentence = former?.sentence ?? fact.sentence
  const around = fact.view && aroundKey(fact, { ...fact.view.view, ...defined({ context: former?.context }) }, sentence)
  const before = fact.beforeViews && fact.precedingChanged ? `:${keyText(fact.preceding)}` : ''
  return `${fact.id}:${state}:${keyText(fact.words)}${withSentence ? `:${keyText(sentence)}` : ''}${
    fact.beforeViews ? before : (around ?? '')
  }`
}

/** What changed around the fact, as it reads now: another change is another finding. */
function aroundKey({ reasons, precedingChanged, changes }: Assessment, view: SignedView, sentence: string): string {
  if (!precedingChanged && !reasons.some((reason) => CONTEXT_REASONS.has(reason))) return besideKey(view, sentence)
  const { ranks: _ranks, links: _links, ...context } = view.context
  const isTold = changes.some(({ part }) => part === 'rank' || part === 'links')
  return `:${hashText(canonicalJson(isTold ? view.context : context)).slice(0, 16)}`
}

/** What an override rests on beside the sentence: the claim, neighbours of a quotation, denials, headers, picture. */
function besideKey({ statement, attributedTo, type, context }: SignedView, sentence: string): string {
  const { near, nth, beside: denials, headers, belongsTo, picture } = context
  const more = QUOTE_LIKE.has(type) && !sameText(near, sentence) ? near : undefined
  const beside = canonicalJson(
    defined({ statement, attributedTo, near: more, nth, denials, headers, belongsTo, picture }),
  )
  return beside === '{}' ? '' : `:${hashText(beside).slice(0, 16)}`
}
