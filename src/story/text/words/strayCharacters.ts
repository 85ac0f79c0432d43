/**
 * Control characters and rare separators. Rule 2 takes some of them for a space where screens show nothing, or a dash.
 * So none enters a story, and exports write a space instead.
 */
import { withoutDirectionOverrides } from './directionOverrides'

/**
 * Vertical tab, form feed, the space mark of Ogham, line and paragraph separator: white space by rule 2, and not shown
 * as a space everywhere.
 */
const ODD_SPACE = /[\u000b\u000c\u1680\u2028\u2029]/g

/** The text with an ordinary space for each separator that is not shown as a space everywhere. */
export const withPlainSpaces = (text: string): string => text.replace(ODD_SPACE, ' ')

/** What parts words and enters as a space: the separators above, and the next line (U+0085). */
const SEPARATOR = /[\u000b\u000c\u0085\u1680\u2028\u2029]/g
/** Tab and line ends stay. */
const STRAY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u1680\u2028\u2029]/
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g

/** A text as it enters a story: without direction overrides and control characters, with ordinary spaces. */
export function enteringWords(text: string): string {
  const shown = withoutDirectionOverrides(text)
  return STRAY.test(shown) ? shown.replace(SEPARATOR, ' ').replace(CONTROL, '') : shown
}

/** `enteringWords` for lists of names: a separator becomes a line end, because a space would join two names to one. */
export const enteringNames = (text: string): string => enteringWords(text.replace(SEPARATOR, '\n'))

/**
 * What is unwanted in the copy of a document, character by character. Line and paragraph separators stay there:
 * pending suggestions use them for proposed breaks.
 */
const UNWANTED = /[\u202a-\u202e\u0000-\u0008\u000b-\u001f\u007f-\u009f\u1680]/
const EVERY_UNWANTED = new RegExp(UNWANTED, 'g')
const insteadOf = (sign: string): string => (sign === '\r' ? ' ' : enteringWords(sign))

export const hasUnwanted = (text: string): boolean => UNWANTED.test(text)

/** Where unwanted characters are (UTF-16 offsets), and what takes the place of each: a space, or nothing. */
export const unwantedIn = (text: string): readonly { readonly at: number; readonly instead: string }[] =>
  hasUnwanted(text)
    ? [...text.matchAll(EVERY_UNWANTED)].map(({ 0: sign, index }) => ({ at: index, instead: insteadOf(sign) }))
    : []

/** The words of a block without unwanted characters. */
export const copyWords = (text: string): string => (hasUnwanted(text) ? text.replace(EVERY_UNWANTED, insteadOf) : text)

/** Cleans every text in a value of objects and lists. `count`: how many characters went or were replaced. */
export function cleanEntering<T>(
  value: T,
  clean: (text: string) => string = enteringWords,
): { readonly value: T; readonly count: number } {
  let count = 0
  const cleaned = (item: unknown): unknown => {
    if (typeof item === 'string') {
      const words = clean(item)
      if (words !== item) count += Array.from(item).filter((sign) => clean(sign) !== sign).length
      return words
    }
    if (Array.isArray(item)) return item.map(cleaned)
    if (typeof item !== 'object' || item === null || item instanceof Uint8Array) return item
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, cleaned(inner)]))
  }
  const result = cleaned(value) as T
  return { value: count === 0 ? value : result, count }
}
