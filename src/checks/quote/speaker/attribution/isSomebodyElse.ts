/** Why a name or title beside a quotation is not who said it: two names, any holder of an office, words denied. */
import { foldedName } from '../name/foldedName'
import { parseName } from '../name/parseName'
import { resolveSpeaker } from '../name/resolveSpeaker'
import type { Reader } from './attribution'
import type { Clause, Mention } from './mentions'
import { isMention, type Subject, type Side, type Verb } from './subjectBesideVerb'
import { titleOf } from './titleOf'
import { isChanted, isInClause, isLed, isToldTo } from './unnamed'

/** “Hale and Becker”, “Scholz zu Roe”: two people, and no name of one. */
export function namesTwo({ text }: Mention, { labels }: Reader): boolean {
  if (labels.some((label) => foldedName(label) === foldedName(text))) return false
  const both = text.split(TOGETHER)
  const names = both.length > 1 ? both : text.split(JOINED)
  if (names.length < 2 || names.some((name) => parseName(name).parts.length === 0)) return false
  const people = names.map((name) => resolveSpeaker(name, labels)).map((one) => (one.kind === 'one' ? one.labels : []))
  const [first = []] = people
  const areKnown = people.filter((one) => one.length > 0).length >= (both.length > 1 ? 1 : names.length)
  return areKnown && !people.every((one) => one.some((label) => first.includes(label)))
}
const TOGETHER = /\s(?:and|und|et|y)\s/u
const JOINED = /(?:\s(?:von|zu|der))+\s/u

/** “Another governor”, “a minister” */
export const isAnyHolder = (text: string, { kind, from }: Mention, { language }: Reader): boolean =>
  kind === 'title' && ANY[language]?.test(text.slice(0, from)) === true
const ANY: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:an?|another|one)\s$/iu,
  de: /(?<!\p{L})eine?\s$/iu,
  fr: /(?<!\p{L})une?(?:\sautre)?\s$/iu,
  es: /(?<!\p{L})(?:una?|otr[oa])\s$/iu,
}

/** English copy gives the words to somebody else than the name or pronoun beside them. */
export function isOfAnother(
  text: string,
  clause: Clause,
  verb: Verb | undefined,
  chosen: Subject,
  side: Side,
): boolean {
  if (side === 'before' && isChanted(text)) return true
  if (!verb) return false
  if (!chosen) return isToldTo(text, verb, clause.mentions) || (side === 'after' && isLed(text, verb))
  return isMention(chosen) && isInClause(text, verb, chosen)
}

/** “Hale never said”, “n’a jamais dit Macron”, “sagte Roe nie”. Not “Hale did not say when, but said”. */
export function isDenied(text: string, { to }: Mention, verb: Verb | undefined): boolean {
  const denial = NEVER_SAID.exec(text.slice(to))?.[0]
  if (denial !== undefined && (!verb || to + denial.length > verb.from)) return true
  if (!verb) return false
  const isBefore = to <= verb.from
  return (
    NEVER_BEFORE.test(text.slice(isBefore ? to : 0, verb.from)) ||
    NEVER_BEHIND.test(text.slice(isBefore ? verb.to : to))
  )
}
const NEVER_SAID =
  /^\s(?:\p{Ll}+ly\s)?(?:(?:has|have|had|did|does|would|could)(?:n[’']t|\s(?:not|never))|never|denied|refused|declined)\s(?:(?:to|ever|having)\s)?(?:say|said|saying|tell|told|telling|write|wrote|writing|written)(?!\p{L})/u
const NEVER_BEFORE =
  /(?<!\p{L})(?:n(?:e\s|[’'])(?:(?:l[’']|lui\s|a\s|avait\s){0,2}(?:jamais|pas)\s)?|nunca\s(?:(?:lo|le|ha|había)\s){0,2}|niemals?\s|nie\s)$/u
const NEVER_BEHIND = /^\s(?:noch\s)?(?:jamais|niemals?|nie)(?!\p{L})/u

/** “The president of France” need not be President Yoon, unless a label or the name behind says so. */
export function isOfOther(
  text: string,
  { kind, text: title, from, to }: Mention,
  clause: Clause,
  { labels }: Reader,
): boolean {
  const found = kind === 'title' ? titleOf(text, from, to) : undefined
  if (!found) return false
  const meant = resolveSpeaker(title, labels)
  const isNamed = clause.mentions.some((one) => one.known && /^,\s$/u.test(text.slice(found.to, one.from)))
  return meant.kind === 'one' && !isNamed && !meant.labels.some((label) => foldedName(label).includes(found.of))
}
