/**
 * Text between quotation marks.
 *
 * Sees curly, straight and guillemet marks, „German“ and »German«, « French », ”Swedish”, 「Japanese」 『inner』, single
 * marks that are not apostrophes, and a quotation that goes on in the next graf (its graf has no closing mark).
 * Does not see: speech without marks (dialogue dashes, "Q:" transcripts), quotations set in italics only, and single
 * straight marks around a phrase that ends in a plural possessive.
 */
export interface QuotedRegion {
  readonly from: number
  readonly to: number
}

/** Opening mark → its closing marks. Straight and Swedish marks open and close alike. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '"': '"',
  '＂': '＂',
}

/** The regions with their marks, in text order. `language`: BCP 47 in lower case; Swedish and Finnish open with ”. */
export function quotedRegions(text: string, language: string): readonly QuotedRegion[] {
  if (last?.text !== text || last.language !== language) last = { text, language, regions: regionsIn(text, language) }
  return last.regions
}

/** The text read last: every fact of a graf asks for the regions of the same graf. */
let last: { readonly text: string; readonly language: string; readonly regions: readonly QuotedRegion[] } | undefined

function regionsIn(text: string, language: string): readonly QuotedRegion[] {
  const found: QuotedRegion[] = []
  const nordic = /^(?:sv|fi)\b/u.test(language)
  /** Single marks without a closing one. */
  const exhausted = new Set<string>()
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    const closers = closersOf(mark, nordic) ?? germanGuillemet(text, at, mark)
    if (closers) {
      const end = endOf(text, at, mark, closers)
      if (end === undefined) continue
      found.push({ from: at, to: end })
      at = end - 1
    } else if ((mark === '‘' || mark === "'" || mark === '‚') && !exhausted.has(mark) && opensSingle(text, at)) {
      const end = endOfSingle(text, at, mark)
      if (end === undefined) exhausted.add(mark)
      if (end === undefined) continue
      found.push({ from: at, to: end })
      at = end - 1
    }
  }
  return found
}

const closersOf = (mark: string, nordic: boolean): string | undefined =>
  nordic && mark === '”' ? '”' : Object.hasOwn(CLOSERS, mark) ? CLOSERS[mark] : undefined

const germanGuillemet = (text: string, at: number, mark: string): string | undefined =>
  mark === '»' && /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3)) ? '«' : undefined

/**
 * Offset after the closing mark. The end of the block if the quotation continues. Undefined if there is no opening mark
 * at `at`.
 */
function endOf(text: string, at: number, mark: string, closers: string): number | undefined {
  const straight = mark === '"'
  // Inches and seconds are not opening marks: 6'2", 35mm".
  if (straight && /[\p{Nd}'’]/u.test(text.charAt(at - 1))) return undefined
  let isNested = false
  for (let index = at + 1; index < text.length; index++) {
    const char = text.charAt(index)
    if (closers.includes(char)) return index + 1
    // A curly mark closes a straight one, as rule 2 reads it, unless it closes a quotation within.
    if (straight && char === '”' && !isNested) return index + 1
    if (char === '“') isNested = true
    else if (char === '”') isNested = false
  }
  return text.slice(at + 1).trim() === '' ? undefined : text.length
}

function opensSingle(text: string, at: number): boolean {
  if (/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || !/^[\p{L}\p{N}“"]/u.test(text.slice(at + 1, at + 3))) return false
  // '90s and 'n' are apostrophes.
  return !/^(?:\p{Nd}{2}s?\b|(?:n|em|til|tis|twas|cause)\b)/iu.test(text.slice(at + 1, at + 7))
}

/** Offset after the mark that closes the one at `at`; undefined if there is none. */
function endOfSingle(text: string, at: number, mark: string): number | undefined {
  const closers = mark === "'" ? "'" : mark === '‚' ? '‘’' : '’'
  for (let index = at + 2; index < text.length; index++) {
    if (!closers.includes(text.charAt(index))) continue
    const afterLetter = !/\s/u.test(text.charAt(index - 1))
    // In Korean a particle follows the closing mark without space.
    const beforeWord =
      /^[\p{L}\p{N}]/u.test(text.slice(index + 1, index + 3)) &&
      !/^\p{sc=Hangul}/u.test(text.slice(index + 1, index + 2))
    if (afterLetter && !beforeWord) return index + 1
  }
  return undefined
}
