import words from './nameWords.json' with { type: 'json' }

/**
 * Whether what stands between two parts of a name belongs to it: middle names, initials, a nickname in quotation marks,
 * a title ("Okafor, Mr. Daniel"), or one word in an address or file name ("daniel-c-okafor"). A lower-case word, a
 * comma before a second word, a new line or cell parts two people: "Daniel Carter met Ngozi Okafor".
 */
export function isMiddle(between: string): boolean {
  const tokens = between.match(TOKEN) ?? []
  if (tokens.length === 0) return true
  if (HANDLE.test(between)) return isMiddleOfHandle(tokens)
  if (!BETWEEN.test(between)) return false
  // A point ends a sentence, unless an initial or a short title is before it. The caller's part is neither.
  if (/^[.!?]/.test(between)) return false
  if (!tokens.every(isNamePart)) return false
  if (tokens.some((token, index) => token.length > 3 && pointAfter(between, index))) return false
  const caseless = tokens.filter((token) => /^\p{Lo}/u.test(token) && !PARTICLES.has(token))
  return caseless.length <= 1
}

/** Addresses and file names are made of headlines too: "trump-and-xi". */
const isMiddleOfHandle = (tokens: readonly string[]): boolean =>
  tokens.every((token) => token.length === 1 || isNamePart(token)) ||
  (tokens.length === 1 && !HEADLINE_WORDS.has(tokens[0] ?? ''))

const TOKEN = /[\p{L}\p{M}\p{N}\u200c-\u200f\u2060\u00ad]+/gu
/** Signs of file names and addresses, without spaces. */
const HANDLE = /^[-_+./=][\p{L}\p{M}\p{N}]+(?:[-_+./=][\p{L}\p{M}\p{N}]+)*[-_+./=]$/u
/** One line. A comma only right behind the first part, which is the family name then. */
const BETWEEN = /^,?[^\n\t\r,;:!?|/\\<>=]*$/u

/** "CarterNgozi" is two names that a page has run together; "McDonald" is one. */
const RUN_TOGETHER = /\p{Ll}\p{Lu}/u
const JOINED = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|Al|El|Ben)\p{Lu}\p{Ll}+$/u

const isNamePart = (token: string): boolean =>
  (!RUN_TOGETHER.test(token) || JOINED.test(token)) && !isHeadlineWord(token) && isCapitalised(token)

/** "Trump Meets Xi" in a heading with capitals. Shorter words are names as well: "An", "Won". */
const isHeadlineWord = (token: string): boolean => token.length > 3 && HEADLINE_WORDS.has(token.toLowerCase())

const isCapitalised = (token: string): boolean =>
  /^\p{Lu}|^\p{Lt}|^\p{Lo}/u.test(token) || /^\p{L}$/u.test(token) || PARTICLES.has(token.toLowerCase())

/** Whether a point follows the token with this index. */
function pointAfter(between: string, index: number): boolean {
  const token = [...between.matchAll(TOKEN)][index]
  return token !== undefined && between.charAt(token.index + token[0].length) === '.'
}

const PARTICLES: ReadonlySet<string> = new Set(words.particles)
const HEADLINE_WORDS: ReadonlySet<string> = new Set(words.headlineWords)
