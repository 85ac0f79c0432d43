/** Builds the spans of a block so that every reader of a document gets the same list. */
import type { Span } from './copy'

const nameOf = (span: Span): string => ('id' in span ? span.id : 'href' in span ? span.href : '')

const sameMark = (a: Span, b: Span): boolean => a.mark === b.mark && nameOf(a) === nameOf(b)

/**
 * Adds a span to a list that is built from left to right. Joins it to an equal span that ends where it starts, or from
 * which only hard breaks separate it: a break carries no marks in the shared document, so a tag that continues behind
 * it covers it. `text`: the block's text, at least up to `span.to`.
 */
export function addSpan(spans: Span[], span: Span, text: string): void {
  const index = spans.findLastIndex((other) => sameMark(other, span))
  const before = spans[index]
  if (before && /^\n*$/.test(text.slice(before.to, span.from))) spans[index] = { ...before, to: span.to }
  else spans.push(span)
}

/** By place, then by kind and name, so that equal documents read equal whatever order their marks are stored in. */
export function compareSpans(a: Span, b: Span): number {
  return a.from - b.from || a.to - b.to || compareText(a.mark, b.mark) || compareText(nameOf(a), nameOf(b))
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
