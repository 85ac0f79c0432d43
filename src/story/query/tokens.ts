/**
 * What the search over all stories looks for. Languages that put spaces between words have words; Chinese, Japanese,
 * Korean, Thai, Lao, Khmer and Burmese have overlapping pairs of characters, so that 관세 is found in 관세를.
 */
import { lazy } from '../text/lazy'
import { foldText, foldWithOrigin } from './foldText'

export interface TokenPlace {
  readonly token: string
  /** The range in the original text, in UTF-16 units. */
  readonly from: number
  readonly to: number
}

/**
 * Stands between two texts where both are searched as one, so that no phrase goes from one into the next. No text has
 * it as a token.
 */
export const BREAK = '\ue000'

/**
 * The tokens of a text in its order. A run of Han, kana, Hangul or a script of South-East Asia gives each pair of
 * neighbours, and at last its last character alone: 관세를 → 관세, 세를, 를. Tokens hold letters, digits and marks only.
 * FTS5 reads them back, joined with spaces, with its tokenizer `ascii`, which takes all beyond ASCII for letters.
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  for (const word of foldText(text).match(WORDS()) ?? []) {
    if (UNSPACED().test(word)) tokens.push(...pairsOf(word))
    else tokens.push(word)
  }
  return tokens
}

/** The tokens of several texts as one text, with spaces between tokens, at both ends, and a BREAK between texts. */
export const tokenText = (texts: readonly string[]): string =>
  ` ${texts.map((text) => tokensOf(text).join(' ')).join(` ${BREAK} `)} `

/** The tokens of a text, and where they stand in it. */
export function tokenPlacesOf(text: string): readonly TokenPlace[] {
  const folded = foldWithOrigin(text)
  return [...folded.text.matchAll(WORDS())].flatMap(({ 0: word, index }) => {
    let at = index
    return (UNSPACED().test(word) ? pairsOf(word) : [word]).map((token) => {
      const place = { token, from: folded.from[at] ?? 0, to: folded.to[at + token.length - 1] ?? 0 }
      at += (token.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
      return place
    })
  })
}

/** What is looked for: tokens in a row. */
export interface SoughtTokens {
  /** At least one. */
  readonly tokens: readonly string[]
  /** The last token may be the beginning of a longer one. */
  readonly prefix: boolean
}

/**
 * The tokens that a text holds in a row where it holds these words. Undefined: the words have no letters or digits.
 * `prefix`: the last word may go on. A run without spaces may always go on, since its words have no ends.
 */
export function soughtTokens(words: string, prefix = false): SoughtTokens | undefined {
  const tokens = tokensOf(words)
  const last = foldText(words).match(WORDS())?.at(-1)
  if (last === undefined) return undefined
  if (!UNSPACED().test(last)) return { tokens, prefix }
  return [...last].length === 1 ? { tokens, prefix: true } : { tokens: tokens.slice(0, -1), prefix: false }
}

const pairsOf = (run: string): readonly string[] => {
  const signs = [...run]
  return signs.map((sign, at) => sign + (signs[at + 1] ?? ''))
}

const RUN =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u30fc\\u3099\\u309a'
const WORDS = lazy(
  () =>
    new RegExp(
      `[0-9a-z]+(?![\\p{L}\\p{N}\\p{M}])|(?:(?=[\\p{L}\\p{N}\\p{M}])[${RUN}])+|(?:(?![${RUN}])[\\p{L}\\p{N}\\p{M}])+`,
      'gu',
    ),
)
const UNSPACED = lazy(() => new RegExp(`^[${RUN}]`, 'u'))
