/**
 * Different values in words: “Tuesday” and “Wednesday”, “Kim Min” and “Kim Jun”, “largest” and
 * “second-largest”. The same put differently differs in nothing: “Kim” is part of “Kim Min”, and nobody can tell
 * whether “the central bank” is the Bank of Korea.
 */
import type { FactType } from '../../../story/ledger/facts/fact'
import { dropClosing } from '../../../story/copy/words/factWords'
import { compareNames } from '../../quote/speaker/name/compareNames'
import { parseName } from '../../quote/speaker/name/parseName'

/** Of one claim, these say the same in the same words, or in more of them. */
const LITERAL: ReadonlySet<FactType> = new Set(['place', 'title', 'superlative', 'quote'])

/** Whether the words of two facts of one claim and type name different days, months, people, places or ranks. */
export function areOtherWords(type: FactType, words: string, others: string): boolean {
  const [one, other] = [dropClosing(words), dropClosing(others)]
  if (type === 'date') return CALENDARS.some((names) => areApart(named(names, one), named(names, other)))
  if (LITERAL.has(type)) return areApartInWords(one, other)
  return type === 'name' && areOtherNames(one, other)
}

/** What makes another thing of the words that it stands with: “deputy minister”, “second-largest”, “will not sign”. */
const ALTERING = new RegExp(
  "^(?:not|no|never|nor|neither|without|cannot|\\p{L}+n[’']t|nicht|kein\\p{L}*|nie|pas|jamais|ni|nunca|jamás|sin|" +
    'ohne|sans|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|' +
    '\\p{Nd}+(?:st|nd|rd|th|e|er|ème)?|zweit\\p{L}*|dritt\\p{L}*|viert\\p{L}*|deuxième|troisième|quatrième|' +
    'segund[oa]|tercer[oa]?|cuart[oa]|' +
    'deputy|vice|former|ex|acting|assistant|associate|interim|designate|elect|junior|' +
    'shadow|once|late|stellvertretend\\p{L}*|vize\\p{L}*|ehemalig\\p{L}*|adjointe?|ancien(?:ne)?|' +
    'antigu[oa]|exministr[oa]|among|nearly|almost|fast|presque|casi)$',
  'iu',
)
/** In scripts without spaces, and in Korean: 두 번째, 부장관, 전 장관, 않. */
const ALTERING_SIGNS = /번째|[안않못부전차제第次副前元非不没無]|아니/u
const ARTICLES = new Set(['the', 'a', 'an', 'der', 'die', 'das', 'le', 'la', 'les', 'el', 'los', 'las'])
const JOINED = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}]/u

/** Whether neither words hold the other ones, or the longer ones hold what makes another thing of them. */
function areApartInWords(one: string, other: string): boolean {
  // Nobody can tell whether 부산 is Busan.
  if (JOINED.test(one) !== JOINED.test(other)) return false
  const [short, long] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length)
  if (!short || !long || short.length === 0) return false
  if (JOINED.test(one)) {
    const [a, b] = [short.join(''), long.join('')].toSorted((x, y) => x.length - y.length)
    return a === undefined || b === undefined || !b.includes(a) || ALTERING_SIGNS.test(b.replace(a, ''))
  }
  const at = long.findIndex((_, from) => short.every((word, index) => word === long[from + index]))
  if (at < 0) return true
  return [...long.slice(0, at), ...long.slice(at + short.length)].some((word) => ALTERING.test(word))
}

/** The words in small letters, without articles and the s of the plural. */
const wordsOf = (text: string): readonly string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]+(?:['’]t(?!\p{L}))?/gu) ?? []
  )
    .filter((word) => !ARTICLES.has(word))
    .map((word) => (word.length > 3 ? word.replace(/s$/u, '') : word))

type Calendar = readonly RegExp[]

const calendar = (...names: readonly string[]): Calendar =>
  names.map((all) => new RegExp(`(?<!\\p{L})(?:${all})(?!\\p{L})`, 'iu'))

const DAYS = calendar(
  'mondays?|montags?|lundi|lunes',
  'tuesdays?|dienstags?|mardi|martes',
  'wednesdays?|mittwochs?|mercredi|miércoles',
  'thursdays?|donnerstags?|jeudi|jueves',
  'fridays?|freitags?|vendredi|viernes',
  'saturdays?|samstags?|sonnabends?|samedi|sábado',
  'sundays?|sonntags?|dimanche|domingo',
)
/** Sunday is not 일 alone, which is a day. */
const JOINED_DAYS: Calendar = [...'월화수목금토일'].map((sign, at) => {
  const han = '月火水木金土日'[at] ?? ''
  return new RegExp(`${sign}요일|${han}曜|(?:星期|周|週|礼拜)${'一二三四五六日'[at] ?? ''}`, 'u')
})
const MONTHS = calendar(
  'january|januar|jan\\.|janvier|enero',
  'february|februar|feb\\.|février|febrero',
  'march|märz|mars|marzo',
  'april|avril|abril',
  'may|mai|mayo',
  'june|juni|juin|junio',
  'july|juli|juillet|julio',
  'august|aug\\.|août|agosto',
  'september|sept\\.|septembre|se[p]?tiembre',
  'october|oktober|oct\\.|okt\\.|octobre|octubre',
  'november|nov\\.|novembre|noviembre',
  'december|dezember|dec\\.|dez\\.|décembre|diciembre',
)
const RELATIVE: Calendar = [
  /(?<!\p{L})yesterday(?!\p{L})|어제|昨日|昨天/iu,
  /(?<!\p{L})to(?:day|night)(?!\p{L})|오늘|今日|今天/iu,
  /(?<!\p{L})tomorrow(?!\p{L})|내일|明日|明天/iu,
]

const CALENDARS: readonly Calendar[] = [
  DAYS.map((pattern, at) => new RegExp(`${pattern.source}|${JOINED_DAYS[at]?.source ?? ''}`, 'iu')),
  MONTHS,
  RELATIVE,
]

const named = (names: Calendar, words: string): readonly number[] =>
  names.flatMap((name, at) => (name.test(words) ? [at] : []))

const areApart = (a: readonly number[], b: readonly number[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one))

/** Without titles: who is Mr. here and Prime Minister there is one person. */
function areOtherNames(one: string, other: string): boolean {
  const [a, b] = [parseName(one), parseName(other)]
  if (a.joined !== b.joined || a.parts.length === 0 || b.parts.length === 0) return false
  if (!isProper(one) || !isProper(other)) return false
  const [short, long] = [a.parts.join(''), b.parts.join('')].toSorted((x, y) => x.length - y.length)
  if (short === undefined || long === undefined || (a.joined ? isAbridged(short, long) : long.includes(short)))
    return false
  // “Pelé” may be Edson Arantes.
  if (!a.joined && a.parts.length > 1 !== b.parts.length > 1) return false
  const plain = { offices: [], former: false } as const
  const { address: _a, ...first } = a
  const { address: _b, ...second } = b
  return compareNames({ ...first, ...plain }, { ...second, ...plain }) === 'different'
}

/** Whether all words are names. “BOK” may be anybody. */
const isProper = (words: string): boolean =>
  !/^\p{Lu}{2,}$/u.test(words) && (words.match(/[\p{L}\p{M}'’-]+/gu) ?? []).every((word) => !/^\p{Ll}/u.test(word))

/** Whether the signs of the shorter one are in the longer one, in order: 국힘 and 국민의힘. */
function isAbridged(short: string, long: string): boolean {
  let at = 0
  for (const sign of short) {
    const found = long.indexOf(sign, at)
    if (found < 0) return false
    at = found + sign.length
  }
  return true
}
