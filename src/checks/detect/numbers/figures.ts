/**
 * Figures in digits: counts, money, percentages, measures, scores, ordinals, with 만/억/조 and 万/億/兆.
 *
 * A year or a date is a date, not a figure (see dates.ts). A number that belongs to a name is not a figure: "Boeing
 * 737", "№5", "G20", "COVID-19", "5G", "7th Fleet", 제3차 (words/numberNames.ts, and the designators of each language),
 * and the numbering at the start of a graf. Numbers that are one sign each (⑫, Ⅻ) are in signNumbers.ts. Does not see:
 * Roman numerals in letters, numbers in pictures.
 */
import { lazy } from '../../../story/text/lazy'
import { LANGUAGE_WORDS, type DetectedLanguage } from '../languages'
import { overlapAny, type Region, type Statement } from '../statement'
import { FUNCTION_WORDS } from '../words/functionWords'
import { NO_PLURALS } from '../words/noPlurals'
import { noUnitAlternatives } from '../words/noUnits'
import { NUMBER_NAMES } from '../words/numberNames'

const CJK_POWER = '십백천만억조十百千万萬億亿兆'
/** “10^6”, and what makes “3” of “3×10^8” a part of it. */
const POWER = '(?:\\s?[×·x]\\s?\\p{Nd}+(?=\\^))?(?:\\^[+\\-−]?\\p{Nd}+)?'
const NUMBER = lazy(
  () =>
    new RegExp(
      '(?:(?:US|A|C|HK|NZ|S|NT|R)?\\p{Sc}\\s?|' +
        '\\b(?:USD|EUR|GBP|KRW|JPY|CNY|RMB|CHF|AUD|CAD|NZD|HKD|TWD|SGD|INR|PKR|THB|IDR|PHP|VND|MYR|BRL|MXN|ARS|RUB|' +
        'UAH|TRY|ZAR|ILS|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|AED|SAR|EGP|NGN|KES|Rs\\.?|kr\\.?)\\s?|' +
        // A quake: “M4.5”.
        '\\bM[wLSb]?(?=\\p{Nd}\\.\\p{Nd}))?[+\\-−]?' +
        `((?:\\p{Nd}+(?:[.,:/٫٬’\\-–](?=\\p{Nd})\\p{Nd}+)*${POWER}|(?=[¼-¾⅐-⅞]))[¼-¾⅐-⅞]*(?:\\s?[${CJK_POWER}]+(?:\\s?\\p{Nd}+(?:[.,]\\p{Nd}+)*[${CJK_POWER}]*)*)?)` +
        '(?:\\s?[%‰٪؉°％]|\\p{Sc})?',
      'gu',
    ),
)
/** Digits with a letter that looks like one: “1O people”, “l2 people”. */
const MISTYPED = /(?<![\p{L}\p{N}])(?=[\p{Nd}lIO]*\p{Nd})(?=\p{Nd}*[lIO])[\p{Nd}lIO]{2,9}(?=[\s\u00A0])/gu
const NAMES = lazy(() => new RegExp(NUMBER_NAMES.join('|'), 'gu'))
const UNIT_LETTERS = lazy(
  () =>
    /^(?:km\/h|kmh|km|kg|cm|mm|mg|ml|m|g|t|l|bn|mn|mln|tn|k|b|M|B|T|mph|kph|kWh|MWh|GWh|kW|MW|GW|GB|TB|MB|Hz|GHz|MHz|ft|in|lbs?|oz|pp|bps?|pts?|pc|pct|P|p|ppm|x|fold|hrs?|mins?|secs?|yrs?|y\/?o|mos?|wks?|sq(?:m|ft|km|mi)|ha|hp|cc|V|kr|c|ish|rds|ths|h|s|C|F)(?![\p{sc=Latin}])/u,
)
/** Words after a house number. */
const ADDRESS = lazy(
  () =>
    /^[A-Za-z]?\s(?:\p{Lu}[\p{L}.’'-]*\s){1,3}(?:Street|St\.|Road|Avenue|Ave\.|Boulevard|Lane|Drive|Square|Court|Place|Terrace|Way)(?!\p{L})(?!\s(?:(?!(?:has|is|was|as)\b)\p{Ll}+s|people|men|women|children)(?!\p{L}))/u,
)
const ORDINAL = /^(?:st|nd|rd|th)\b/u
export const FIGURE_HEDGE = lazy(
  () =>
    /(?:\b(?:about|nearly|almost|around|roughly|some|approximately|over|under|more than|less than|fewer than|at least|at most|up to|as many as|only|just|rund|etwa|knapp|fast|mehr als|weniger als|über|mindestens)|약|대략|최소|최대|約)\s?$/iu,
)
const FOLLOWING_UNIT = lazy(
  () =>
    new RegExp(
      '^(?:[\\s\\u00A0-](?:hundred|thousand|million|billion|trillion|lakh|crore|Millionen|Million|' +
        'Milliarden|Milliarde|Mio\\.?|Mrd\\.?|square|cubic))*' +
        `(?:[\\s\\u00A0-](?!(?:${noUnitAlternatives()})(?![\\p{L}\\p{M}]))\\p{L}[\\p{L}\\p{M}]*)?`,
      'u',
    ),
)
/** What an ordinal counts: “11th increase”, but “15th and”. */
const ORDERED = lazy(() => new RegExp(`^[\\s\\u00A0](?!(?:${noUnitAlternatives()})(?!\\p{L}))\\p{Ll}+`, 'u'))
/** A percentage counts nothing else: “12 percent last year”. Only points follow: “3 percentage points”. */
const PERCENT = lazy(
  () =>
    /^[\s\u00A0-](?:per[\s\u00A0]?cent|percentage|Prozent|pour[\s\u00A0]cent|por[\s\u00A0]ciento)(?:[\s\u00A0-]points?)?(?!\p{L})/u,
)
const PERCENT_SIGN = /^[%‰٪؉％]/u
const POINTS = /^[\s\u00A0-]points?(?!\p{L})/u
/** Counters of Korean, Japanese and Chinese. */
export const FIGURE_COUNTER = lazy(
  () =>
    /^\s?(?:퍼센트|퍼센트포인트|달러|유로|위안|킬로미터|킬로|미터|시간|개월|개국|주년|명|개|번|배|회|원|엔|건|년|분|초|살|세|대|척|곳|층|톤|위|차례|人|年|分|秒|円|ドル|時間|回|倍|件|か月|ヶ月|個|名|カ国|歳|美元|元|次|个|小时)/u,
)
/** What may stand before the digits of a Korean figure without space. */
const KOREAN_BEFORE =
  /(?:[십백천만억조약총등단각매당씩속하상대전후월년일간합순연근여만의에은는이가을를로과와도서면중쪽급]|시속|영하|영상|해발|리터당|최소|최대|무려|불과|이상|이하)$/u

/** Figures in digits, without those in `dates`. `languagesAt`: languages of the sentence at an offset. */
export function findFigures(
  text: string,
  dates: readonly Region[],
  languagesAt: (at: number) => readonly DetectedLanguage[],
): readonly Statement[] {
  if (!/[\p{Nd}¼-¾⅐-⅞]/u.test(text)) return []
  const found: Statement[] = []
  const isDate = overlapAny(dates)
  const names = [...text.matchAll(NAMES())].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
  const isName = overlapAny(names)
  for (const match of text.matchAll(NUMBER())) {
    const digits = match[1] ?? ''
    const coreFrom = match.index + match[0].indexOf(digits)
    const core = { from: coreFrom, to: coreFrom + digits.length }
    if (isDate(core) || isName(core) || isPartOfName(text, match.index, core)) continue
    if (isDesignated(text, match.index, core.from, languagesAt)) continue
    const end = match.index + match[0].length
    const unit = unitAfter(text, end, MONEY.test(text.slice(match.index, core.from)))
    if (unit === undefined) continue
    const hedge = FIGURE_HEDGE().exec(text.slice(Math.max(0, match.index - 16), match.index))?.[0].length ?? 0
    found.push({ kind: 'figure', from: match.index - hedge, to: end + unit, coreFrom: core.from, coreTo: core.to })
  }
  for (const { index, 0: digits } of text.matchAll(MISTYPED)) {
    const end = index + digits.length
    if (!countsPeople(text.slice(end, end + 40))) continue
    found.push({ kind: 'figure', from: index, to: end + (unitAfter(text, end) ?? 0), coreFrom: index, coreTo: end })
  }
  return found
}

/** A currency before the digits. */
const MONEY = /\p{Sc}|\p{L}{2}/u

/** “Chanel №5”, “N° 5”: the sign says that the number is a name. */
const NUMBER_SIGN = /(?:№|(?<![\p{L}\p{N}])[Nn][º°])\s?$/u

const designators = new Map<DetectedLanguage, RegExp | undefined>()

function designatorOf(language: DetectedLanguage): RegExp | undefined {
  if (!designators.has(language)) {
    const words = (LANGUAGE_WORDS[language] as { designators?: string }).designators
    const source = words?.replaceAll('@l', '\\p{L}')
    designators.set(language, source === undefined ? undefined : new RegExp(`(?<!\\p{L})(?:${source})\\s?$`, 'iu'))
  }
  return designators.get(language)
}

/** What is counted behind a number: "In the hall 300 guests waited" has no Hall 300. */
const COUNTED = lazy(
  () =>
    /^\p{Nd}+(?:[.,]\p{Nd}+)*(?:\s?[%‰\p{Sc}]|[\s\u00A0](?:people|men|women|children|percent|per|lakh|crore|million|billion|million(?:en)?|milliard(?:en)?|prozent|personnes|euros?|menschen|leute|personen|gäste|besucher|zuschauer|demonstranten|polizisten|kinder|frauen|männer|mitglieder|einwohner|schüler|anwohner|helfer|tote|verletzte|fälle|stimmen|plätze|stunden|minuten|jahre|meter|kilometer)(?!\p{L}))/iu,
)

/** Whether the words behind a number are what it counts: “ people”, “ percent”. */
export const countsPeople = (after: string): boolean => COUNTED().test(`1${after}`)

/** Whether a word that stands before a number makes it a name, in any language: “phase ”, “type ”. */
export const isDesignation = (before: string): boolean =>
  (Object.keys(LANGUAGE_WORDS) as DetectedLanguage[]).some((language) => designatorOf(language)?.test(before) === true)

/** "Channel 4", "Paragraf 218": a word before the number makes it a name. */
function isDesignated(
  text: string,
  from: number,
  digits: number,
  languagesAt: (at: number) => readonly DetectedLanguage[],
): boolean {
  if (isStrengthOfStorm(text, from)) return false
  if (digits > from || !/[\s.§№º°]$/u.test(text.slice(Math.max(0, from - 1), from))) return false
  const before = text.slice(Math.max(0, from - 24), from)
  const after = text.slice(from, from + 60)
  if (NUMBER_SIGN.test(before)) return !COUNTED().test(after)
  return languagesAt(from).some((language) => {
    const counts = COUNTED().test(after) || countsBehindAdjectives(after.replace(/^\p{Nd}+/u, ''), language)
    if (!counts && APPOSED()[language]?.test(before) && /^\p{Nd}{1,4}\s\p{Ll}/u.test(after)) return true
    const designator = designatorOf(language)?.exec(before)?.[0]
    if (designator === undefined) return false
    const isCapital = /^\p{Lu}/u.test(designator)
    // "asciende a 12", "il y a 12 morts": letters name roads and lines in capitals, inside a sentence.
    if (/^\p{L}{1,2}\s?$/u.test(designator))
      return isCapital && !counts && /[\p{L},]\s$|['’]$/u.test(before.slice(0, -designator.length))
    return !counts || (isCapital && language !== 'de')
  })
}

/** “a Category 5 hurricane”: the category of a storm is measured (Saffir-Simpson scale), others are names. */
const isStrengthOfStorm = (text: string, from: number): boolean =>
  /(?<!\p{L})[Cc]ategory[\s\u00A0-]$/u.test(text.slice(Math.max(0, from - 10), from)) &&
  /^[1-5](?![\p{L}\p{N}]|[.,]\p{N})/u.test(text.slice(from, from + 3)) &&
  STORM.test(text.slice(Math.max(0, from - 120), from + 60))
const STORM = /(?<!\p{L})(?:hurricane|storm|typhoon|cyclone|landfall)s?(?!\p{L})/iu

const functionWords = new Map<DetectedLanguage, ReadonlySet<string>>()

/**
 * A name and its number before the verb: “Der Eurocity 171 blieb stehen”, “La Ligue 1 reprend”. In German whatever
 * stands before the verb of a statement is one constituent (Duden, Die Grammatik, Vorfeld).
 */
const APPOSED = lazy<Readonly<Partial<Record<DetectedLanguage, RegExp>>>>(() => ({
  de: /(?:^|[.!?:]\s|[„“"»])(?:Der|Die|Das|Im|Am|Vom)\s(?:\p{Lu}[\p{L}-]+\s){1,2}$/u,
  fr: /(?:^|[^\p{L}])(?:[Ll]e|[Ll]a|[Dd]u|[Aa]u)\s\p{Lu}[\p{L}-]+\s$/u,
  es: /(?:^|[^\p{L}])(?:[Ee]l|[Ll]a|[Dd]el|[Aa]l)\s\p{Lu}[\p{L}-]+\s$/u,
}))

/** “40 old homes burned”, „300 junge Menschen“: a plural, in German a noun, and no small word before it. */
function countsBehindAdjectives(after: string, language: DetectedLanguage): boolean {
  const small = functionWords.get(language) ?? new Set((FUNCTION_WORDS[language] ?? '').split(' '))
  functionWords.set(language, small)
  const words =
    /^(?:[\s\u00A0][\p{L}\p{M}]+){1,3}/u
      .exec(after)?.[0]
      .trim()
      .split(/[\s\u00A0]/u) ?? []
  for (const [index, word] of words.entries()) {
    const lower = word.toLowerCase()
    if (small.has(lower) || NO_PLURAL().has(lower)) return false
    if (language === 'de' ? index > 0 && word !== lower : word === lower && PLURAL.test(word)) return true
  }
  return false
}
const NO_PLURAL = lazy(() => new Set(NO_PLURALS.split(' ')))
const PLURAL =
  /^(?!(?:news|as|is|was|has)$)(?:\p{L}+(?:[^su]s|[eao]us|ux)|people|men|women|children|dead|wounded|injured)$/u

function isPartOfName(text: string, from: number, core: Region): boolean {
  const before = text.slice(Math.max(0, from - 24), from)
  if (isStrengthOfStorm(text, from)) return false
  const hasMark = core.from > from
  if (!hasMark && /\p{sc=Latin}$/u.test(before)) return true
  if (
    !/\p{Sc}/u.test(text.slice(from, core.from)) &&
    /(?:^|[^\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*$/u.test(before) &&
    /^[-−]/u.test(text.slice(from, core.from))
  )
    return true
  const after = text.slice(core.to, core.to + 24)
  if (from === 0 && /^[.)]\s/u.test(after)) return true
  if (ADDRESS().test(after)) return true
  if (ORDINAL.test(after)) return /^\p{L}+[\s\u00A0-](?:\p{Lu}|century)/u.test(after)
  // "코로나19", "누리3": a number after Korean letters, without a counter.
  if (!hasMark && /\p{sc=Hangul}$/u.test(before) && !KOREAN_BEFORE.test(before) && !FIGURE_COUNTER().test(after))
    return true
  // A number after a capitalised word inside a sentence, without a counted noun: "Flight MH 370,".
  const bare = /^\p{Nd}{1,4}$/u.test(text.slice(from, core.to))
  return bare && /[\p{Ll},]\s\p{Lu}[\p{L}]+\s$/u.test(before) && !/^(?:[\s\u00A0-]\p{L}|[%‰٪؉°])/u.test(after)
}

/** “100K users”, “10K people”; but “4K video”, “a 10K run”, “a 50K ultramarathon”. */
function thousandsAt(text: string, at: number, after: string): RegExpExecArray | undefined {
  const isName =
    RACE.test(after) || (NAMED_THOUSANDS.test(text.slice(Math.max(0, at - 3), at)) && !countsPeople(after.slice(1)))
  return isName ? undefined : (/^K(?![\p{L}\p{Nd}])/u.exec(after) ?? undefined)
}
const RACE = /^K[\s\u00A0-](?:trail |road |charity |fun |cross-country )?(?:ultra\p{L}*|races?|runs?|walks?)(?!\p{L})/u
const NAMED_THOUSANDS = /(?<!\p{Nd})(?:[2458]|10)$/u
const LATIN = /^\p{sc=Latin}+/u

/**
 * Length of the unit that follows; 0 if there is none; undefined if the letters make a name ("5G"). Of money they never
 * do: “$50K”, “€5Mn”.
 */
export function unitAfter(text: string, at: number, isMoney = false): number | undefined {
  const after = text.slice(at, at + 48)
  const ordinal = ORDINAL.exec(after)
  if (ordinal) return ordinal[0].length + (ORDERED().exec(after.slice(ordinal[0].length))?.[0].length ?? 0)
  const unit = UNIT_LETTERS().exec(after) ?? thousandsAt(text, at, after) ?? (isMoney ? LATIN.exec(after) : undefined)
  if (unit) return unit[0].length
  if (/^(?:[eèé]|er|ère|e|es|ème|te[nrms]?|º|ª)(?![\p{L}])/u.test(after)) return /^[\p{L}ºª]+/u.exec(after)?.[0].length
  if (LATIN.test(after)) return undefined
  if (PERCENT_SIGN.test(text.slice(Math.max(0, at - 1), at)))
    return (FIGURE_COUNTER().exec(after) ?? POINTS.exec(after))?.[0].length ?? 0
  return (FIGURE_COUNTER().exec(after) ?? PERCENT().exec(after) ?? FOLLOWING_UNIT().exec(after))?.[0].length ?? 0
}
