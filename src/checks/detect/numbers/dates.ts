/**
 * Dates, years, weekdays and times of day, in English, German, French, Spanish, Korean, Japanese and Chinese. Does
 * not see: holidays ("Christmas Eve"), "last week", month names alone, written-out times ("half past nine"), lunar
 * dates.
 */
import { lazy } from '../../../story/text/lazy'
import type { Region, Statement } from '../statement'

const MONTH =
  '(?:Jan(?:uary?|uar)?|Feb(?:ruary?|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|' +
  'Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)\\.?'
/** Lower case, as French and Spanish write them. */
const ROMANCE_MONTH =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)'
const DAY = '(?!3[2-9]|[4-9]\\p{Nd})\\p{Nd}{1,2}(?!\\p{Nd})'
/** “In March 12 people died”: a count. */
const COUNTED =
  '(?!\\s(?:people|men|women|children|workers|soldiers|civilians|patients|students|homes|houses|cases|deaths|percent|per|years|months|weeks|days|hours|minutes|others)\\b)'
const UNIT_AFTER_YEAR = lazy(
  () =>
    /^[\s\u00A0-]?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|people|per\s?cent|percent|thousand|million|billion|trillion|lakh|crore|dollars?|euros?|won|yen|yuan|pounds?|tons?|tonnes?|miles?|meters?|metres?|kilomet(?:er|re)s?|feet|points?|troops|jobs|menschen|leute|personen|gäste|besucher|zuschauer|fans|demonstranten|teilnehmer|polizisten|beamte|kinder|frauen|männer|mitglieder|einwohner|bewohner|anwohner|schüler|studenten|mitarbeiter|beschäftigte|arbeiter|stellen|arbeitsplätze|haushalte|wohnungen|häuser|betten|helfer|soldaten|tote|verletzte|flüchtlinge|fälle|stimmen|plätze|bäume|tiere|autos|seiten|tonnen|meter|kilometer|quadratmeter|hektar|liter|kilo|gramm|grad|watt|franken|prozent|stunden|minuten|tage|wochen|monate|jahre|mal)(?!\p{L})|^[\s\u00A0]?\p{Sc}/iu,
)
const DATE_PREPOSITION = lazy(
  () =>
    /(?:\b(?:in|since|by|from|until|till|of|during|between|and|or|to|before|after|through|year|circa|late|early|mid|the|seit|im|Jahr|bis|von|en|depuis|dès|avant|après|entre|et|de|du|del|año|an|desde|hasta|el|y|le|l'an|l’an)|[–—-]|['’])[\s\u00A0]?$/iu,
)

