/**
 * Reads off the copy who is said to have said a quotation: the attribution before, behind or in the middle of it, or
 * whom a pronoun means.
 */
import { quotedRegions } from '../../../story/copy/words/quotedRegions'
import { sentencesOf } from '../../../story/copy/words/sentences'
import { recognise } from '../words/recognise'
import { isAnswered, isFollowed, isOfNobody, ownClause } from './koreanClauses'
import { clauseIn, sayingWords, type Clause, type Mention } from './mentions'
import { joinedClause } from './joinedMentions'
import { isNobodysName } from './isNobodysName'
import { foldedName, isFormer, isJoinedScript, parseName } from './parseName'
import { resolveSpeaker } from './resolveSpeaker'
import { titleOf } from './titleOf'
import { isChanted, isInClause, isInverted, isLed, isNameBehind, isToldTo, isUnnamed } from './unnamed'

export interface QuoteInCopy {
  /** The graf, and the range of the quotation in it. */
  readonly graf: string
  readonly from: number
  readonly to: number
  /** The grafs before, the nearest last. */
  readonly earlier?: readonly string[]
}

export interface Attribution {
  /** As the copy names the speaker; empty: somebody who cannot be made out. */
  readonly name: string
  /** Named beside the quotation with a verb of saying: no pronoun, nothing inferred. */
  readonly sure: boolean
}

interface Reader {
  readonly language: string
  readonly parts: ReadonlySet<string>
  readonly labels: readonly string[]
  /** Only whom a pronoun further down means is sought: people without a name are passed over. */
  readonly onlyNames?: boolean
}

const GAP = '\u0002'
/** Grafs before that a pronoun may mean somebody of. */
const MOST_EARLIER = 6
/** More of a graf says nothing of a quotation. */
const FARTHEST = 2000

/** The parts of the copy that tell who said a quotation. */
export function aroundQuotation({ graf, from, to, earlier = [] }: QuoteInCopy): QuoteInCopy {
  const start = Math.max(0, from - FARTHEST)
  return {
    graf: graf.slice(start, to + FARTHEST),
    from: from - start,
    to: to - start,
    earlier: earlier.slice(-MOST_EARLIER).map((text) => text.slice(-FARTHEST)),
  }
}

/** Undefined if the copy names nobody. `labels`: the speakers in the transcript. */
export function readAttribution(copy: QuoteInCopy, labels: readonly string[]): Attribution | undefined {
  const { graf, from, to, earlier = [] } = aroundQuotation(copy)
  const outside = withoutQuotations(graf, from, to)
  const reader: Reader = {
    language: recognise(outside.replaceAll(GAP, ' ').trim() === '' ? graf : `${outside.replaceAll(GAP, ' ')} ${graf}`),
    parts: new Set(labels.flatMap((label) => parseName(label).parts).filter((part) => part.length > 1)),
    labels,
  }
  const sentences = sentencesOf(graf)
  const first = sentences.find((sentence) => sentence.to > from)?.from ?? 0
  // « Avez-vous signé ? » a demandé le juge: the question ends no sentence.
  const goesOn = to + (/^[\s\u00A0]*(?=\p{Ll})/u.exec(graf.slice(to))?.[0].length ?? 0)
  const last = sentences.find((sentence) => (goesOn > to ? sentence.to > goesOn : sentence.to >= to))?.to ?? graf.length
  const inside = outside.slice(from, to).replaceAll(GAP, ' ')
  const own = inside.trim() === '' ? undefined : inClause(inside, reader, 'after')
  const found = own ?? inSentence(outside, Math.min(first, from), from, to, Math.max(last, to), graf, reader)
  if (found && found !== 'pronoun') return found
  const next = found ? undefined : afterwards(outside, Math.max(last, to), reader)
  if (next) return next
  if (!found && !/[\p{L}\p{N}]/u.test(outside)) return ofGrafBefore(earlier.at(-1) ?? '', reader)
  return antecedent(outside.slice(0, found ? from : Math.min(first, from)), earlier, reader, found === 'pronoun')
}

/** Only quotations stand in the graf: “Brown said:” before it names the speaker, or the last speaker there does. */
function ofGrafBefore(graf: string, reader: Reader): Attribution | undefined {
  const its = { ...reader, language: recognise(graf) }
  const last = sentencesOf(graf).at(-1)
  const introduces = last && /[:：]\s*$/u.test(graf) ? inClause(graf.slice(last.from), its, 'before') : undefined
  return introduces && introduces !== 'pronoun' ? introduces : antecedent(graf, [], its, false)
}

