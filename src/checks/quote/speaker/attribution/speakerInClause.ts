/** Who speaks in a clause before or behind a quotation. */
import { isJoinedScript } from '../name/foldedName'
import { parseName } from '../name/parseName'
import { isFormer } from '../name/titles'
import { named, NOBODY, type SpeakerFound, type Reader } from './attribution'
import { isNobodysName } from './isNobodysName'
import { isAnyHolder, isDenied, isOfAnother, isOfOther, namesTwo } from './isSomebodyElse'
import { joinedClause } from './joinedMentions'
import { isAnswered, isFollowed } from './koreanClauses'
import { clauseIn, sayingWords, type Clause, type Mention } from './mentions'
import { besideVerb, isMention, withoutVerb, type Subject } from './subjectBesideVerb'
import { isInverted, isNameBehind, isUnnamed } from './unnamed'

/**
 * @param side - Whether the clause stands before or behind the quotation.
 * @returns “pronoun”: the speaker was named further up.
 */
export function inClause(text: string, reader: Reader, side: 'before' | 'after'): SpeakerFound {
  if (text.trim() === '') return undefined
  if (isJoinedScript(text)) return inJoinedClause(text, reader, side)
  return reader.language === 'th' ? inSpacedClause(apartInThai(text), reader, side) : inSpacedClause(text, reader, side)
}

/** Thai has no spaces between a name and its verb. */
const apartInThai = (text: string): string =>
  [...sayingWords('th').saying]
    .toSorted((a, b) => b.length - a.length)
    .reduce((apart, verb) => apart.replace(new RegExp(`(?<!\\S)(\\S*?)${verb}(?!\\S)`, 'u'), `$1 ${verb} `), text)

function inSpacedClause(text: string, reader: Reader, side: 'before' | 'after'): SpeakerFound {
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

/** “Former ” before “governor”: who holds the office now is another one. */
function formerBefore(text: string, { kind, from }: Mention): string {
  const word = kind === 'title' ? /(?<![\p{L}-])\p{L}+\s$/u.exec(text.slice(0, from))?.[0] : undefined
  return word !== undefined && isFormer(word) ? word : ''
}

const isVague = (chosen: Subject): boolean => chosen === undefined || (isMention(chosen) && chosen.kind === 'title')

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

/** “dijo la presidenta del Congreso”: the article and the house tell who it is in the Cortes. */
function officeInCortes(text: string, { kind, from, to }: Mention, { labels }: Reader): string | undefined {
  const article = ARTICLE.exec(text.slice(0, from))?.[0].toLowerCase()
  if (kind !== 'title' || article === undefined) return undefined
  if (labels.every((label) => parseName(label).office === undefined)) return undefined
  return `${article}${text.slice(from, to)}${OF_WHAT.exec(text.slice(to))?.[0] ?? ''}`
}
const ARTICLE = /(?<!\p{L})(?:el|la)\s$/iu
const OF_WHAT = /^\sde(?:l|\sla)?(?:\s(?:y\s)?\p{Lu}\p{L}+)+/u

function inJoinedClause(text: string, { language, labels }: Reader, side: 'before' | 'after'): SpeakerFound {
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
