/**
 * Figures in words: "six years", "two-thirds", "dozens of", "sechs Jahre", 두 배, 수백 명, 六年.
 *
 * "one" counts only before a unit, a scale or a fraction. After a definite word ("the two leaders") a number up to ten
 * without a unit points back and is left out. A capitalised number inside a sentence belongs to a name ("Group of
 * Seven"). Does not see: numbers in words of other languages, "a couple", "several", "both", "a few".
 */
import { lazy } from '../../story/text/lazy'
import { overlapAny, type Region, type Statement } from './statement'

const SMALL =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|' +
  'eighteen|nineteen'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const SCALE = 'hundred|thousand|million|billion|trillion|dozen'
const UNIT =
  'seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|percent|per ' +
  'cent|percentage points?|points?|dollars?|won|yen|euros?|pounds?|yuan|cents?|miles?|kilomet(?:er|re)s?|' +
  'met(?:er|re)s?|feet|foot|inch(?:es)?|tons?|tonnes?|degrees?|times?|acres?|hectares?'
const FRACTION = 'hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?'
const ENGLISH = lazy(
  () =>
    new RegExp(
      `\\b(?:(?:one|a|${SMALL})[- ](?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?(?= of\\b|\\b(?! \\w))|(?:one|${SMALL})-(?:${FRACTION})` +
        `|half(?= (?:of|a|an|the|its|his|her|their)\\b)|(?:one|a)[- ]half` +
        `|(?:(?:${TENS})(?:[- ](?:one|${SMALL}))?|${SMALL}|one(?=[- ](?:${SCALE}|${UNIT})\\b|\\sin\\s(?:${SMALL}|${TENS}))|an?(?=\\s(?:${SCALE})\\b))` +
        `(?:[- ](?:${SCALE})s?)*(?:\\sand\\s(?:${TENS}|${SMALL}|one)(?:-(?:one|${SMALL}))?(?=[- ](?:${UNIT})\\b))?` +
        `|(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?= of\\b|\\b)|twice|thrice|doubled|tripled|quadrupled|halved|(?:two|three|four|five|six|ten)fold)\\b`,
      'giu',
    ),
)
const ENGLISH_UNIT = lazy(() => new RegExp(`^(?:[- ](?:${SCALE})s?)*[- ](?:${UNIT})\\b`, 'iu'))
const DEFINITE = lazy(() => /\b(?:the|these|those|his|her|its|their|our|my|your|both|all|other|any|no|each|every)\s$/iu)
const FIRST_TEN = lazy(() => /^(?:two|three|four|five|six|seven|eight|nine|ten)$/iu)
const FOLLOWING = lazy(
  () =>
    /^[\s\u00A0-](?!(?:and|or|of|to|in|the|a|an|for|on|at|by|as|with|from|who|that|is|are|was|were|had|has|have)\b)\p{sc=Latin}[\p{sc=Latin}\p{M}]*/u,
)
const IS_FRACTION = lazy(() => new RegExp(`(?:${FRACTION}|ed|ice|fold)$`, 'iu'))
const HEDGE = lazy(
  () =>
    /\b(?:about|nearly|almost|around|roughly|some|approximately|over|under|more than|less than|fewer than|at least|up to|only|just)\s$/iu,
)

const GERMAN = lazy(
  () =>
    /(?<![\p{L}\p{M}-])(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:\p{Ll}+und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|(?:\p{Ll}*)hundert|(?:\p{Ll}*)tausend|eine? (?:Million|Milliarde)|(?:ein|zwei|drei) (?:Drittel|Viertel|Fünftel)|Dutzende|Hunderte|Tausende|Millionen|Milliarden|(?:ein|zwei|drei) Dutzend|(?:die|der) Hälfte|verdoppel\p{Ll}*|verdreifach\p{Ll}*|vervierfach\p{Ll}*|halbier\p{Ll}*|halb so|doppelt|dreimal|zweimal|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)(?:jährig|tägig|stündig|monatig|köpfig|fach)\p{Ll}*)(?![\p{L}\p{M}])/giu,
)
const KOREAN = lazy(
  () =>
    /(?<!\p{sc=Hangul})(?:(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두|스무|서른|마흔|쉰)\s?(?:명|개월|개국|개|번|배|해|달|살|시간|차례|곳|가지|마리|건|나라|사람|척)|(?:수|몇)\s?(?:십|백|천|만|억|조)|[일이삼사오육칠팔구십백천만억조]+\s?(?:여\s?)?(?:명|년|개월|퍼센트|달러|시간|주년|분간|배)|[일이삼사오육칠팔구]*[십백천만억조][일이삼사오육칠팔구십백천만억조]*\s?(?:여\s?)?(?:원|유로|엔|위안|톤)(?!\p{sc=Hangul}{2}회)|절반)/gu,
)
const HAN = lazy(
  () =>
    /(?<![〇一二三四五六七八九十百千万萬億亿兆两兩])[〇一二三四五六七八九十百千万萬億亿兆两兩]+\s?(?:年|人|分|時間|小时|%|パーセント|円|ドル|美元|回|次|か月|ヶ月|カ国|个月|倍|歳|个|個|名|件|国|日間|天)|半数|过半|過半/gu,
)

/** `starts`: offsets of sentence starts. `plainCase`: false where capitals mean nothing (headlines). */
export function findNumberWords(
  text: string,
  language: string,
  starts: ReadonlySet<number>,
  plainCase: boolean,
  dates: readonly Region[],
): readonly Statement[] {
  const found =
    language === 'en'
      ? english(text, starts, plainCase)
      : language === 'de'
        ? [...text.matchAll(GERMAN())].map((match) => statement(text, match))
        : []
  const all = [
    ...found,
    ...[...text.matchAll(KOREAN())].map((match) => statement(text, match)),
    ...[...text.matchAll(HAN())].map((match) => statement(text, match)),
  ]
  const isDate = overlapAny(dates)
  return all.filter((item) => !isDate(item))
}

function english(text: string, starts: ReadonlySet<number>, plainCase: boolean): Statement[] {
  return [...text.matchAll(ENGLISH())].flatMap((match) => {
    const { index } = match
    const [words] = match
    const before = text.slice(Math.max(0, index - 20), index)
    const hasUnit = ENGLISH_UNIT().test(text.slice(index + words.length, index + words.length + 32))
    if (plainCase && /^\p{Lu}/u.test(words) && !starts.has(index)) return []
    if (FIRST_TEN().test(words) && !hasUnit && DEFINITE().test(before)) return []
    if (/(?<=\p{L})-$/u.test(before)) return []
    return [statement(text, match)]
  })
}

function statement(text: string, match: RegExpExecArray): Statement {
  const from = match.index
  const to = from + match[0].length
  const hedge = HEDGE().exec(text.slice(Math.max(0, from - 16), from))?.[0].length ?? 0
  const unit = IS_FRACTION().test(match[0]) ? 0 : (FOLLOWING().exec(text.slice(to, to + 40))?.[0].length ?? 0)
  return { kind: 'figure', from: from - hedge, to: to + unit, coreFrom: from, coreTo: to }
}