/** Quotations become GAP, so that offsets stay. */
function withoutQuotations(graf: string, from: number, to: number): string {
  const signs = [...graf].length === graf.length ? [...graf] : graf.split('')
  const blank = (start: number, end: number): void => void signs.fill(GAP, start, end)
  for (const region of quotedRegions(graf, 'und')) blank(region.from, region.to)
  // A tag over two quotations holds the attribution between them.
  const spans = quotedRegions(graf.slice(from, to), 'und').length > 1
  if (!spans) blank(from, to)
  return signs.join('')
}

type Found = Attribution | 'pronoun' | undefined

function inSentence(
  outside: string,
  start: number,
  from: number,
  to: number,
  end: number,
  graf: string,
  reader: Reader,
): Found {
  const gapAfter = outside.indexOf(GAP, skipGap(outside, to))
  const whole = outside.slice(skipGap(outside, to), gapAfter >= 0 && gapAfter < end ? gapAfter : end)
  if (isOfNobody(whole)) return NOBODY
  const after = ownClause(whole)
  const before = outside.slice(start, from).replace(new RegExp(`${GAP}+$`, 'u'), '')
  const near = before.slice(before.lastIndexOf(GAP) + 1)
  const ends = /[.。।۔．][”"»」』’'\u0002]*$/u.test(graf.slice(from, to)) && !/^\s*[,，、–—-]/u.test(after)
  const goesOn = gapAfter >= 0 && gapAfter < end
  const introduces = goesOn && (/[:：,，]\s*$/u.test(after) || CONJUNCTION.test(after))
  const behind = inClause(after, reader, 'after')
  const leading = inClause(near, reader, 'before') ?? (near === before ? undefined : inClause(before, reader, 'before'))
  if (leading && (ends || introduces) && (saysIn(near, reader) || /[:：]\s*$/u.test(near))) return leading
  return behind ?? leading
}

/** “…” and Lund said “…”: what follows the conjunction introduces the next quotation. */
const CONJUNCTION =
  /^\s*[,;]?\s*(?:and|but|while|whereas|und|aber|während|et|mais|tandis|alors|y|pero|mientras|e|mas|enquanto|ma|mentre|en|maar|terwijl|och|men|medan|i|ale|и|а|но|та|але|ve)\s/iu

/** The closing mark of a tag that ends before it. */
function skipGap(outside: string, at: number): number {
  let end = at
  while (outside.charAt(end) === GAP) end++
  return end
}

const saysIn = (text: string, { language, parts }: Reader): boolean =>
  isJoinedScript(text) || clauseIn(text, language, parts).verbs.length > 0

const named = ({ text }: Mention, sure: boolean): Attribution => ({ name: text, sure })
const NOBODY: Attribution = { name: '', sure: false }

function inClause(text: string, reader: Reader, side: 'before' | 'after'): Found {
  if (text.trim() === '') return undefined
  if (isJoinedScript(text)) return inJoinedClause(text, reader, side)
  return reader.language === 'th' ? inSpacedClause(apartInThai(text), reader, side) : inSpacedClause(text, reader, side)
}

/** Thai has no spaces between a name and its verb. */
const apartInThai = (text: string): string =>
  [...sayingWords('th').saying]
    .toSorted((a, b) => b.length - a.length)
    .reduce((apart, verb) => apart.replace(new RegExp(`(?<!\\S)(\\S*?)${verb}(?!\\S)`, 'u'), `$1 ${verb} `), text)

function inSpacedClause(text: string, reader: Reader, side: 'before' | 'after'): Found {
  const clause = clauseIn(text, reader.language, reader.parts)
  const verb = side === 'before' ? clause.verbs.at(-1) : clause.verbs[0]
  const chosen = verb ? besideVerb(text, clause, verb, reader, side) : withoutVerb(text, clause, side)
  const isTitleInCortes = isMention(chosen) && officeInCortes(text, chosen, reader) !== undefined
  const mayBeApposed = verb && side === 'after' && isInverted(text, verb) && isVague(chosen) && !isTitleInCortes
  const apposed = mayBeApposed ? inApposition(text, clause, verb) : undefined
  if (apposed) return named(apposed, true)
  const isBehind = verb && isMention(chosen) && chosen.kind === 'name' && isNameBehind(text, verb, chosen)
  if (reader.onlyNames !== true && !isBehind && isUnnamed(text, reader.language, verb, side)) return NOBODY
  if (reader.language === 'en' && reader.onlyNames !== true && isOfAnother(text, clause, verb, chosen, side))
    return NOBODY
  if (!chosen) return undefined
  if (chosen === 'several') return NOBODY
  if (chosen.kind === 'pronoun') return 'pronoun'
  const inCortes = officeInCortes(text, chosen, reader)
  if (inCortes === undefined && isOfOther(text, chosen, clause, reader)) return NOBODY
  if (namesTwo(chosen, reader) || isAnyHolder(text, chosen, reader)) return NOBODY
  const isNobodys = chosen.kind === 'name' && !chosen.known && isNobodysName(chosen.text)
  // “Hale refused to say more. “…,” she said.”
  if (isNobodys || (reader.onlyNames !== true && isDenied(text, chosen, verb))) return NOBODY
  return { name: inCortes ?? `${formerBefore(text, chosen)}${chosen.text}`, sure: verb !== undefined }
}

/** “Hale and Becker”, “Scholz zu Roe”: two people, and no name of one. */
function namesTwo({ text }: Mention, { labels }: Reader): boolean {
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
const isAnyHolder = (text: string, { kind, from }: Mention, { language }: Reader): boolean =>
  kind === 'title' && ANY[language]?.test(text.slice(0, from)) === true
const ANY: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:an?|another|one)\s$/iu,
  de: /(?<!\p{L})eine?\s$/iu,
  fr: /(?<!\p{L})une?(?:\sautre)?\s$/iu,
  es: /(?<!\p{L})(?:una?|otr[oa])\s$/iu,
}

