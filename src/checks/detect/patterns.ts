/** Finds the patterns of word tables in folded text. Makes their regular expressions with the first use. */
import type { LanguageWords, Pattern } from './words/languageWords'
import type { Region } from './statement'
import { askedFor, mayMatch, type Asked } from './needed'

export interface Match extends Region {
  readonly coreFrom: number
  readonly coreTo: number
}

/** Letters of languages with spaces. A class without \p costs less to make and to match. */
const LETTERS = 'a-zß-öø-ÿāăąćčďđēęěğīıłńňőœřśşšťūůűźżž'
const WORD = `[${LETTERS}][${LETTERS}\\d'-]{0,40}`

interface Made {
  readonly find: RegExp
  readonly lower: boolean
  /** What a text must hold for the pattern to match (needed.ts). */
  readonly asked: Asked | undefined
}

const made = new WeakMap<readonly Pattern[], readonly Made[]>()

/** The regular expressions of patterns, with what a text must hold for each. */
export function madeOf(patterns: readonly Pattern[], words: LanguageWords): readonly Made[] {
  const known = made.get(patterns)
  if (known) return known
  const all = patterns.map((pattern): Made => {
    const source = bounded(expand(typeof pattern === 'string' ? pattern : pattern.find, words.lists))
    const whole = words.joined
      ? source
      : `(?<![${LETTERS}\\d])(?:${source})(?:(?<![${LETTERS}\\d])|(?![${LETTERS}\\d]))`
    return { find: new RegExp(whole, 'dg'), lower: typeof pattern !== 'string', asked: askedFor(source) }
  })
  made.set(patterns, all)
  return all
}

function expand(source: string, lists: Readonly<Record<string, string>>, depth = 0): string {
  if (depth > 6) throw new Error(`A list of words names itself: ${source}`)
  return source.replace(/@(\w+)/g, (_, name: string) => {
    if (name === 'l') return `[${LETTERS}]`
    if (name === 'w') return WORD
    const list = lists[name]
    if (list === undefined) throw new Error(`No list of words has the name ${name}`)
    return `(?:${expand(list, lists, depth + 1)})`
  })
}

/** The most repetitions that `+` and `*` of a pattern stand for. No number and no name in the news is longer. */
const MOST = 24

/**
 * The source with a limit for each `+` and `*`. Without one, a pattern that fails at the end of a long run of numerals
 * reads that run again from each of its characters.
 */
function bounded(source: string): string {
  let inClass = false
  return source.replace(/\\[\s\S]|[[\]+*]/g, (part) => {
    if (part === '[') inClass = true
    else if (part === ']') inClass = false
    else if (!inClass && part === '+') return `{1,${MOST}}`
    else if (!inClass && part === '*') return `{0,${MOST}}`
    return part
  })
}

/**
 * All matches, except those whose core touches a match of `not`. `isCapital`: whether the letter at an offset is a
 * capital inside a sentence; patterns for lower case skip those.
 */
export function findPatterns(
  folded: string,
  words: LanguageWords,
  patterns: readonly Pattern[],
  not: readonly Pattern[],
  isCapital: (at: number) => boolean,
): readonly Match[] {
  const found = matchesOf(folded, madeOf(patterns, words), isCapital)
  if (found.length === 0) return found
  const never = matchesOf(folded, madeOf(not, words), () => false)
  if (never.length === 0) return found
  return found.filter(({ coreFrom, coreTo }) => !never.some((one) => one.coreFrom < coreTo && one.coreTo > coreFrom))
}

function matchesOf(folded: string, all: readonly Made[], isCapital: (at: number) => boolean): readonly Match[] {
  const found: Match[] = []
  for (const { find, lower, asked } of all) {
    if (!mayMatch(folded, asked)) continue
    for (const match of folded.matchAll(find)) {
      const group = match.indices?.slice(1).find((one) => one !== undefined)
      const [coreFrom, coreTo] = group ?? [match.index, match.index + match[0].length]
      if (coreFrom === coreTo || (lower && isCapital(coreFrom))) continue
      found.push({ from: match.index, to: match.index + match[0].length, coreFrom, coreTo })
    }
  }
  return found
}
