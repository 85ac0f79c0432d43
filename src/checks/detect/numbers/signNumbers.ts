/**
 * Figures whose digits are signs of their own: circled and bracketed (⑫, ⑴, ❶), Roman (Ⅻ), small ones standing alone
 * (¹² boats) and fractions of them (¹⁄₂).
 *
 * Most such signs count nothing, and are left out: the numbering of a list (“① pay, ② vote”), a note mark behind a
 * word or a sentence (said.¹²), a note's own number at the start of a graf, units and formulas (km², CO₂), and a number
 * behind a name or a designator (Charles Ⅻ, phase Ⅲ). A small number behind digits belongs to them: “10²” is found as
 * “10”. Source: The Unicode Standard, 22.3 Numerals; blocks U+2070, U+2150, U+2460, U+2776, U+3200 and U+1F100.
 */
import { lazy } from '../../../story/text/lazy'
import { countsPeople, FIGURE_COUNTER, FIGURE_HEDGE, isDesignation, unitAfter } from './figures'
import type { Statement } from '../statement'
import { FUNCTION_WORDS } from '../words/functionWords'

const ENCLOSED = '\u2460-\u249B\u24EA-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF\u{1F100}-\u{1F10C}'
const ROMAN = '\u2160-\u2188'
const SMALL = '⁰¹²³⁴-⁹₀-₉'

const ANY = lazy(() => new RegExp(`[${ENCLOSED}${ROMAN}⁰¹²³⁴-⁹₀-₉]`, 'u'))
const SIGNS = lazy(
  () => new RegExp(`(?<fraction>[${SMALL}]+⁄[${SMALL}]+)|(?<small>[${SMALL}]+)|[${ENCLOSED}]+|[${ROMAN}]+`, 'gu'),
)
const IS_ROMAN = lazy(() => new RegExp(`^[${ROMAN}]`, 'u'))
const LETTER_BEFORE = /[\p{L}\p{M}]$/u
const COUNTED_AFTER = /^[\s\u00A0]?(?:\p{Ll}|[%‰]|\p{Sc}|[\p{sc=Hangul}\p{sc=Han}])/u

/** Figures in signs of one number each. */
export function findSignNumbers(text: string): readonly Statement[] {
  if (!ANY().test(text)) return []
  const found: Statement[] = []
  /** The last number of the list that runs through the graf. */
  let listed = 0
  const matches = [...text.matchAll(SIGNS())]
  for (const [index, match] of matches.entries()) {
    const from = match.index
    const to = from + match[0].length
    const before = text.slice(Math.max(0, from - 40), from)
    const after = text.slice(to, to + 48)
    if (match.groups?.['small'] !== undefined) {
      if (!isSmallFigure(before, after)) continue
    } else if (match.groups?.['fraction'] === undefined) {
      if (IS_ROMAN().test(match[0])) {
        if (isOfName(before, after) || isDesignation(before)) continue
      } else {
        const value = valueOf(match[0])
        const isNext = value === listed + 1 && (value > 1 || valueOf(matches[index + 1]?.[0] ?? '') === 2)
        if (isNext && !countsPeople(after) && !FIGURE_COUNTER().test(after)) {
          listed = value
          continue
        }
        if (isLabel(before, after)) continue
      }
    }
    const hedge = FIGURE_HEDGE().exec(before.slice(-16))?.[0].length ?? 0
    found.push({ kind: 'figure', from: from - hedge, to: to + (unitAfter(text, to) ?? 0), coreFrom: from, coreTo: to })
  }
  return found
}

/** “¹² boats”, “$¹²”. A small number in brackets, behind a letter or a sentence is a note mark. */
const isSmallFigure = (before: string, after: string): boolean =>
  /(?:[\s\u00A0(]|\p{Sc}\s?)$/u.test(before) && COUNTED_AFTER.test(after)

/** The numbering at the start of a graf (“① Sign the deal”), or a mark behind a word (“Shares①”). */
function isLabel(before: string, after: string): boolean {
  if (countsPeople(after) || FIGURE_COUNTER().test(after)) return false
  if (before.trim() === '') return !/^[\s\u00A0]?\p{Ll}/u.test(after)
  return LETTER_BEFORE.test(before)
}

/** “Charles Ⅻ”, “Ⅲ. Sign the deal”, “Final Fantasy Ⅹ”. */
function isOfName(before: string, after: string): boolean {
  if (FIGURE_COUNTER().test(after)) return false
  if (before.trim() === '') return /^\s?[.)．、:：]|^\s+\p{Lu}/u.test(after)
  if (LETTER_BEFORE.test(before) || NAME_AFTER.test(after)) return true
  const [, start, word] = /(^|[.!?…][\s”"]+)?(\p{Lu}[\p{L}\p{M}.'’-]*)\s$/u.exec(before) ?? []
  if (word === undefined || FIGURE_HEDGE().test(before.slice(-16))) return false
  return start === undefined || !SMALL_WORDS().has(word.toLowerCase())
}
const NAME_AFTER = /^(?:[\s-]?(?:century|siècle|Jahrhundert)|[상형급기부장편호류型期章部級级])/u

const SMALL_WORDS = lazy(() => new Set(Object.values(FUNCTION_WORDS).join(' ').split(' ')))

/** The number that enclosed signs show. 0: they show none. */
const valueOf = (signs: string): number => Number(/\d+/u.exec(signs.normalize('NFKC'))?.[0] ?? 0)