/** “Former ” before “governor”: who holds the office now is another one. */
function formerBefore(text: string, { kind, from }: Mention): string {
  const word = kind === 'title' ? /(?<![\p{L}-])\p{L}+\s$/u.exec(text.slice(0, from))?.[0] : undefined
  return word !== undefined && isFormer(word) ? word : ''
}

/** English copy gives the words to somebody else than the name or pronoun beside them. */
function isOfAnother(text: string, clause: Clause, verb: Verb | undefined, chosen: Chosen, side: Side): boolean {
  if (side === 'before' && isChanted(text)) return true
  if (!verb) return false
  if (!chosen) return isToldTo(text, verb, clause.mentions) || (side === 'after' && isLed(text, verb))
  return isMention(chosen) && isInClause(text, verb, chosen)
}
type Verb = Clause['verbs'][number]
type Side = 'before' | 'after'

type Chosen = Mention | 'several' | undefined
const isMention = (chosen: Chosen): chosen is Mention => chosen !== undefined && chosen !== 'several'
const isVague = (chosen: Chosen): boolean => chosen === undefined || (isMention(chosen) && chosen.kind === 'title')

/** “Hale never said”, “n’a jamais dit Macron”, “sagte Roe nie”. Not “Hale did not say when, but said”. */
function isDenied(text: string, { to }: Mention, verb: Verb | undefined): boolean {
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

/** “said his mother, Tanya Greene”, “a dit la maire de Paris, Anne Hidalgo”: the name of whom the words before mean. */
function inApposition(text: string, { mentions }: Clause, verb: Clause['verbs'][number]): Mention | undefined {
  const noun = APPOSED.exec(text.slice(verb.to))?.[0]
  if (noun === undefined || OF_SOMEBODY.test(noun)) return undefined
  const from = verb.to + noun.length
  const found = mentions.find((one) => one.from === from && one.kind === 'name' && one.known && !one.object)
  return found && found.text.includes(' ') && ENDS_APPOSITION.test(text.slice(found.to)) ? found : undefined
}
const APPOSED = /^\s(?=\p{Ll})[^,;:.()]{1,80},\s/u
/** It may be the boy who has the name: “the mother of the boy, Tom Becker”. */
const OF_SOMEBODY =
  /\s(?:\p{L}{1,7}\s(?:la|las|le|les|el|los|the|an?|une?|una?|his|her|son|sa|sus?)|du|des|del|al|aux?)\s\p{Ll}|\sde\sl[’']\p{Ll}/u
const ENDS_APPOSITION = /^(?:\s*$|[.;:!?)]|\s\(|,(?!\s(?:and|et|y|e|und|as|while|with)\s))/u

/** “The president of France” need not be President Yoon, unless a label or the name behind says so. */
function isOfOther(
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

/** “dijo la presidenta del Congreso”: the article and the house tell who it is in the Cortes. */
function officeInCortes(text: string, { kind, from, to }: Mention, { labels }: Reader): string | undefined {
  const article = ARTICLE.exec(text.slice(0, from))?.[0].toLowerCase()
  if (kind !== 'title' || article === undefined) return undefined
  if (labels.every((label) => parseName(label).office === undefined)) return undefined
  return `${article}${text.slice(from, to)}${OF_WHAT.exec(text.slice(to))?.[0] ?? ''}`
}
const ARTICLE = /(?<!\p{L})(?:el|la)\s$/iu
const OF_WHAT = /^\sde(?:l|\sla)?(?:\s(?:y\s)?\p{Lu}\p{L}+)+/u

/** Between a subject and its verb: an adverb, an auxiliary. */
const BETWEEN = /^[ \u00A0]*(?:[\p{Ll}\p{Lo}\p{M}'’-]+[ \u00A0]+){0,3}$/u
const PASSIVE = /\b(?:was|were|is|are|been|being)\b/u
/** Arabic and Hebrew name the speaker behind the verb. */
const VERB_FIRST = new Set(['ar', 'he'])

function besideVerb(
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
function withoutVerb(text: string, { mentions }: Clause, side: 'before' | 'after'): Mention | 'several' | undefined {
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

function inJoinedClause(text: string, { language, labels }: Reader, side: 'before' | 'after'): Found {
  const { mentions, unknown, lastUnknown = -1, unnamed = -1 } = joinedClause(text, language, labels.map(parseName))
  const subjects = mentions.filter(({ object }) => !object)
  const particle = subjects.filter(({ text: name, to }) => isSubject(text, name, to))
  const isBefore = side === 'before' && language !== 'zh'
  const last = particle.at(-1)
  // 이 장관은 한 기자가 묻자: he answers.
  const isAnswer = last !== undefined && isAnswered(text.slice(last.to))
  const topic = isAnswer ? particle.slice(0, -1).findLast(({ to }) => /^[은는]/u.test(text.slice(to))) : undefined
  const chosen = isBefore ? (topic ?? last ?? subjects.at(-1)) : (particle[0] ?? subjects[0])
  if (!chosen) return unknown ? NOBODY : undefined
  // 이철수 장관이 나가자 한 시민이, 이철수 장관 옆 시민들은
  const isTitled = parseName(chosen.text).offices.length > 0
  const isOther =
    isTitled && particle.length === 0 && !/^(?:에\s(?:따르|의하)|\s(?:역시|또한))/u.test(text.slice(chosen.to))
  if (side === 'before' && (unnamed >= chosen.to || (isOther && lastUnknown >= chosen.to))) return NOBODY
  if (isBefore && language === 'ko' && isFollowed(text.slice(chosen.to))) return NOBODY
  return chosen.kind === 'pronoun' ? 'pronoun' : named(chosen, true)
}

const isSubject = (text: string, name: string, to: number): boolean =>
  /[은는가は]$/u.test(name) || /^(?:은|는|이|가|께서|도|は|が|も)/u.test(text.slice(to, to + 2))

/** A sentence that says whose words stood before it. */
const SAID_BEHIND = /말이다|말입니다|설명이다|주장이다|とのこと|という|(?:そう|こう|このように)[\p{sc=Han}]/u

/** “…” 윤 교수의 말이다. */
function afterwards(outside: string, from: number, reader: Reader): Attribution | undefined {
  const rest = outside.slice(from, from + 200).trimStart()
  const sentence = sentencesOf(rest)[0]
  const text = sentence ? rest.slice(sentence.from, sentence.to) : ''
  if (!SAID_BEHIND.test(text) || text.includes(GAP)) return undefined
  const found = inClause(text, reader, 'after')
  return found === 'pronoun' ? undefined : found
}

/** Whom a pronoun means, or who goes on speaking: the one named last before. */
function antecedent(
  before: string,
  earlier: readonly string[],
  reader: Reader,
  pronoun: boolean,
): Attribution | undefined {
  const texts = [before, ...(pronoun ? earlier.toReversed() : [])]
  for (const text of texts) {
    const outside = withoutQuotations(text, 0, 0)
    for (const { from, to } of sentencesOf(outside.replaceAll(GAP, '“')).toReversed()) {
      const sentence = outside.slice(from, to)
      const found = inEarlier(sentence, reader, pronoun)
      if (found) return found
    }
  }
  return undefined
}

function inEarlier(sentence: string, reader: Reader, pronoun: boolean): Attribution | undefined {
  const clause = sentence.replaceAll(GAP, ' ')
  const isQuoted = sentence.includes(GAP)
  const found = inClause(clause, { ...reader, onlyNames: !isQuoted }, isQuoted ? 'after' : 'before')
  if (found && found !== 'pronoun') {
    // One capital at the start of a sentence need not be a name.
    const vague = !found.name.includes(' ') && resolveSpeaker(found.name, reader.labels).kind === 'none'
    return vague ? NOBODY : { ...found, sure: false }
  }
  if (!pronoun) return undefined
  const mentions = isJoinedScript(clause)
    ? joinedClause(clause, reader.language, reader.labels.map(parseName)).mentions
    : clauseIn(clause, reader.language, reader.parts).mentions
  const subject = mentions.find(({ object, kind }) => !object && kind !== 'pronoun')
  return subject?.known === true ? named(subject, false) : undefined
}
