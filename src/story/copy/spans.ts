/** Builds the spans of a block so that every reader of a document gets the same list. */
import type { Span } from './copy'

const nameOf = (span: Span): string => ('id' in span ? span.id : 'href' in span ? span.href : '')

/**
 * Adds a span to a list that is built from left to right. Joins it to an equal span that ends where it starts, or from
 * which only hard breaks separate it: a break carries no marks in the shared document, so a tag that continues behind
 * it covers it. `text`: the block's text, at least up to `span.to`.
 */
export function addSpan(spans: Span[], span: Span, text: string): void {
  const key = keyOf(span)
  const latest = latestOf(spans)
  const index = latest.get(key)
  const before = index === undefined ? undefined : spans[index]
  if (index !== undefined && before && /^\n*$/.test(text.slice(before.to, span.from)))
    spans[index] = { ...before, to: span.to }
  else latest.set(key, spans.push(span) - 1)
}

/** The index of the latest span of each mark in a list that is being built: a block may carry thousands of comments. */
const building = new WeakMap<Span[], Map<string, number>>()

function latestOf(spans: Span[]): Map<string, number> {
  // Every span of the list came by addSpan, or there is none yet.
  const known = spans.length === 0 ? undefined : building.get(spans)
  if (known) return known
  const latest = new Map(spans.map((span, index) => [keyOf(span), index]))
  building.set(spans, latest)
  return latest
}

const keyOf = (span: Span): string => `${span.mark} ${nameOf(span)}`

/** By place, then by kind and name, so that equal documents read equal whatever order their marks are stored in. */
export function compareSpans(a: Span, b: Span): number {
  return a.from - b.from || a.to - b.to || compareText(a.mark, b.mark) || compareText(nameOf(a), nameOf(b))
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
