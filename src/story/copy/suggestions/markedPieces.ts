import type { Span } from '../copy'
import { coveringEach } from '../covering'
import type { MarkedBlock, SuggestionSpan } from './markedBlock'

/** A part of a block whose characters all have the same marks. */
export interface MarkedPiece {
  /** Its place in the block's text. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly spans: readonly Span[]
  readonly insertion?: Extract<SuggestionSpan, { mark: 'insertion' }> | undefined
  readonly deletions: readonly string[]
  readonly restyles: readonly Extract<SuggestionSpan, { mark: 'restyle' }>[]
}

/** The pieces of a block, in order. */
export function piecesOf({ text, spans, proposed }: MarkedBlock): MarkedPiece[] {
  // A hard break is a separate piece: it carries no spans.
  const breaks = [...text.matchAll(/\n/g)].flatMap(({ index }) => [index, index + 1])
  const edges = [
    ...new Set([0, text.length, ...breaks, ...[...spans, ...proposed].flatMap(({ from, to }) => [from, to])]),
  ].sort((a, b) => a - b)
  const spansOver = coveringEach(spans, edges)
  const proposedOver = coveringEach(proposed, edges)
  return edges.slice(0, -1).map((from, index): MarkedPiece => {
    const to = edges[index + 1] ?? text.length
    const here = proposedOver[index] ?? []
    return {
      from,
      to,
      text: text.slice(from, to),
      spans: spansOver[index] ?? [],
      insertion: here.find((span) => span.mark === 'insertion'),
      deletions: here.flatMap((span) => (span.mark === 'deletion' ? [span.id] : [])),
      restyles: here.filter((span) => span.mark === 'restyle'),
    }
  })
}
