/**
 * The words of a fact (rule 1): from the first to the last character of its tag, extended over the tokens they touch,
 * without closing punctuation. So "100" that becomes "1000" or "-100" has other words, and “negotiator,” that becomes
 * “negotiator.” has not.
 */
import { canonical } from '../../text/compare'
import type { Copy, Range } from '../copy'

const MARK = /^[\p{M}\u200D\u{1F3FB}-\u{1F3FF}]$/u
const WORD = /^[\p{L}\p{N}]$/u
const DIGIT = /^\p{Nd}$/u
/** Scripts written without spaces between words, and Korean, whose particles follow a name directly. */
const CJK = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]$/u
const CJK_NUMERAL = /^[십백천만억조十百千万萬億兆]$/u
const SEPARATOR = /^[.,%‰٪؉\-–/°:٫٬．，]$/u
const AFTER_NUMBER = /^[%‰٪؉°％℃℉+]$/u
const SIGN = /^[+\-−±﹣－＋]$/u
const CURRENCY = /^\p{Sc}$/u
/** Signs of figures above and below the line: 10⁻⁶, 10^6, s⁻¹. */
const LEVEL = /^[⁺⁻₊₋^_]$/u
const ANY_NUMBER = /^\p{N}$/u
const LATIN_LETTER = /^[A-Za-z]$/
/**
 * Invisible characters that do not separate words. The joiner of emoji counts as a mark; fillers of Hangul count as
 * letters.
 */
const INVISIBLE = /^(?![\p{M}\p{L}\u200D])\p{Default_Ignorable_Code_Point}$/u

/** The code point that ends at `at`, '' at the start. */
function before(text: string, at: number): string {
  if (at <= 0) return ''
  const low = text.charCodeAt(at - 1)
  const pair = low >= 0xdc00 && low <= 0xdfff && at >= 2
  return text.slice(pair ? at - 2 : at - 1, at)
}