/** With digits: month and day, numeric dates, decades, times. */
const WESTERN = lazy<readonly RegExp[]>(() => [
  new RegExp(`\\b${MONTH}\\s${DAY}${COUNTED}(?:st|nd|rd|th)?(?:\\s?[–-]\\s?${DAY})?(?:,?\\s\\p{Nd}{4}\\b)?`, 'gu'),
  new RegExp(
    `(?<![\\p{Nd}.,])${DAY}(?:st|nd|rd|th|\\.)?\\s(?:of\\s)?${MONTH}(?![\\p{L}])(?:,?\\s\\p{Nd}{4}\\b)?`,
    'gu',
  ),
  new RegExp(`\\b${MONTH},?\\s\\p{Nd}{4}\\b`, 'gu'),
  new RegExp(
    `(?<![\\p{Nd}.,])${DAY}(?:er|º|\\.)?(?:\\s(?:et|au|y|al|-|a)\\s(?:le\\s|el\\s)?${DAY})?\\s(?:de\\s)?${ROMANCE_MONTH}(?![\\p{L}])(?:\\s(?:de\\s|del\\s)?\\p{Nd}{4}\\b)?`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}])${ROMANCE_MONTH}\\s(?:de\\s|del\\s)?\\p{Nd}{4}\\b`, 'giu'),
  /(?<![\p{Nd}])\p{Nd}{1,2}[.:]\p{Nd}{2}\s(?:horas|heures)(?!\p{L})|(?<=(?:à|vers|dès|avant|après)\s)\p{Nd}{1,2}\sheures?(?!\p{L}|\sde)|(?<![\p{Nd}])\p{Nd}{1,2}\s?h(?:\s?\p{Nd}{2})?(?![\p{L}\p{Nd}])|(?:années|años|Jahre[n]?|década de los)\s\p{Nd}{2}(?!\p{Nd})|\p{Nd}{2,4}er(?:[- ]Jahre\p{L}*)?(?![\p{L}])/gu,
  /(?<![\p{Nd}.])(?:\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{1,2}\/\p{Nd}{1,2}\/\p{Nd}{2,4}|\p{Nd}{1,2}\.\s?\p{Nd}{1,2}\.\s?\p{Nd}{4}|\p{Nd}{4}\.\s?\p{Nd}{1,2}\.\s?\p{Nd}{1,2}\.?)(?!\p{Nd})/gu,
  /(?<![\p{L}\p{Nd}])(?:1\p{Nd}|20)\p{Nd}0s\b|['’]\p{Nd}0s\b|(?<=\s)['’]\p{Nd}{2}(?![\p{Nd}\p{L}%])/gu,
  /(?<![\p{Nd}:.,])\p{Nd}{1,2}(?:[:.]\p{Nd}{2})?\s?(?:a\.m\.|p\.m\.|[ap]m\b|[AP]M\b|Uhr\b)|(?<![\p{Nd}:])(?:[01]?\p{Nd}|2[0-4]):[0-5]\p{Nd}(?![\p{Nd}:]|[.,]\p{Nd})(?:\s(?:GMT|UTC|KST|[ECMP][SD]?T|CET)\b)?/gu,
])
const CJK = lazy<readonly RegExp[]>(() => [
  /(?<!\p{Nd})\p{Nd}{4}\s?[年년](?!\s?만)(?:\s?\p{Nd}{1,2}\s?[月월](?:\s?\p{Nd}{1,2}\s?[日일])?)?/gu,
  /(?<!\p{Nd})\p{Nd}{2,4}\s?(?:년대|年代|학년도|年度)/gu,
  /(?<!\p{Nd})\p{Nd}{1,2}\s?[月월](?:\s?\p{Nd}{1,2}\s?[日일])?/gu,
  /(?<![\p{Nd},.])\p{Nd}{1,2}[日일](?!\s?(?:[간間동째]|만에|연속|이내|이상|넘|가량|정도|남짓|걸[리렸려]|치\s|ぶり|連続|以[内上]|[内內]|ほど|あまり|余り|目|がかり))/gu,
  /(?:오전|오후|午前|午後)?\s?(?<!\p{Nd})\p{Nd}{1,2}[시時](?![간間])(?:\s?\p{Nd}{1,2}[분分])?/gu,
])
const WEEKDAY = lazy(
  () =>
    /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)s?\b|(?<!\p{L})(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?!\p{L})/gu,
)
const YEAR = lazy(() => /(?<![\p{L}\p{N}.,\p{Sc}])(?:1\p{Nd}|20)\p{Nd}{2}(?![\p{L}\p{N}%‰°]|[.,]\p{Nd})/gu)

export function findDates(text: string): readonly Statement[] {
  const seen: Region[] = []
  const hasDigits = /\p{Nd}/u.test(text)
  const patterns = [
    WEEKDAY(),
    ...(hasDigits ? WESTERN() : []),
    ...(hasDigits && /[年月日년월일시時代点點时]/u.test(text) ? CJK() : []),
  ]
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const lead = match[0].length - match[0].trimStart().length
      seen.push({ from: match.index + lead, to: match.index + match[0].length })
    }
  }
  for (const match of text.matchAll(YEAR())) {
    if (isYear(text, match.index, match.index + 4)) seen.push({ from: match.index, to: match.index + 4 })
  }
  const regions: Region[] = []
  for (const region of seen.filter((one) => !isScore(text, one)).sort((x, y) => x.from - y.from)) {
    const last = regions.at(-1)
    if (!last || last.to <= region.from) regions.push(region)
    else if (region.to - region.from > last.to - last.from) regions[regions.length - 1] = region
  }
  return regions.map(({ from, to }) => ({ kind: 'date', from, to, coreFrom: from, coreTo: to }))
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

/** "The toll reached 2000", "more than 2000". */
const AMOUNT_BEFORE =
  /(?<!\p{L})(?:reach(?:ed|es|ing)?|totall?(?:ed|s|ing)|hit|passed|exceed(?:ed|s)|topped|number(?:ed|s|ing)|kill(?:ed|s|ing)|injur(?:ed|ing)|than|nearly|almost|roughly|least|most|only|fast|knapp|rund|über|mindestens|plus de|moins de|près de|quelque|más de|menos de|casi|unos|unas)\s$/iu

const EARLY_YEAR = /(?<!\p{L})(?:in|since|anno|Jahr|seit|en|depuis|desde|año)[\s\u00A0]$/iu
const COUNT_PREPOSITION = /(?<!\p{L})(?:de|du|del|d['’]|et|y|entre|von|bis|und|zwischen|le|el)[\s\u00A0]?$/iu

function isYear(text: string, from: number, to: number): boolean {
  const after = text.slice(to, to + 16)
  if (UNIT_AFTER_YEAR().test(after)) return false
  // Before 1800 only "in 1788" dates: 1,500 is also written 1500.
  if (/^1[0-7]/u.test(text.slice(from, to)))
    return (
      EARLY_YEAR.test(text.slice(Math.max(0, from - 8), from)) &&
      !/^[\s\u00A0]\p{L}{3,}(?:s|en|er)(?!\p{L})/u.test(after)
    )
  if (AMOUNT_BEFORE.test(text.slice(Math.max(0, from - 20), from))) return false
  // “de 2000 personas”, “von 2000 Menschen” count.
  const counts = /^[\s\u00A0](?:\p{Ll}{4,}s|\p{Lu}\p{Ll}{3,}(?:n|r|e|s))(?!\p{L})/u.test(after)
  if (counts && COUNT_PREPOSITION.test(text.slice(Math.max(0, from - 8), from))) return false
  if (DATE_PREPOSITION().test(text.slice(Math.max(0, from - 12), from))) return true
  // "2000 workers" counts, "2019 was" dates.
  return !/^[\s\u00A0]\p{Ll}{3,}s\b/u.test(after)
}
