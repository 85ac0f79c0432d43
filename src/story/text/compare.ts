/**
 * Compares texts by rule 2: NFC, white space and curly or straight quotation marks folded. Case, digits, other
 * punctuation and bidi controls count.
 */

/**
 * Invisible characters that do not separate words: word joiner, BOM, soft hyphen, and the zero-width space, but not
 * where it parts words of a script that is written without spaces.
 */
const INVISIBLE =
  /[\u2060\uFEFF\u00AD]|\u200B(?![\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])|(?<![\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])\u200B/gu
const FEW_INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/

/** Without the characters that nobody sees. */
export const seen = (text: string): string => (FEW_INVISIBLE.test(text) ? text.replace(INVISIBLE, '') : text)
const WHITE_SPACE = /[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g
const DOUBLE_QUOTES = /[“”„‟]/g
const SINGLE_QUOTES = /[‘’‚‛]/g

/** Anything that `canonical` may change: all but printable ASCII, and spaces in rows or at the ends. */
const FOLDS = /[^ -~]| {2}|^ | $/

/** The form in which texts are compared. Idempotent. */
export function canonical(text: string): string {
  // Most texts are plain already: one look instead of six passes.
  if (!FOLDS.test(text)) return text
  return seen(text)
    .normalize('NFC')
    .replace(WHITE_SPACE, ' ')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .trim()
}

export const sameText = (a: string, b: string): boolean => a === b || canonical(a) === canonical(b)

export interface CanonicalMap {
  readonly text: string
  /** For each UTF-16 unit of `text`, the offset in the original where it came from; one more entry for the end. */
  readonly origin: readonly number[]
}

/** `canonical` without trimming, and the map back to the original offsets. */
export function canonicalMap(text: string): CanonicalMap {
  const units: string[] = []
  const origin: number[] = []
  const unseen = new Set(FEW_INVISIBLE.test(text) ? [...text.matchAll(INVISIBLE)].map(({ index }) => index) : [])
  // A cluster is a base with its combining marks: the longest stretch that NFC can compose. Conjoining Jamo compose
  // across bases; a run of them is one cluster.
  for (const match of text.matchAll(/[\u1100-\u11FF]+\p{M}*|[\s\S]\p{M}*/gu)) {
    const folded = (unseen.has(match.index) ? match[0].slice(1) : match[0])
      .normalize('NFC')
      .replace(WHITE_SPACE, ' ')
      .replace(DOUBLE_QUOTES, '"')
      .replace(SINGLE_QUOTES, "'")
    for (const unit of folded.split('')) {
      if (unit === ' ' && units.at(-1) === ' ') continue
      units.push(unit)
      origin.push(match.index)
    }
  }
  origin.push(text.length)
  return { text: units.join(''), origin }
}
