/**
 * All figures of a fact's words in order, and on which side of them the truth lies: “10-12 weeks”, “at least 12”. Two
 * places of one statement are compared by them.
 */
import { readFigure } from '../../derived/figureValue'
import { unitsOf, type Units } from '../../derived/units'

export interface Figures {
  readonly values: readonly number[]
  /** What their unit may be: of the last figure, or of the first that names one. Empty: unknown. */
  readonly units: Units
  /** “at least 12”: 'above'. */
  readonly side?: 'above' | 'below'
}

/** Undefined if the words hold no figure. */
export function figuresIn(words: string): Figures | undefined {
  const plain = inDigits(words)
  const parts = partsOf(plain).map(readFigure)
  const each = parts.filter((part) => part !== undefined)
  const all = each.length === parts.length ? each : [readFigure(plain)].filter((one) => one !== undefined)
  if (all.length === 0) return undefined
  const units = all.map(unitsOf).reverse()
  const side = sideOf(words)
  return {
    values: all.map(({ value }) => value),
    units: units.find(({ length }) => length > 0) ?? [],
    ...(side ? { side } : {}),
  }
}

export const haveOtherUnits = (one: Figures, other: Figures): boolean =>
  one.units.length > 0 && other.units.length > 0 && !one.units.some((unit) => other.units.includes(unit))

export const areOtherFigures = (one: Figures, other: Figures): boolean =>
  one.values.length !== other.values.length ||
  one.values.some((value, at) => value !== other.values[at]) ||
  haveOtherUnits(one, other) ||
  (one.side !== undefined && other.side !== undefined && one.side !== other.side)

const JOINT =
  /(?<=\p{Nd}\s?(?:%|\p{L}{0,12})?)\s?[–—~～-]\s?(?=\p{Sc}?\p{Nd})|[-\s](?:to|bis|or|oder|ou|out of|of|von|sur)[-\s](?=\S)|(?<=\p{Nd})\s[aào]\s(?=\p{Nd})|에서\s|(?<=(?:between|zwischen|entre)\s.*)\s(?:and|und|et|y)\s/giu

/** “$10-12 million” as “$10 million” and “12 million”. One part if there is one figure. */
function partsOf(words: string): readonly string[] {
  const parts = words.split(JOINT).filter((part) => part.trim() !== '')
  const unit = /^[^\p{Nd}]*[\p{Nd}.,]+(.*)$/su.exec(parts.at(-1) ?? '')?.[1] ?? ''
  return parts.map((part, at) => (at < parts.length - 1 && /\p{Nd}$/u.test(part) ? `${part}${unit}` : part))
}

const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const UNITS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
const ORDINAL = new RegExp(`(?<!\\p{L})(${TENS.join('|')})[-\\s](${UNITS.join('|')})(?!\\p{L})`, 'giu')
const DIGITS = '일이삼사오육칠팔구'
const POWERS: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 만: 1e4, 억: 1e8, 조: 1e12 }
/** A number in Korean signs before a counter: 삼만 오천 명. */
const KOREAN =
  /(?<![\p{L}\p{Nd}.,])(?=[^\s]*[십백천만억조])[일이삼사오육칠팔구십백천만억조]+(?:\s[일이삼사오육칠팔구십백천만억조]+)*(?=\s?(?:명|개|원|건|곳|채|가구|대|마리|톤|달러|세|년|일|시간|분|회|번|차례|$))/gu

/** Number words that the reader of single figures does not know, as digits. */
const inDigits = (words: string): string =>
  words
    .replace(ORDINAL, (_, tens: string, unit: string) =>
      String((TENS.indexOf(tens.toLowerCase()) + 2) * 10 + UNITS.indexOf(unit.toLowerCase()) + 1),
    )
    .replace(KOREAN, (number) => String(koreanValue(number)))

function koreanValue(number: string): number {
  let [sum, section, digit] = [0, 0, 0]
  for (const sign of number) {
    if (DIGITS.includes(sign)) digit = DIGITS.indexOf(sign) + 1
    else if (POWERS[sign]) {
      section += (digit || 1) * POWERS[sign]
      digit = 0
    } else if (MYRIADS[sign]) {
      sum += (section + digit || 1) * MYRIADS[sign]
      section = digit = 0
    }
  }
  return sum + section + digit
}

const NOT_MORE = /(?<!\p{L})(?:no more than|not more than|at most|maximum|höchstens|au plus|como máximo)(?!\p{L})/iu
const NOT_LESS =
  /(?<!\p{L})(?:no (?:less|fewer) than|not (?:less|fewer) than|at least|minimum|mindestens|au moins|al menos|por lo menos)(?!\p{L})/iu
const BELOW =
  /(?<!\p{L})(?:(?:fewer|less) than|under|below|up to|as many as|nearly|almost|weniger als|unter|knapp|fast|bis zu|moins de|près de|menos de|casi)(?!\p{L})|jusqu['’]à|이하|미만|최대|以下|未満|不到/iu
const ABOVE =
  /(?<!\p{L})(?:more than|over|above|upwards? of|mehr als|über|plus de|más de)(?!\p{L})|이상|초과|최소|넘[는게은]|以上|超过|超過/iu

function sideOf(words: string): 'above' | 'below' | undefined {
  if (NOT_MORE.test(words)) return 'below'
  if (NOT_LESS.test(words)) return 'above'
  const [below, above] = [BELOW.test(words), ABOVE.test(words)]
  return below === above ? undefined : below ? 'below' : 'above'
}
