/**
 * Quotation marks, apostrophes, dashes and ellipsis, as the press of a language sets them, for the signs of a keyboard.
 * Rules: AP and Guardian style (English), Duden (German), Lexique of the Imprimerie nationale (French), the style book
 * of El País (Spanish), the National Institute of Korean Language (Korean).
 */

type Pair = readonly [opening: string, closing: string]

interface Signs {
  readonly double: Pair
  readonly single: Pair
  /** For two hyphens. */
  readonly dash: string
}

const CURLY: Pick<Signs, 'double' | 'single'> = { double: ['“', '”'], single: ['‘', '’'] }
const NO_BREAK = '\u00A0'

/** By BCP 47 tag in lower case; a tag with a region first. */
const SIGNS: Readonly<Record<string, Signs>> = {
  en: { ...CURLY, dash: '—' },
  'en-gb': { ...CURLY, dash: '–' },
  de: { double: ['„', '“'], single: ['‚', '‘'], dash: '–' },
  'de-ch': { double: ['«', '»'], single: ['‹', '›'], dash: '–' },
  fr: { double: [`«${NO_BREAK}`, `${NO_BREAK}»`], single: CURLY.single, dash: '–' },
  'fr-ch': { double: ['«', '»'], single: ['‹', '›'], dash: '–' },
  es: { ...CURLY, dash: '—' },
  ko: { ...CURLY, dash: '—' },
}
const APOSTROPHE = '’'

/** Signs of the keyboard that may become others. */
export const TYPED_SIGNS: ReadonlySet<string> = new Set(['"', "'", '-', '.'])

export interface SetSigns {
  /** UTF-16 length of what is replaced, the typed sign included. */
  readonly replaces: number
  readonly by: string
}

/**
 * What the press sets for a sign that was typed after `before`, the words of its paragraph up to there. Undefined: the
 * sign stays, as in an address, for feet and inches, and in a language whose rule is not known. `language`: BCP 47.
 */
export function setSigns(before: string, typed: string, language: string): SetSigns | undefined {
  const signs = signsOf(language)
  if (!signs || ADDRESS.test(before)) return undefined
  if (typed === '-') return DASH.test(before) ? { replaces: 2, by: signs.dash } : undefined
  if (typed === '.') return ELLIPSIS.test(before) ? { replaces: 3, by: '…' } : undefined
  if (typed === '"') return doubleMark(before, signs)
  return typed === "'" ? singleMark(before, signs) : undefined
}

function signsOf(language: string): Signs | undefined {
  const tag = language.toLowerCase()
  const [main = '', region = ''] = tag.split('-')
  const known = `${main}-${region}`
  return Object.hasOwn(SIGNS, known) ? SIGNS[known] : Object.hasOwn(SIGNS, main) ? SIGNS[main] : undefined
}

/** The last word is the address of a page or a mailbox. */
const ADDRESS = /(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S*$|[^\s@]@[^\s@]*$/iu
/** One hyphen, no dash and no rule of hyphens. */
const DASH = /(?:^|[^-–—―])-$/u
const ELLIPSIS = /(?:^|[^.…])\.\.$/u
const SPACE = /[\s\u00A0\u202F]$/u
const BRACKET = /[([{<¿¡]$/u
const STROKE = /[-–—―/]$/u
const FIGURE = /\p{Nd}$/u
/** Feet, minutes and hours of one place: 6'2". A year has an apostrophe: 2024's. */
const SHORT_FIGURE = /(?:^|[^\p{L}\p{N}.,])\p{Nd}{1,2}$/u

function doubleMark(before: string, { double, single }: Signs): SetSigns | undefined {
  const [opening, closing] = double
  const open = isOpen(before, double)
  // 35mm film is 1.4" wide.
  if (FIGURE.test(before) && !open) return undefined
  // « word " : the space before the closing mark is one that does not break.
  if (open && closing.startsWith(NO_BREAK) && / $/.test(before)) return { replaces: 2, by: closing }
  return { replaces: 1, by: opens(before, [double, single], open) ? opening : closing }
}

function singleMark(before: string, { double, single }: Signs): SetSigns | undefined {
  const [opening, closing] = single
  const open = isOpen(before, single)
  if (opens(before, [double, single], open)) return { replaces: 1, by: opening }
  if (SHORT_FIGURE.test(before) && !open) return undefined
  return { replaces: 1, by: open ? closing : APOSTROPHE }
}

/** Whether a mark after these words opens a quotation. After a dash it does unless one is open: “I was—” */
function opens(before: string, pairs: readonly Pair[], open: boolean): boolean {
  if (before === '' || SPACE.test(before) || BRACKET.test(before)) return true
  if (pairs.some(([opening]) => before.endsWith(opening))) return true
  return STROKE.test(before) && !open
}

const isOpen = (before: string, [opening, closing]: Pair): boolean =>
  before.lastIndexOf(opening) > before.lastIndexOf(closing)
