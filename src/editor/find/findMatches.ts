/** The places of a query in a text, in UTF-16 offsets, in order, without overlap. Never fuzzy. */
import { editorText } from '../../catalogue/writing/editor'
import { escapePattern } from '../../story/text/escapePattern'
import { composed, type Composed } from './composed'
import { parsePattern, PatternError } from './parsePattern'
import { PATIENCE, type Patience } from './patience'
import { PatternProgram } from './patternProgram'

export interface FindOptions {
  readonly caseSensitive?: boolean
  readonly wholeWord?: boolean
  /** The query is a regular expression (parsePattern.ts). */
  readonly regex?: boolean
}

export interface FoundRange {
  readonly from: number
  readonly to: number
}

/** How to look for a query. */
export interface QueryFinder {
  /** Throws `OutOfPatience`. */
  readonly in: (text: string, patience: Patience) => readonly FoundRange[]
  /** What replaces the match at `from`: `replacement`, in a regular expression with its groups ($1, $&) filled in. */
  readonly filledIn: (replacement: string, text: string, from: number) => string
}

/** Longer queries of regular expressions are refused. */
const LONGEST_PATTERN = 500

const WORD = /[\p{L}\p{N}\p{M}_]/u

/** The way to look for a query, or what is wrong with it, as a sentence. */
export function finderOf(query: string, options: FindOptions): QueryFinder | string {
  if (!options.regex) {
    const sought = composed(query).text
    return { in: (text) => inComposed(text, (words) => literally(words, sought, options)), filledIn: (words) => words }
  }
  if (query.length > LONGEST_PATTERN) return editorText('find.tooLong')
  try {
    const program = new PatternProgram(parsePattern(composed(query).text, options.caseSensitive === true))
    const wholeWord = options.wholeWord === true
    let last: { readonly text: string; readonly words: Composed } | undefined
    return {
      in: (text, patience) => inComposed(text, (words) => everywhere(program, words, patience, wholeWord)),
      filledIn: (replacement, text, from) => {
        if (!replacement.includes('$')) return replacement
        // All matches of a graf are asked for one after the other.
        if (last?.text !== text) last = { text, words: composed(text) }
        return filledIn(program, replacement, last.words.text, last.words.offset(from))
      },
    }
  } catch (error) {
    if (error instanceof PatternError) return error.message
    throw error
  }
}

/** What begins or ends inside of a character is not found: to replace it would take the rest of the character along. */
function inComposed(text: string, find: (words: string) => readonly FoundRange[]): readonly FoundRange[] {
  const words = composed(text)
  return find(words.text).flatMap((range) => words.inOriginal(range) ?? [])
}

/** Makes quotation marks straight and spaces plain, one character for one: people type them so. */
const foldSigns = (text: string): string =>
  text
    .replace(/[‘’‚‛‹›]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')

function literally(
  text: string,
  query: string,
  { caseSensitive = false, wholeWord = false }: FindOptions,
): FoundRange[] {
  if (query === '') return []
  // A query of signs only is looked for as it is: “"” does not find “«”.
  const folded = /[\p{L}\p{N}]/u.test(query) ? foldSigns : (words: string): string => words
  const pattern = new RegExp(escapePattern(folded(query)), caseSensitive ? 'gu' : 'giu')
  const matches: FoundRange[] = []
  for (const match of folded(text).matchAll(pattern)) {
    const from = match.index
    const to = from + match[0].length
    if (!wholeWord || (isBorder(text, from, query.at(0)) && isBorder(text, to, query.at(-1))))
      matches.push({ from, to })
  }
  return matches
}

function everywhere(program: PatternProgram, text: string, patience: Patience, wholeWord: boolean): FoundRange[] {
  const matches: FoundRange[] = []
  let at = 0
  while (at < text.length) {
    const match = program.match(text, at, patience)
    if (!match) break
    const { from, to } = match
    if (!wholeWord || (isBorder(text, from, text[from]) && isBorder(text, to, text[to - 1]))) matches.push({ from, to })
    at = to
  }
  return matches
}

/** `$1` to `$99`, `$&` and `$$`, as in JavaScript. */
function filledIn(program: PatternProgram, replacement: string, text: string, from: number): string {
  const match = program.match(text, from, { left: PATIENCE }, true)
  if (!match) return replacement
  const { groups, to } = match
  return replacement.replace(/\$(?:(\$)|(&)|(\d{1,2}))/g, (whole, dollar?: string, all?: string, group?: string) => {
    if (dollar !== undefined) return '$'
    if (all !== undefined) return text.slice(from, to)
    const index = Number(group)
    return index >= 1 && index <= groups.length ? (groups[index - 1] ?? '') : whole
  })
}

/** Whether a word boundary is at `at`. A query that starts or ends with punctuation has its own boundary. */
function isBorder(text: string, at: number, edge: string | undefined): boolean {
  if (edge === undefined || !WORD.test(edge)) return true
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  const after = [...text.slice(at, at + 2)][0] ?? ''
  return !(WORD.test(before) && WORD.test(after))
}
