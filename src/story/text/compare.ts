/**
 * Compares texts by rule 2: NFC, white space and curly or straight quotation marks folded. Case, digits, other
 * punctuation and bidi controls count.
 */

/** Characters that nobody sees: word joiner, BOM, soft hyphen, zero-width space. */
const UNSEEN = /[\u200B\u2060\uFEFF\u00AD]/
const UNSEEN_RUN = /[\u200B\u2060\uFEFF\u00AD]+/g
const SPACELESS = '[\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]'
const ENDS_SPACELESS = new RegExp(`${SPACELESS}$`, 'u')
const BEGINS_SPACELESS = new RegExp(`^${SPACELESS}`, 'u')

/**
 * Whether a run of unseen characters parts two words of a script that is written without spaces. Several zero-width
 * spaces part them as one does.
 */
const partsWords = (text: string, run: string, from: number): boolean =>
  run.includes('\u200B') &&
  ENDS_SPACELESS.test(text.slice(Math.max(0, from - 2), from)) &&
  BEGINS_SPACELESS.test(text.slice(from + run.length, from + run.length + 2))

/** Without the characters that nobody sees, but for one zero-width space where some part words. */
export const seen = (text: string): string =>
  UNSEEN.test(text)
    ? text.replace(UNSEEN_RUN, (run, from: number) => (partsWords(text, run, from) ? '\u200B' : ''))
    : text
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
  const unseen = unseenIn(text)
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

/** The offsets of the characters that `seen` leaves out. */
function unseenIn(text: string): ReadonlySet<number> {
  const unseen = new Set<number>()
  if (!UNSEEN.test(text)) return unseen
  for (const { 0: run, index } of text.matchAll(UNSEEN_RUN)) {
    const kept = partsWords(text, run, index) ? run.indexOf('\u200B') : -1
    for (let at = 0; at < run.length; at++) if (at !== kept) unseen.add(index + at)
  }
  return unseen
}
