/**
 * Words and letters of a text. Most texts hold only Latin letters and common punctuation: classes of a few ranges read
 * those. Preparing a class of Unicode properties takes as long as an export of 2,000 words.
 */
import { lazy } from '../lazy'

/** Characters below U+0250, general punctuation and currency signs. The last two have no letters, digits or marks. */
const PLAIN = /^[\u0000-\u024f\u2000-\u206f\u20a0-\u20c0]*$/
/** The letters and digits of PLAIN; it holds no marks. */
const LATIN =
  '0-9A-Za-z\\u00aa\\u00b2\\u00b3\\u00b5\\u00b9\\u00ba\\u00bc-\\u00be\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f'
const LATIN_LETTERS = lazy(() => new RegExp(`[${LATIN}]+`, 'g'))
const LATIN_WORD = lazy(() => new RegExp(`[${LATIN}]+(?:['’.,\\-][${LATIN}]+)*`, 'g'))
const LATIN_ONE = lazy(() => new RegExp(`^[${LATIN}]`))

const LETTERS = lazy(() => /[\p{L}\p{N}\p{M}]+/gu)
const WORD = lazy(
  () =>
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}])+(?:['’.,\-](?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}])+)*/gu,
)
const ONE = lazy(() => /^[\p{L}\p{N}]/u)

/**
 * Words as a newsroom counts them: runs of letters and digits; each Han, Kana or Hangul-less ideograph counts as one.
 */
export const countWordsIn = (text: string): number => text.match(PLAIN.test(text) ? LATIN_WORD() : WORD())?.length ?? 0

/** The runs of letters, digits and marks. */
export const lettersIn = (text: string): readonly string[] =>
  text.match(PLAIN.test(text) ? LATIN_LETTERS() : LETTERS()) ?? []

/** Whether the text begins with a letter or digit. */
export const beginsWithLetter = (text: string): boolean => (text.charCodeAt(0) < 0x250 ? LATIN_ONE() : ONE()).test(text)

/** Whether the text ends with a letter or digit. */
export function endsWithLetter(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  // The second half of a surrogate pair.
  return beginsWithLetter(
    last >= 0xdc00 && last < 0xe000 && text.length > 1 && text.charCodeAt(text.length - 2) >> 10 === 0x36
      ? text.slice(-2)
      : text.slice(-1),
  )
}

/**
 * The places of `word` in the text that `stands` accepts, left to right, without overlap. `stands` gets the text before
 * and after, up to three code units.
 */
export function placesOf(
  word: string,
  text: string,
  stands: (before: string, after: string) => boolean,
): readonly number[] {
  const places: number[] = []
  let at = text.indexOf(word)
  while (at !== -1) {
    const end = at + word.length
    const agreed = stands(text.slice(Math.max(0, at - 3), at), text.slice(end, end + 3))
    if (agreed) places.push(at)
    at = text.indexOf(word, agreed ? end : at + 1)
  }
  return places
}