/** The code point that starts at `at`, '' at the end. */
function after(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** Fast path: below U+061C only the soft hyphen is invisible and not a mark. */
const isInvisible = (point: string): boolean => (point < '\u061C' ? point === '\u00AD' : INVISIBLE.test(point))

/** `at`, moved left over invisible characters. */
function pastInvisibleBefore(text: string, at: number): number {
  let end = at
  for (let point = before(text, end); isInvisible(point); point = before(text, end)) end -= point.length
  return end
}

/** `at`, moved right over invisible characters. */
function pastInvisibleAfter(text: string, at: number): number {
  let start = at
  for (let point = after(text, start); isInvisible(point); point = after(text, start)) start += point.length
  return start
}

/** Letters and marks of scripts that write words without spaces. */
const SPACELESS = /^(?!\p{N})[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u

const isNumber = (point: string): boolean => DIGIT.test(point) || CJK_NUMERAL.test(point)
const digitBefore = (text: string, at: number): boolean => DIGIT.test(before(text, pastInvisibleBefore(text, at)))
const digitAfter = (text: string, at: number): boolean => DIGIT.test(after(text, pastInvisibleAfter(text, at)))

/** Whether the visible characters on both sides of `at` belong to one token. */
export function isInsideToken(text: string, at: number): boolean {
  const start = pastInvisibleBefore(text, at)
  const end = pastInvisibleAfter(text, at)
  const left = before(text, start)
  const right = after(text, end)
  if (left === '' || right === '') return false
  // In scripts without spaces, a zero-width space separates words.
  if (end > start && SPACELESS.test(left) && SPACELESS.test(right) && text.slice(start, end).includes('\u200B'))
    return false
  if (MARK.test(right) || left === '\u200D') return true
  const base = MARK.test(left) ? baseBefore(text, start) : left
  if (WORD.test(base) && WORD.test(right)) {
    if (CJK.test(base) || CJK.test(right)) return isNumber(base) && isNumber(right)
    return true
  }
  if (LEVEL.test(right)) return WORD.test(base) && !CJK.test(base) && isLevelled(text, end + right.length)
  if (LEVEL.test(base)) {
    const sign = start - base.length
    const word = baseBefore(text, sign)
    return WORD.test(word) && !CJK.test(word) && isLevelled(text, start)
  }
  if (isNumber(base)) {
    if (AFTER_NUMBER.test(right) || CURRENCY.test(right)) return true
    return SEPARATOR.test(right) && digitAfter(text, end + right.length)
  }
  if (isNumber(right)) {
    if (SIGN.test(base) || CURRENCY.test(base)) return true
    return SEPARATOR.test(base) && digitBefore(text, start - base.length)
  }
  if (CURRENCY.test(right)) return (LATIN_LETTER.test(base) || SIGN.test(base)) && digitAfter(text, end + right.length)
  if (CURRENCY.test(base)) return SIGN.test(right) && digitAfter(text, end + right.length)
  return base === '°' && /^[CFK]$/.test(right)
}

/** Whether what follows a sign of the level is a number: 6, -6, ⁶. */
function isLevelled(text: string, at: number): boolean {
  const next = after(text, pastInvisibleAfter(text, at))
  return ANY_NUMBER.test(next) || (SIGN.test(next) && digitAfter(text, pastInvisibleAfter(text, at) + next.length))
}

/** The character that ends at `at`, without its marks. */
function baseBefore(text: string, at: number): string {
  let end = pastInvisibleBefore(text, at)
  let point = before(text, end)
  while (point !== '' && MARK.test(point)) {
    end = pastInvisibleBefore(text, end - point.length)
    point = before(text, end)
  }
  return point
}

/** Widens `[from, to)` until neither edge is inside a token. */
export function extendOverTokens(
  text: string,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  let start = from
  let end = to
  // Skips invisible characters together with the character behind them, so that a long run is walked once.
  while (isInsideToken(text, start)) start -= lengthBefore(text, start)
  while (isInsideToken(text, end)) end += lengthAfter(text, end)
  return { from: start, to: end }
}

function lengthBefore(text: string, at: number): number {
  const start = pastInvisibleBefore(text, at)
  return at - start + before(text, start).length
}

function lengthAfter(text: string, at: number): number {
  const end = pastInvisibleAfter(text, at)
  return end - at + after(text, end).length
}

const CLOSING_QUOTES = /(?<!["'“”‘’»«」』])["'“”‘’»«」』]+$/u
/** One comma or period, but not the last dot of an ellipsis. */
const CLOSING_POINT = /(?<![.…,])[,.，。、]$/u

/** Drops the closing comma, period or quotation marks. Returns the text itself if nothing else is left. */
export function dropClosing(text: string): string {
  const trimmed = text.trim()
  const rest = trimmed.replace(CLOSING_QUOTES, '').replace(CLOSING_POINT, '').replace(CLOSING_QUOTES, '').trimEnd()
  return rest === '' ? trimmed : rest
}

/** The words between two places of the copy, blocks joined by a line feed. */
export function textBetween(copy: Copy, first: Range, last: Range): string {
  if (first.block === last.block) return copy[first.block]?.text.slice(first.from, last.to) ?? ''
  const parts = [copy[first.block]?.text.slice(first.from) ?? '']
  for (let index = first.block + 1; index < last.block; index++) parts.push(copy[index]?.text ?? '')
  parts.push(copy[last.block]?.text.slice(0, last.to) ?? '')
  return parts.join('\n')
}

/** The ranges of a tag (text order), the first and the last of them widened over the tokens they touch. */
export function overTokens(copy: Copy, ranges: readonly Range[]): readonly Range[] {
  return ranges.map((range, index) => {
    const text = copy[range.block]?.text ?? ''
    const from = index === 0 ? extendOverTokens(text, range.from, range.from).from : range.from
    const to = index === ranges.length - 1 ? extendOverTokens(text, range.to, range.to).to : range.to
    return { ...range, from, to }
  })
}

/** The words of a fact whose tag lies on `ranges` (text order, at least one). */
export function wordsOfRanges(copy: Copy, ranges: readonly Range[]): string {
  const wide = overTokens(copy, ranges)
  const first = wide[0]
  const last = wide.at(-1)
  return first && last ? dropClosing(textBetween(copy, first, last)) : ''
}

/** Whether two word texts count as the same for a sign-off (rules 1 and 2 together). */
export const sameWords = (a: string, b: string): boolean =>
  a === b || canonical(dropClosing(a)) === canonical(dropClosing(b))
