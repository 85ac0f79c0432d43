/** Computes a derived figure and compares it with the words in the copy. */
import { inLanguage } from '../../catalogue/area'
import { checksText } from '../../catalogue/rooms/checks'
import { numberOf, readFigure } from './figureValue'
import type { Derivation } from '../../story/ledger/facts/derivation'
import { readMoment } from './readMoment'
import { tellsRemainder } from './remainderWords'
import { inUnits, unitsOf, withUnits, type Units } from './units'

export type Derived =
  | { readonly kind: 'agrees'; readonly computed: number; readonly stated: number; readonly shown: string }
  | { readonly kind: 'differs'; readonly computed: number; readonly stated: number; readonly shown: string }
  | {
      readonly kind: 'unclear'
      /** For people. */
      readonly why: string
      /** `why` in English, whatever the language of the window: part of the finding’s key. */
      readonly reason: string
    }

/** A date is in days, a clock time in minutes of its day. */
type Value =
  | { readonly is: 'number'; readonly number: number; readonly units: Units }
  | {
      readonly is: 'date' | 'clock'
      readonly number: number
      readonly year?: number
      readonly month?: number
      readonly day?: number
    }

/** Says why in the reader's language, and in English for keys. */
class Unclear extends Error {
  readonly reason: string
  constructor(why: () => string) {
    super(why())
    this.reason = inLanguage('en', why)
  }
}

const unclear = ({ message, reason }: Unclear): Derived => ({ kind: 'unclear', why: message, reason })

/**
 * `fact`: its current words and sentence. `wordsOf`: the words of another fact, undefined if it is gone. The figure
 * agrees if it is the result in the same unit, rounded as the derivation says. A unit that one side lacks is not
 * compared, nor that of a product: a rate or any other factor may convert it.
 */
export function computeDerived(
  derivation: Derivation,
  { words, sentence }: { readonly words: string; readonly sentence: string },
  wordsOf: (fact: string) => string | undefined,
): Derived {
  const stated = readFigure(words)
  if (!stated) return unclear(new Unclear(() => checksText('derived.noFigure')))
  try {
    const values = new Map<string, Value>()
    for (const input of derivation.inputs) {
      const text = input.value.trim() !== '' ? input.value : input.fact === undefined ? '' : wordsOf(input.fact)
      if (text === undefined) return unclear(new Unclear(() => checksText('derived.factGone', { name: input.name })))
      values.set(input.name, readValue(text, input.name))
    }
    if (derivation.rate) values.set('rate', number(numberOf(derivation.rate.value.trim(), true).value))
    const result = new Expression(derivation.expression, values).value()
    const computed = result.number
    const units = claimed(unitsOfValue(result), words, sentence)
    const statedUnits = unitsOf(stated)
    const step = derivation.roundedTo ?? stated.step
    const compared = inUnits(computed, units, statedUnits)
    const agrees =
      compared.some(
        ({ number: one }) => Math.abs(one - stated.value) <= step / 2 + 1e-9 * Math.max(1, Math.abs(one)),
      ) &&
      (derivation.roundedTo === undefined || onStep(stated.value, step))
    const isOtherUnit = !agrees && statedUnits.length > 0 && !units.some((unit) => statedUnits.includes(unit))
    const shown = isOtherUnit ? withUnits(shownNumber(computed), computed, units) : shownNumber(computed)
    return { kind: agrees ? 'agrees' : 'differs', computed, stated: stated.value, shown }
  } catch (error) {
    if (error instanceof Unclear) return unclear(error)
    throw error
  }
}

/** From 22 to 10 percent is 12 points. It is a share only of what others leave, and the sentence says so. */
const claimed = (units: Units, words: string, sentence: string): Units =>
  units[0] === 'points' && units.includes('%') && !tellsRemainder(words, sentence) ? ['points'] : units

const onStep = (value: number, step: number): boolean => Math.abs(value / step - Math.round(value / step)) < 1e-9

