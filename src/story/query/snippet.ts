import { findTerm, type TermPlace } from './findTerms'
import type { QueryWords, StoryQuery } from './storyQuery'
import { tokenPlacesOf } from './tokens'

/** A piece of a text that shows why a story was found. */
export interface Snippet {
  /** One line, with “…” where the text goes on. */
  readonly text: string
  /** The sought words in it, in order, apart from each other. UTF-16 units. */
  readonly marks: readonly TermPlace[]
}

/** How many UTF-16 units a snippet has, about. */
const SNIPPET_LENGTH = 120
/** How many of them come before the first sought word. */
const BEFORE = 40

interface BestPlace {
  readonly text: string
  /** The places of all sought words in the text, in order. */
  readonly hits: readonly TermPlace[]
  readonly at: number
  /** How many of the sought words stand from there on, within a snippet. */
  readonly terms: number
}

/**
 * The best place of the texts: where most of the sought words stand close together, and of those the first. The
 * beginning of the first text that says something, without marks, if no text holds any. Undefined: the texts are empty.
 */
export function snippetOf(
  texts: readonly string[],
  query: Pick<StoryQuery, 'terms'>,
  length = SNIPPET_LENGTH,
): Snippet | undefined {
  const sought = query.terms.filter(({ not }) => !not)
  const best = sought.length > 0 ? bestPlace(texts, sought, length - BEFORE) : undefined
  if (best) return cut(best.text, best.at, best.hits, length)
  const first = texts.find((text) => text.trim() !== '')
  return first === undefined ? undefined : cut(first, 0, [], length)
}

/** The places of the sought words in a text, in order, apart from each other. UTF-16 units. */
export function placesOfTerms(text: string, query: Pick<StoryQuery, 'terms'>): readonly TermPlace[] {
  const places = tokenPlacesOf(text)
  return merged(query.terms.filter(({ not }) => !not).flatMap((words) => findTerm(places, words)))
}

function bestPlace(texts: readonly string[], sought: readonly QueryWords[], width: number): BestPlace | undefined {
  let best: BestPlace | undefined
  for (const text of texts) {
    const places = tokenPlacesOf(text)
    const hits = sought
      .flatMap((words, term) => findTerm(places, words).map(({ from, to }) => ({ from, to, term })))
      .sort((a, b) => a.from - b.from || a.to - b.to)
    for (const [index, { from }] of hits.entries()) {
      const terms = new Set<number>()
      for (let at = index; at < hits.length; at++) {
        const hit = hits[at]
        if (!hit || hit.from >= from + width) break
        terms.add(hit.term)
      }
      if (terms.size > (best?.terms ?? 0)) best = { text, hits, at: from, terms: terms.size }
      if (best?.terms === sought.length) return best
    }
  }
  return best
}

/** Cuts at spaces where there are some, and never inside a character. */
function cut(text: string, at: number, hits: readonly TermPlace[], length: number): Snippet {
  const start = at <= BEFORE ? 0 : edgeBefore(text, at - BEFORE, at)
  const end =
    start + length >= text.length ? text.length : edgeAfter(text, Math.max(at + 1, start + length - 20), start + length)
  const piece = text.slice(start, end)
  const from = start + (piece.length - piece.trimStart().length)
  const to = end - (piece.length - piece.trimEnd().length)
  const lead = start > 0 ? '…' : ''
  const marks = hits
    .filter((hit) => hit.to > from && hit.from < to)
    .map((hit) => ({
      from: Math.max(hit.from, from) - from + lead.length,
      to: Math.min(hit.to, to) - from + lead.length,
    }))
  return {
    text: `${lead}${text.slice(from, to).replace(/\s/gu, ' ')}${end < text.length ? '…' : ''}`,
    marks: merged(marks),
  }
}

/** Behind the first space in the range; or the begin of the range, at a whole character. */
function edgeBefore(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s/u)
  return space >= 0 ? from + space + 1 : wholeCharacter(text, from)
}

/** The last space in the range; or its end. */
function edgeAfter(text: string, from: number, to: number): number {
  const space = /\s\S*$/u.exec(text.slice(from, to))?.index
  return space === undefined ? wholeCharacter(text, to) : from + space
}

/** The begin of the character that stands at an offset: not between a base and its marks. */
function wholeCharacter(text: string, at: number): number {
  let start = at
  while (start > 0 && /^[\p{M}\u200d\udc00-\udfff]/u.test(text.slice(start))) start--
  return start
}

/** Marks in order, with those that touch made one. */
function merged(marks: readonly TermPlace[]): readonly TermPlace[] {
  const out: TermPlace[] = []
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = out.at(-1)
    if (last && mark.from <= last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, mark.to) }
    else out.push(mark)
  }
  return out
}
