import { searchText } from '../../catalogue/rooms/search'
import { isFilterName, readFilter } from './readFilter'
import { FILTERS, type QueryTerm, type QueryWords, type StoryFilter, type StoryQuery } from './storyQuery'
import { soughtTokens } from './tokens'

/** The most parts that a query may have. */
export const MOST_QUERY_PARTS = 64

/** A part of a query as typed. */
interface Part {
  readonly raw: string
  readonly not: boolean
  /** Small letters, without the colon. */
  readonly name?: string
  readonly text: string
  readonly quoted: boolean
  /** Ends with a star. */
  readonly star: boolean
}

export interface QueryReading {
  /** Somebody is still typing: a last word without a space behind it may go on. */
  readonly typing?: boolean
}

/**
 * Reads what people type: words, “phrases”, beginnings*, -not, and filters such as desk:world, by:"Kim Min-ji" or
 * -fact:re-check. Whatever is not understood is in `unclear` and told in `problem`; the query finds nothing then.
 */
export function parseQuery(text: string, { typing = false }: QueryReading = {}): StoryQuery {
  const parts = partsOf(text)
  const terms: QueryTerm[] = []
  const filters: StoryFilter[] = []
  const unclear: string[] = []
  const problems = new Set<string>()
  const signs: string[] = []
  if (parts.length > MOST_QUERY_PARTS)
    return { terms, filters, unclear: [text.trim()], problem: searchText('query.long', { most: MOST_QUERY_PARTS }) }
  for (const [at, part] of parts.entries()) {
    const goesOn = typing && at === parts.length - 1 && !part.quoted && !/\s$/u.test(text)
    const sought = soughtWords(part, part.star || (goesOn && part.name === undefined))
    const read = part.name === undefined ? undefined : filterOf(part, part.name, sought)
    if (typeof read === 'string') {
      unclear.push(part.raw)
      problems.add(read)
    } else if (read) filters.push(read)
    else if (sought) terms.push({ ...sought, not: part.not })
    else signs.push(part.raw)
  }
  if (signs.length > 0 && terms.length + filters.length + unclear.length === 0) {
    unclear.push(...signs)
    problems.add(searchText('query.signs', { signs: signs.join(' ') }))
  }
  return { terms, filters, unclear, ...(problems.size > 0 ? { problem: [...problems].join(' ') } : {}) }
}

function soughtWords({ text, quoted }: Part, prefix: boolean): QueryWords | undefined {
  const tokens = soughtTokens(text, prefix)
  return tokens && { ...tokens, text, quoted }
}

function filterOf(part: Part, name: string, sought: QueryWords | undefined): StoryFilter | string {
  if (isFilterName(name)) return readFilter(name, part.text, sought, part.not)
  return searchText('filter.unknown', { part: part.raw, known: FILTERS.map((known) => `${known}:`).join(', ') })
}

/**
 * An item: perhaps `-`, perhaps a name with a colon, then a text in quotation marks or without spaces. A mark that is
 * not closed goes on to the end. `https://` is no filter.
 */
const PART =
  /(?<not>-(?=[^\s-]))?(?:(?<name>[A-Za-z]+)[:：](?!\/\/))?(?:["“”„‟«»＂](?<phrase>[^"“”„‟«»＂]*)(?:["“”„‟«»＂](?<star>\*)?|$)|(?<word>\S*))/uy
const SPACE = /\s*/uy

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (;;) {
    SPACE.lastIndex = at
    at += SPACE.exec(text)?.[0].length ?? 0
    if (at >= text.length) return parts
    PART.lastIndex = at
    const match = PART.exec(text)
    if (!match || match[0] === '') return parts
    at += match[0].length
    parts.push(partOf(match[0], match.groups ?? {}))
  }
}

function partOf(raw: string, { not, name, phrase, star, word = '' }: Partial<Record<string, string>>): Part {
  const starred = phrase === undefined ? word.endsWith('*') : star !== undefined
  const text = phrase ?? word.replace(/\*+$/, '')
  const common = { raw, not: not !== undefined, text, quoted: phrase !== undefined, star: starred }
  // “Note: hello” has words; “desk: hello” lacks a value.
  if (name === undefined) return common
  if (text === '' && phrase === undefined && !isFilterName(name.toLowerCase())) return { ...common, text: name }
  return { ...common, name: name.toLowerCase() }
}
