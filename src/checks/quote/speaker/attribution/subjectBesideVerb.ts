/** Which of the people in a clause is the subject of its verb of saying. */
import type { Reader } from './attribution'
import type { Clause, Mention } from './mentions'

export type Verb = Clause['verbs'][number]
export type Side = 'before' | 'after'

/** “several”: the clause does not tell which of them. */
export type Subject = Mention | 'several' | undefined
export const isMention = (chosen: Subject): chosen is Mention => chosen !== undefined && chosen !== 'several'

/** Between a subject and its verb: an adverb, an auxiliary. */
const BETWEEN = /^[ \u00A0]*(?:[\p{Ll}\p{Lo}\p{M}'’-]+[ \u00A0]+){0,3}$/u
const PASSIVE = /\b(?:was|were|is|are|been|being)\b/u
/** Arabic and Hebrew name the speaker behind the verb. */
const VERB_FIRST = new Set(['ar', 'he'])

/**
 * @param side - Whether the clause stands before or behind the quotation.
 * @returns “several”: one of them speaks, or somebody of theirs, and the clause does not tell who.
 */
export function besideVerb(
  text: string,
  { mentions }: Clause,
  verb: Verb,
  { language }: Reader,
  side: Side,
): Mention | 'several' | undefined {
  const subjects = mentions.filter(({ object }) => !object)
  const before = subjects.findLast(({ to }) => to <= verb.from)
  const after = subjects.find(({ from }) => from >= verb.to)
  const touches = (from: number, to: number): boolean => BETWEEN.test(text.slice(from, to))
  const isBefore = before !== undefined && touches(before.to, verb.from)
  // "Reed was told by Ortiz"
  if (isBefore && before && PASSIVE.test(text.slice(before.to, verb.from))) {
    const agent = mentions.find(({ from }) => from >= verb.to && /\bby (?:the )?$/u.test(text.slice(0, from)))
    return agent ?? 'several'
  }
  // “Hale met Poe, who said”
  const who = language === 'en' ? WHO.exec(text.slice(0, verb.from)) : null
  const meant = who && mentions.find(({ to, kind }) => to === who.index && kind === 'name')
  if (meant) return meant
  // “Ortiz, 54, told Hale”
  const led = language === 'en' ? leading(text, subjects, verb) : undefined
  const isTold = /^t(?:old|ells?)$/u.test(text.slice(verb.from, verb.to))
  const isAfter = after !== undefined && !led && !isTold && touches(verb.to, after.from)
  // “Auf die Frage antwortete Roe”
  if (isAfter && after?.known === true && language === 'de' && IN_FRONT.test(text)) return after
  if (isAfter && after && VERB_FIRST.has(language) && !(isBefore && before?.known && !after.known)) return after
  if (isBefore) return before
  if (isAfter && (side === 'after' || !subjects.some(({ to }) => to <= verb.from))) return after
  const earlier = subjects.filter(({ to }) => to <= verb.from)
  // Somebody of theirs says it: a lawyer, a son.
  const owned = mentions.some(({ owner, known }) => owner && known) ? ('several' as const) : undefined
  if (led?.known === true) return led
  const one = oneKnown(earlier)
  // “Ann Poe, who beat Hale, said”
  const isOther =
    led?.known === false && one !== undefined && one !== 'several' && /\s\p{Ll}/u.test(text.slice(led.to, one.from))
  return isOther ? 'several' : (one ?? earlier[0] ?? (isAfter ? after : undefined) ?? owned)
}

/** The subject before a verb, where an apposition or a clause between commas parts them. */
function leading(text: string, subjects: readonly Mention[], { from }: Clause['verbs'][number]): Mention | undefined {
  const [first] = subjects
  if (!first || first.to > from || !BEFORE_LED.test(text.slice(0, first.from))) return undefined
  return LED.test(text.slice(first.to, from)) ? first : undefined
}
/** German copy has the verb behind what stands in front, and then the subject. */
const IN_FRONT =
  /^[^\p{L}]*(?:Auf|Vor|Bei|Beim|Nach|In|Im|Am|An|Mit|Zu|Zum|Zur|Unter|Gegenüber|Während|Seit|Dem)\s(?!.*[,;:].*\p{L})/u
const WHO = /,\swho\s(?:\p{Ll}+\s)?$/u
const BEFORE_LED = /^[^\p{L}\p{N}]*(?:\p{L}[\p{Ll}'’-]*[\s,]+){0,3}$/u
const LED = /^,\s(?:.*,\s)?(?:\p{Ll}+\s){0,2}$/u

/** No verb of saying: “…” — Ortiz; Ortiz was firm: “…”; Yılmaz “…” */
export function withoutVerb(
  text: string,
  { mentions }: Clause,
  side: 'before' | 'after',
): Mention | 'several' | undefined {
  const subjects = mentions.filter(({ object }) => !object)
  const known = oneKnown(subjects)
  if (side === 'after') return /^[\s,]*[—–-]/u.test(text) ? (known ?? subjects[0]) : known
  if (known) return known
  const [first] = subjects
  return first && (first.kind === 'pronoun' || text.slice(0, first.from).trim() === '') ? first : undefined
}

function oneKnown(mentions: readonly Mention[]): Mention | 'several' | undefined {
  const known = mentions.filter((one) => one.known)
  const [first] = known
  if (!first) return undefined
  return known.every(({ text }) => text === first.text) || known.length === 1 ? first : 'several'
}