/** Shows at most six significant digits. */
const shownNumber = (number: number): string =>
  Number(number.toPrecision(6)).toLocaleString('en', { maximumFractionDigits: 6 })

function readValue(text: string, name: string): Value {
  const moment = readMoment(text)
  if (moment) return moment
  const figure = readFigure(text)
  if (!figure) throw new Unclear(() => checksText('derived.noValue', { name, text }))
  return number(figure.value, unitsOf(figure))
}

const NAME = /^\p{L}[\p{L}\p{N}]*/u
const FUNCTIONS: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  minutes: (a, b) => between(a, b, 'clock'),
  days: (a, b) => between(a, b, 'date'),
  years: (a, b) => number(wholeYears(a, b), ['years']),
  change: (a, b) => number((plain(asIn(a, b)) / plain(a) - 1) * 100, ['%']),
  share: (a, b) => number((plain(a) / plain(asIn(a, b))) * 100, ['%']),
}

/** A recursive descent parser for sums, products and brackets. */
class Expression {
  readonly #text: string
  readonly #values: ReadonlyMap<string, Value>
  #at = 0

  constructor(text: string, values: ReadonlyMap<string, Value>) {
    this.#text = text.normalize('NFKC').replace(/[×]/gu, '*').replace(/[÷]/gu, '/').replace(/[−–]/gu, '-')
    this.#values = values
  }

