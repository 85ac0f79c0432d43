import type { Range, Span } from '../copy'
import type { Choice, MarkedCopy, SuggestionSpan } from './markedBlock'
import { piecesOf } from './markedPieces'

/** An accepted suggestion that takes words away and brings others. */
interface Replacement {
  /** The number of characters that it takes away. */
  gone: number
  /** How many of them each comment covers. */
  readonly goneOf: Map<string, number>
  /** Where its own words are. */
  readonly fresh: Range[]
}

/**
 * The comments that replacing words take over when suggestions are accepted: those that cover all the replaced words,
 * and those that would be left without words. White space does not count. One list of spans for each block, or none.
 */
export function carriedComments(
  copy: MarkedCopy,
  choose: (suggestion: string) => Choice,
): readonly (readonly Span[])[] {
  const replacements = replacementsIn(copy, choose)
  if (replacements.size === 0) return []
  const staying = new Set<string>()
  for (const [block, marked] of copy.entries())
    for (const { from, to, text, spans, insertion, deletions } of piecesOf(marked)) {
      const comments = spans.flatMap((span) => (span.mark === 'comment' ? [span.id] : []))
      const size = text.trim().length
      const takenBy = deletions.filter((id) => choose(id) === 'accept')
      for (const replacement of takenBy.flatMap((id) => replacements.get(id) ?? [])) {
        replacement.gone += size
        for (const comment of comments) replacement.goneOf.set(comment, (replacement.goneOf.get(comment) ?? 0) + size)
      }
      if (takenBy.length > 0 || (insertion && choose(insertion.id) !== 'accept')) continue
      if (size > 0) for (const comment of comments) staying.add(comment)
      if (insertion && insertion.as === undefined) replacements.get(insertion.id)?.fresh.push({ block, from, to })
    }
  const carried = copy.map((): Span[] => [])
  for (const { gone, goneOf, fresh } of replacements.values())
    for (const [id, size] of goneOf)
      if (size === gone || !staying.has(id))
        for (const { block, from, to } of fresh) carried[block]?.push({ from, to, mark: 'comment', id })
  return carried
}

function replacementsIn(copy: MarkedCopy, choose: (suggestion: string) => Choice): ReadonlyMap<string, Replacement> {
  const idsOf = (mark: SuggestionSpan['mark']): readonly string[] =>
    copy.flatMap(({ proposed }) => proposed.flatMap((span) => (span.mark === mark ? [span.id] : [])))
  const inserting = new Set(idsOf('insertion'))
  const accepted = idsOf('deletion').filter((id) => inserting.has(id) && choose(id) === 'accept')
  return new Map(accepted.map((id) => [id, { gone: 0, goneOf: new Map(), fresh: [] }]))
}
