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
const DOUBLE_QUOTES = /[“”‟]/g
const SINGLE_QUOTES = /[‘’‛]/g
/** Low marks: they open a quotation, and anywhere else they read as commas. */
const LOW_QUOTES = /[‚„]/g
const WORD_AT_END = /[\p{L}\p{N}\p{M}]$/u

/**
 * A low mark as it is compared, between `before` and `after`. Where a comma could be it counts as itself: “3’500” must
 * not become “3‚500”.
 */
function lowQuote(mark: string, before: string, after: string): string {
  const isFirst = before === '' || before.endsWith(' ')
  const mayBeComma = after === ' ' || (!isFirst && (after === '' || WORD_AT_END.test(before)))
  return mayBeComma ? mark : mark === '‚' ? "'" : '"'
}

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
    .replace(LOW_QUOTES, (mark, at: number, whole: string) =>
      lowQuote(mark, whole.slice(Math.max(0, at - 2), at), whole.charAt(at + 1)),
    )
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
      .replace(LOW_QUOTES, (mark) => lowQuote(mark, units.slice(-2).join(''), nextSeen(text, match.index, unseen)))
    for (const unit of folded.split('')) {
      if (unit === ' ' && units.at(-1) === ' ') continue
      units.push(unit)
      origin.push(match.index)
    }
  }
  origin.push(text.length)
  return { text: units.join(''), origin }
}

/** The first character after the one at `at` that `seen` does not leave out, white space as a space. */
function nextSeen(text: string, at: number, unseen: ReadonlySet<number>): string {
  let next = at + 1
  while (unseen.has(next)) next++
  return text.charAt(next).replace(WHITE_SPACE, ' ')
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
