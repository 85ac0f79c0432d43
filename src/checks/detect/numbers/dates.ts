/**
 * Dates, years, weekdays and times of day, in English, German, French, Spanish, Korean, Japanese and Chinese. Does
 * not see: holidays ("Christmas Eve"), "last week", written-out times ("half past nine"), lunar dates. A month alone
 * counts after a small word ("in March", "early May"): "May" and "April" are names, too.
 */
import { lazy } from '../../../story/text/lazy'
import type { Region, Statement } from '../statement'
import { countsAlways, countsNext, isYear, YEAR } from './years'

const MONTH =
  '(?:Jan(?:uary?|uar)?|Feb(?:ruary?|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|' +
  'Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)\\.?'
/** Lower case, as French and Spanish write them. */
const ROMANCE_MONTH =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)'
const DAY = '(?!3[2-9]|[4-9]\\p{Nd})\\p{Nd}{1,2}(?!\\p{Nd})'
const YEAR_DIGITS = '(?:1\\p{Nd}|20)\\p{Nd}{2}\\b'

/** With digits: month and day, numeric dates, decades, times. */
const WESTERN = lazy<readonly RegExp[]>(() => [
  new RegExp(`\\b${MONTH}\\s${DAY}(?:st|nd|rd|th)?(?:\\s?[–-]\\s?${DAY})?(?:,?\\s${YEAR_DIGITS})?`, 'gu'),
  new RegExp(
    `(?<![\\p{Nd}.,])${DAY}(?:st|nd|rd|th|\\.)?\\s(?:of\\s)?${MONTH}(?![\\p{L}])(?:,?\\s${YEAR_DIGITS})?`,
    'gu',
  ),
  new RegExp(`\\b${MONTH},?\\s${YEAR_DIGITS}`, 'gu'),
  new RegExp(
    `(?<![\\p{Nd}.,])${DAY}(?:er|º|\\.)?(?:\\s(?:et|au|y|al|-|a)\\s(?:le\\s|el\\s)?${DAY})?\\s(?:de\\s)?${ROMANCE_MONTH}(?![\\p{L}])(?:\\s(?:de\\s|del\\s)?${YEAR_DIGITS})?`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}])${ROMANCE_MONTH}\\s(?:de\\s|del\\s)?${YEAR_DIGITS}`, 'giu'),
  /(?<![\p{Nd}])\p{Nd}{1,2}[.:]\p{Nd}{2}\s(?:horas|heures)(?!\p{L})|(?<=(?:à|vers|dès|avant|après)\s)\p{Nd}{1,2}\sheures?(?!\p{L}|\sde)|(?<![\p{Nd}])\p{Nd}{1,2}\s?h(?:\s?\p{Nd}{2})?(?![\p{L}\p{Nd}])|(?:années|años|Jahre[n]?|década de los)\s\p{Nd}{2}(?!\p{Nd})|\p{Nd}{2,4}er(?:[- ]Jahre\p{L}*)?(?![\p{L}])/gu,
  /(?<![\p{Nd}.])(?:\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{1,2}\/\p{Nd}{1,2}\/\p{Nd}{2,4}|\p{Nd}{1,2}\.\s?\p{Nd}{1,2}\.\s?\p{Nd}{4}|\p{Nd}{4}\.\s?\p{Nd}{1,2}\.\s?\p{Nd}{1,2}\.?)(?!\p{Nd})/gu,
  /(?<![\p{L}\p{Nd}])(?:1[1-9]|20)\p{Nd}0s\b|['’]\p{Nd}0s\b|(?<=\s)['’]\p{Nd}{2}(?![\p{Nd}\p{L}%])/gu,
  /(?<![\p{Nd}:.,])\p{Nd}{1,2}(?:[:.]\p{Nd}{2})?\s?(?:a\.m\.|p\.m\.|[ap]m\b|[AP]M\b|Uhr\b)|(?<![\p{Nd}:])(?:[01]?\p{Nd}|2[0-4]):[0-5]\p{Nd}(?![\p{Nd}:]|[.,]\p{Nd})(?:\s(?:GMT|UTC|KST|[ECMP][SD]?T|CET)\b)?/gu,
])
const CJK = lazy<readonly RegExp[]>(() => [
  /(?<!\p{Nd})\p{Nd}{4}\s?[年년](?!\s?(?:만|동안))(?:\s?\p{Nd}{1,2}\s?[月월](?:\s?\p{Nd}{1,2}\s?[日일])?)?/gu,
  /(?<!\p{Nd})\p{Nd}{2,4}\s?(?:년대|年代|학년도|年度)/gu,
  // “1~9월”, and quarters: “3분기” is a period, “3분기 연속” a count.
  /(?<!\p{Nd})\p{Nd}{1,2}\s?[~∼～〜–-]\s?\p{Nd}{1,2}\s?[月월]/gu,
  /(?<![\p{Nd}.,])[1-4]분기(?!\s?(?:연속|만에|만의|째|동안|내리|이상|에\s걸|간))/gu,
  /(?<!\p{Nd})\p{Nd}{1,2}\s?[月월](?:\s?\p{Nd}{1,2}\s?[日일])?/gu,
  /(?<![\p{Nd},.])\p{Nd}{1,2}[日일](?!\s?(?:[간間동째]|만에|연속|이내|이상|넘|가량|정도|남짓|걸[리렸려]|치\s|ぶり|連続|以[内上]|[内內]|ほど|あまり|余り|目|がかり))/gu,
  /(?:오전|오후|午前|午後)?\s?(?<!\p{Nd})\p{Nd}{1,2}[시時](?![간間])(?:\s?\p{Nd}{1,2}[분分])?/gu,
])
const WEEKDAY = lazy(
  () =>
    /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)s?\b|(?<!\p{L})(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?!\p{L})/gu,
)
const WHOLE_MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|' +
  'Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)'
/** “in March”, “mid-May”, “March, April and May”; neither “April Johnson” nor “March 3”, which other patterns see. */
const BARE_MONTH = lazy(
  () =>
    new RegExp(
      '(?<=(?<!\\p{L})(?:[Ii]n|[Ss]ince|[Uu]ntil|till|by|of|from|to|through|throughout|last|next|this|early|late|mid|' +
        'before|after|during|and|or|for|between|every|each|im|seit|bis|ab|Anfang|Mitte|Ende)[\\s-]|' +
        `${WHOLE_MONTH},\\s)${WHOLE_MONTH}(?![\\p{L}\\p{Nd}]|[\\s-][\\p{Lu}\\p{Nd}])`,
      'gu',
    ),
)
/** `hasBareYears`: whether the sentence at an offset names years without a small word: “Er starb 1999.” */
export function findDates(text: string, hasBareYears: (at: number) => boolean = () => false): readonly Statement[] {
  const seen: Region[] = []
  const hasDigits = /\p{Nd}/u.test(text)
  const patterns = [
    WEEKDAY(),
    BARE_MONTH(),
    ...(hasDigits ? WESTERN() : []),
    ...(hasDigits && /[年月日년월일시時代点點时기]/u.test(text) ? CJK() : []),
  ]
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const lead = match[0].length - match[0].trimStart().length
      const region = withoutCount(text, { from: match.index + lead, to: match.index + match[0].length })
      if (region) seen.push(region)
    }
  }
  for (const match of text.matchAll(YEAR())) {
    if (isYear(text, match.index, match.index + 4, hasBareYears(match.index)))
      seen.push({ from: match.index, to: match.index + 4 })
  }
  const regions: Region[] = []
  for (const region of seen.filter((one) => !isScore(text, one)).sort((x, y) => x.from - y.from)) {
    const last = regions.at(-1)
    if (!last || last.to <= region.from) regions.push(region)
    else if (region.to - region.from > last.to - last.from) regions[regions.length - 1] = region
  }
  return regions.map(({ from, to }) => ({ kind: 'date', from, to, coreFrom: from, coreTo: to }))
}

const MONTH_AND_NUMBER = lazy(() => new RegExp(`^${MONTH}\\s\\p{Nd}{1,2}$`, 'u'))
const DATE_AND_YEAR = /[\s,]+(?:1\p{Nd}|20)\p{Nd}{2}$/u
/** Nobody writes “in May 12”. */
const IN_MONTH = /(?<!\p{L})(?:in|during|throughout|im)[\s\u00A0]$/iu
const FATE = /^[\s\u00A0](?:of|were|are|have|had|died|fell|fled|more|others)(?!\p{L})/u

/** “In March 12 people died” and “on May 5 2000 people marched” end in a count. Undefined if no date remains. */
function withoutCount(text: string, { from, to }: Region): Region | undefined {
  const [shown, after] = [text.slice(from, to), text.slice(to, to + 64)]
  if (MONTH_AND_NUMBER().test(shown)) {
    const isIn = IN_MONTH.test(text.slice(Math.max(0, from - 12), from))
    return countsAlways(after) || (isIn && (countsNext(after) || FATE.test(after))) ? undefined : { from, to }
  }
  const year = DATE_AND_YEAR.exec(shown)
  if (!year || !countsAlways(after)) return { from, to }
  return /\p{Nd}/u.test(shown.slice(0, year.index)) ? { from, to: from + year.index } : undefined
}

/** "gewann 21:18 (10:9)": two numbers with a colon, where German copy tells who won. */
function isScore(text: string, { from, to }: Region): boolean {
  if (!/^\p{Nd}{1,2}:\p{Nd}{2}$/u.test(text.slice(from, to))) return false
  return WON.test(text.slice(Math.max(0, from - 40), from)) || WIN_AFTER.test(text.slice(to, to + 16))
}
const WON =
  /(?:gew(?:ann|innt|onnen)|sieg(?:t|te|ten)|verl(?:or|oren|iert)|unter(?:lag|lagen|liegt)|besieg(?:t|te|ten)|bezw[ai]ng\w*|schlug\w*|führ(?:t|te|ten)|stand|steht|endete|trennten)[^.!?\d]{0,30}$|\d:\d{1,2} \($/u
const WIN_AFTER =
  /^(?:-?\s?(?:Sieg|Niederlage|Erfolg|Führung|Rückstand|Heimsieg|Auswärtssieg|Endstand)|\s?\(\d{1,2}:\d{1,2}\))/u