  value(): Value {
    if (this.#text.trim() === '') throw new Unclear(() => checksText('derived.noExpression'))
    const value = this.#sum()
    if (this.#peek() !== '')
      throw new Unclear(() => checksText('derived.notUnderstood', { rest: this.#text.slice(this.#at) }))
    if (!Number.isFinite(value.number)) throw new Unclear(() => checksText('derived.byZero'))
    return value
  }

  #peek(): string {
    while (/\s/u.test(this.#text.charAt(this.#at))) this.#at++
    return this.#text.charAt(this.#at)
  }

  #sum(): Value {
    let left = this.#product()
    for (let sign = this.#peek(); sign === '+' || sign === '-'; sign = this.#peek()) {
      this.#at++
      const right = this.#product()
      // A difference of two times or two dates is a length of time.
      left =
        left.is !== 'number' && right.is === left.is && sign === '-'
          ? between(right, left, left.is)
          : sumOf(left, right, sign === '+' ? 1 : -1)
    }
    return left
  }

  #product(): Value {
    let left = this.#factor()
    for (let sign = this.#peek(); sign === '*' || sign === '/'; sign = this.#peek()) {
      this.#at++
      const right = this.#factor()
      // Nobody can tell whether a factor converts units: “(b - a) / 7” may be weeks.
      left = number(sign === '*' ? plain(left) * plain(right) : plain(left) / plain(right))
    }
    return left
  }

  #factor(): Value {
    const sign = this.#peek()
    if (sign === '-') {
      this.#at++
      return negative(this.#factor())
    }
    if (sign === '(') {
      this.#at++
      const inner = this.#sum()
      this.#expect(')')
      return inner
    }
    const digits = /^\p{Nd}[\p{Nd},]*(?:\.\p{Nd}+)?/u.exec(this.#text.slice(this.#at))?.[0]
    if (digits !== undefined) {
      this.#at += digits.length
      return number(Number(digits.replace(/,/gu, '')))
    }
    const name = NAME.exec(this.#text.slice(this.#at))?.[0]
    if (name === undefined) throw new Unclear(() => checksText('derived.incomplete'))
    this.#at += name.length
    const call = this.#peek() === '(' && Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
    if (call) return this.#call(call)
    const value = this.#values.get(name)
    if (!value) throw new Unclear(() => checksText('derived.unknownInput', { name }))
    return value
  }

  #call(call: (a: Value, b: Value) => Value): Value {
    this.#expect('(')
    const a = this.#sum()
    this.#expect(',')
    const b = this.#sum()
    this.#expect(')')
    return call(a, b)
  }

  #expect(sign: string): void {
    if (this.#peek() !== sign) throw new Unclear(() => checksText('derived.lacksSign', { sign }))
    this.#at++
  }
}

const number = (value: number, units: Units = []): Value => ({ is: 'number', number: value, units })
const unitsOfValue = (value: Value): Units => (value.is === 'number' ? value.units : [])
const negative = (value: Value): Value => number(-plain(value), unitsOfValue(value))

/** The second value in the unit of the first. */
function asIn(unit: Value, value: Value): Value {
  const [found] = inUnits(plain(value), unitsOfValue(value), unitsOfValue(unit))
  if (!found) throw new Unclear(() => checksText('derived.mixedUnits'))
  return number(found.number, found.units)
}

/** A sum is in the unit of its first part that has one. */
function sumOf(left: Value, right: Value, sign: 1 | -1): Value {
  const [first, second] = [unitsOfValue(left), unitsOfValue(right)]
  if (first.includes('%') || second.includes('%')) return sumOfShares(left, right, sign)
  const added = asIn(left, right)
  return number(plain(left) + sign * plain(added), unitsOfValue(added))
}

/**
 * A share and points give a share. What two shares differ by is points first, and what is left of 100 is a share first
 * (its units in this order). What is made of such a one may be either, too.
 */
function sumOfShares(left: Value, right: Value, sign: 1 | -1): Value {
  // “-b + a” and “a + (0 - b)” take away, too.
  if (plain(left) === 0 && unitsOfValue(left).length === 0) return sign === 1 ? right : negative(right)
  const [isLess, isTaken] = [plain(left) < 0, plain(right) < 0]
  if (sign === 1 && isLess !== isTaken)
    return isLess ? sumOfShares(right, negative(left), -1) : sumOfShares(left, negative(right), -1)
  const both = [unitsOfValue(left), unitsOfValue(right)] as const
  const isEither = both.some((units) => units.includes('%') && units.includes('points'))
  const points = both.find((units) => !units.includes('%'))
  if (points !== undefined && points.length > 0) {
    const [share, other] = both[0] === points ? [right, left] : [left, right]
    const [found] = inUnits(plain(other), points, ['points'])
    if (!found) throw new Unclear(() => checksText('derived.mixedUnits'))
    const [a, b] = share === left ? [plain(share), found.number] : [found.number, plain(share)]
    return number(a + sign * b, isEither ? ['%', 'points'] : ['%'])
  }
  const isLeft = both.some(([first, second]) => first === '%' && second === 'points')
  const [isShare, lessPoints] = [both[0][0] === '%', both[1][0] === 'points']
  const isRest =
    sign === 1 ? both.some(([unit]) => unit === '%') : plain(left) === 100 || isLeft || (isShare && lessPoints)
  const units = sign === 1 && !isEither ? ['%'] : isRest ? ['%', 'points'] : ['points', '%']
  return number(plain(left) + sign * plain(right), units)
}

function plain(value: Value): number {
  if (value.is !== 'number')
    throw new Unclear(() => checksText(value.is === 'date' ? 'derived.dateIsNoNumber' : 'derived.timeIsNoNumber'))
  return value.number
}

function between(from: Value, to: Value, is: 'date' | 'clock'): Value {
  if (from.is !== is || to.is !== is)
    throw new Unclear(() => (is === 'clock' ? checksText('derived.minutes') : checksText('derived.days')))
  const distance = to.number - from.number
  // Past midnight.
  if (is === 'clock') return number(distance < 0 ? distance + 24 * 60 : distance, ['minutes'])
  return number(distance, ['days'])
}

function wholeYears(from: Value, to: Value): number {
  if (from.is !== 'date' || to.is !== 'date' || from.year === undefined || to.year === undefined)
    throw new Unclear(() => checksText('derived.years'))
  const years = to.year - from.year
  const notYet =
    (to.month ?? 1) < (from.month ?? 1) || ((to.month ?? 1) === (from.month ?? 1) && (to.day ?? 1) < (from.day ?? 1))
  return notYet ? years - 1 : years
}
