/** Reads a figure in the copy as a number: digits, fractions, number words, million and 만/억/조, and lengths of time. */
import { lazy } from '../../story/text/lazy'
import { wordAt, NUMBER_WORDS } from './numberWords'

export interface FigureValue {
  readonly value: number
  /** The place of the last written digit, in the same unit: 100 million for "3.5 billion". */
  readonly step: number
  /** "minutes" also for hours; '%' for shares; '' if unknown. */
  readonly unit: Unit
}

export type Unit = '' | '%' | 'seconds' | 'minutes' | 'days' | 'weeks' | 'months' | 'years'

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
  lakh: 1e5,
  crore: 1e7,
  m: 1e6,
  bn: 1e9,
  tn: 1e12,
  k: 1e3,
  millionen: 1e6,
  mio: 1e6,
  milliarde: 1e9,
  milliarden: 1e9,
  mrd: 1e9,
  billionen: 1e12,
  백: 1e2,
  천: 1e3,
  만: 1e4,
  억: 1e8,
  조: 1e12,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
}
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:hours?|hrs?|h|stunden?|시간|時間|小时)(?![\p{Ll}])/iu, 60],
  [/^(?:minutes?|mins?|minuten?|분간?|分間?|分钟)(?![\p{Ll}])/iu, 1],
]
/** Units that may follow a number. */
const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ['%', /^\s*(?:%|percent|per cent|퍼센트|프로|パーセント|Prozent)/iu],
  ['years', /^[-\s]*(?:years?|jahren?|jahre|년|年)(?!\p{Ll})/iu],
  ['months', /^[-\s]*(?:months?|monate?n?|개월|[か个個]月|달(?!\p{sc=Hangul}))(?!\p{Ll})/iu],
  ['weeks', /^[-\s]*(?:weeks?|wochen?|주간?(?!\p{sc=Hangul})|週間?|周(?!年))(?!\p{Ll})/iu],
  ['days', /^[-\s]*(?:days?|tagen?|tage|일|日(?![元圆圓])|天)(?!\p{Ll})/iu],
  ['seconds', /^[-\s]*(?:seconds?|secs?|sekunden?|초간?(?!\p{sc=Hangul})|秒)(?!\p{Ll})/iu],
]
const SCALE = lazy(
  () =>
    new RegExp(
      `^[-\\s\\u00A0]*(?:${Object.keys(SCALES)
        .toSorted((a, b) => b.length - a.length)
        .map((word) => (/^[a-zäöü]+$/u.test(word) ? `${word}(?![\\w\\p{sc=Latin}])\\.?` : word))
        .join('|')})`,
      'iu',
    ),
)
const NUMBER = /^[+\-−]?\p{Nd}+(?:[.,٫٬'’\u00A0\u202F]\p{Nd}+)*/u

/** Digits in groups of three, as in “10 000” with any space: one number. Not “10 100-metre races”. */
const GROUPS = /(?<![\p{L}\p{Nd}.,:/])[^\P{Nd}0]\p{Nd}{0,2}(?:[ \u00A0\u2007\u2009\u202F]\p{Nd}{3})+(?!\p{Nd}|-\p{L})/gu
const VULGAR = /[¼-¾⅐-⅞]/gu
/** “2 1⁄2”, as NFKC leaves “2½”, and “2 1/2”. Groups: whole, numerator, denominator. */
const FRACTION =
  /^[+\-−]?(?:(\p{Nd}+)[\s-]+)?(\p{Nd}+)⁄(\p{Nd}+)|^[+\-−]?(\p{Nd}+)[\s-](\p{Nd})\/(\p{Nd}{1,2})(?![\p{Nd}/])/u
const AND_A_HALF = /^[-\s]+and[-\s]+a[-\s]+half(?!\p{L})/iu
const EITHER_SIGN = /(?<!\p{L})plus[\s/-]*(?:(?:or|oder|ou)\s+)?minus(?!\p{L})|플러스\s?마이너스|プラスマイナス/giu
/** Words for a minus that are written without a space. */
const CLOSE_MINUS = /(?:마이너스|영하|マイナス|氷点下|零下|(?<!\p{sc=Han})[负負])(?=\s*\p{Nd})/gu
const MINUS = /^(?:minus(?!\p{L})|마이너스|영하|マイナス|氷点下|零下|[负負])[\s-]*/iu
const MINUS_AT_END = /(?:minus|마이너스|영하|マイナス|氷点下|零下|[负負])?[\s+−-]*$/iu
const BELOW_ZERO =
  /^\s*(?:°\s?|degrees?|grad|degrés|grados)?\s*(?:celsius|fahrenheit|centigrade|[CF](?!\p{L}))?\s*(?:below zero|unter null|sous zéro|bajo cero)/iu

/** The text as it is read: what NFKC would join or part is marked before. */
const plainOf = (text: string): string =>
  text
    .replace(GROUPS, (number) => number.replace(/[^\p{Nd}]/gu, ''))
    .replace(VULGAR, (fraction) => ` ${fraction.normalize('NFKC')}`)
    .normalize('NFKC')
    .replace(EITHER_SIGN, '±')
    .replace(CLOSE_MINUS, ' $&')

/**
 * The first figure in the text, or undefined. Position decides what commas and points mean: "1,000", "5,5",
 * "1.000.000". A small number behind digits is a power or a note mark, which nobody can tell: then there is no value. A
 * power as “10^6” has none, either.
 */
export function figureValue(text: string): FigureValue | undefined {
  const figure = readFigure(text)
  return figure && { value: figure.value, step: figure.step, unit: figure.unit }
}

export interface FigureInText extends FigureValue {
  /** What stands around its number, in NFKC. */
  readonly before: string
  readonly after: string
}

/** The first figure in the text, with the words around its number. */
export function readFigure(text: string): FigureInText | undefined {
  if (/\p{Nd}(?:[⁰¹²³⁴-⁹₀-₉]|\^)/u.test(text)) return undefined
  const plain = plainOf(text)
  let rest = plain.replace(/\p{Sc}/gu, (sign) => ' '.repeat(sign.length))
  let sum: FigureValue | undefined
  let from = 0
  let to = 0
  let isMinus = false
  while (rest !== '') {
    const minus = sum ? undefined : MINUS.exec(rest)?.[0]
    if (minus !== undefined && partAt(rest.slice(minus.length))) {
      isMinus = true
      rest = rest.slice(minus.length)
    }
    const part = partAt(rest)
    if (!part) {
      // The figures of one amount are adjacent: 1조 2000억, 1 hour 40 minutes.
      if (sum) break
      rest = rest.slice(Math.max(1, skipped(rest)))
      continue
    }
    if (sum && (sum.unit !== part.unit || part.value >= sum.step)) break
    if (!sum) from = plain.length - rest.length
    to = plain.length - rest.length + part.length
    sum = sum ? { value: sum.value + part.value, step: part.step, unit: sum.unit } : part
    rest = rest.slice(part.length).replace(/^(?:\s|,\s|and\s|und\s)+/u, '')
    if (part.whole) break
  }
  if (!sum) return undefined
  const behind = UNITS.find(([, pattern]) => pattern.test(rest))?.[0] ?? ''
  const unit = behind === '%' || sum.unit === '' ? behind : sum.unit
  const isBelow = sum.value > 0 && (isMinus || BELOW_ZERO.test(rest))
  const value = isBelow ? -sum.value : sum.value
  return { value, step: sum.step, unit, before: plain.slice(0, from).replace(MINUS_AT_END, ''), after: plain.slice(to) }
}

interface Part extends FigureValue {
  readonly length: number
  /** Nothing that follows can belong to it. */
  readonly whole: boolean
}

function partAt(text: string): Part | undefined {
  const number = fractionAt(text) ?? digitsAt(text)
  const word = number ? undefined : wordAt(text)
  const first = number ?? (word && { ...word, step: 1 })
  if (!first) return undefined
  let { value, step, length: at } = first
  let scaled = false
  // twenty-five
  const second = word && value >= 20 && value < 100 ? /^[-\s](\p{L}+)/u.exec(text.slice(at)) : null
  if (second && (NUMBER_WORDS[second[1]?.toLowerCase() ?? ''] ?? 99) < 10) {
    value += NUMBER_WORDS[second[1]?.toLowerCase() ?? ''] ?? 0
    at += second[0].length
  }
  const half = AND_A_HALF.exec(text.slice(at))?.[0]
  if (half !== undefined) {
    value += value < 0 ? -0.5 : 0.5
    step = 0.5
    at += half.length
  }
  for (let scale = SCALE().exec(text.slice(at)); scale; scale = SCALE().exec(text.slice(at))) {
    const factor = SCALES[scale[0].replace(/[-\s\u00A0.]/gu, '').toLowerCase()] ?? 1
    value *= factor
    step *= factor
    at += scale[0].length
    scaled = true
  }
  const gap = /^[-\s\u00A0]*/u.exec(text.slice(at))?.[0].length ?? 0
  const time = TIMES.find(([unit]) => unit.test(text.slice(at + gap)))
  if (time) {
    const [unit, minutes] = time
    at += gap + (unit.exec(text.slice(at + gap))?.[0].length ?? 0)
    return { value: value * minutes, step: step * minutes, unit: 'minutes', length: at, whole: minutes === 1 }
  }
  return { value, step, unit: '', length: at, whole: !scaled }
}

type Read = Pick<Part, 'value' | 'step' | 'length'>

function digitsAt(text: string): Read | undefined {
  const digits = NUMBER.exec(text)?.[0]
  return digits === undefined ? undefined : { ...numberOf(digits), length: digits.length }
}

function fractionAt(text: string): Read | undefined {
  const match = FRACTION.exec(text)
  if (!match) return undefined
  const [whole = '0', above = '', below = ''] = match[3] === undefined ? match.slice(4) : match.slice(1)
  const parts = numberOf(below).value
  const size = numberOf(whole).value + numberOf(above).value / parts
  return { value: /^[-−]/u.test(match[0]) ? -size : size, step: 1 / parts, length: match[0].length }
}

/** The hyphen of “F-16” and “mid-30s” is no minus. */
const skipped = (text: string): number => /^\p{L}+(?:-(?=\p{Nd}))?/u.exec(text)?.[0].length ?? 1

/**
 * Digits with separators as a number and the place of its last digit. `isRate`: a point is a decimal point, whatever
 * stands behind it, as in an expression.
 */
export function numberOf(digits: string, isRate = false): { readonly value: number; readonly step: number } {
  const ascii = digits
    .replace(/[−]/gu, '-')
    .replace(/\p{Nd}/gu, (digit) => String((digit.codePointAt(0) ?? 48) & 0xf))
    .replace(/[\s\u00A0\u202F'’]/gu, '')
    .replace(/٫/gu, '.')
    .replace(/٬/gu, ',')
  const last = /[.,](?=[^.,]*$)/u.exec(ascii)
  const separators = ascii.match(/[.,]/gu) ?? []
  const behind = last ? ascii.length - last.index - 1 : 0
  const decimal =
    last &&
    (new Set(separators).size === 2 ||
      (separators.length === 1 && (behind !== 3 || (last[0] === '.' && (isRate || /^-?0?\./u.test(ascii))))))
  const plain = decimal
    ? `${ascii.slice(0, last.index).replace(/[.,]/gu, '')}.${ascii.slice(last.index + 1)}`
    : ascii.replace(/[.,]/gu, '')
  return { value: Number(plain), step: decimal ? 10 ** -behind : 1 }
}
