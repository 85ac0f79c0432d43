import { BLOCK_ELEMENTS } from './blockElements'
import { styleProperty } from './wordStyle'

/** Figures above and below the line. Without its level a figure joins the one before: "10⁶" would read "106". */
export type Level = 'superscript' | 'subscript'

const LETTERS: Readonly<Record<Level, ReadonlyMap<string, string>>> = {
  superscript: lettersOf('0123456789+-−=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'),
  subscript: lettersOf('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'),
}
const SIGNS: Readonly<Record<Level, string>> = { superscript: '^', subscript: '_' }

function lettersOf(plain: string, raised: string): ReadonlyMap<string, string> {
  const letters = [...raised]
  return new Map([...plain].map((letter, index) => [letter, letters[index] ?? letter]))
}

/**
 * The level of an element of HTML by its name and its style attribute. Many pages put `sup` on the line by style and
 * lift it by its position, so a style lowers nothing. A block is at no level, and in a cell of a table the style means
 * another thing.
 */
export function levelOfElement(name: string, style: string): Level | undefined {
  if (BLOCK_ELEMENTS.has(name) || name === 'td' || name === 'th') return undefined
  const align = styleProperty(style, 'vertical-align')
  if (align === 'super' || align === 'sub') return align === 'super' ? 'superscript' : 'subscript'
  if (name === 'sup') return 'superscript'
  return name === 'sub' ? 'subscript' : undefined
}

/** Whether Unicode has all letters of a text at this level, and one of them is a digit. */
export const isRaisable = (text: string, level: Level): boolean =>
  /\d/.test(text) && [...text].every((letter) => LETTERS[level].has(letter) || letter.trim() === '')

/** Returns a text in the letters of its level. Other letters stay. */
export const raised = (text: string, level: Level): string =>
  [...text].map((letter) => LETTERS[level].get(letter) ?? letter).join('')

/** The sign that parts a text from a figure before it, if Unicode has no letters for it: "10^6.5". */
export const signBefore = (text: string, level: Level): string => (/^\s*[+\-−]?\p{N}/u.test(text) ? SIGNS[level] : '')

/** Returns figures as they are written at a level: in letters of their own, else parted by a sign. */
export const figuresAt = (text: string, level: Level): string =>
  isRaisable(text, level) ? raised(text, level) : `${signBefore(text, level)}${text}`
