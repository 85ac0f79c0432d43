/** Reads the right words that a checker proposes together with the verdict "wrong" (rule 8). */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { readFact } from '../../story/assessment/copy/readFact'
import type { Assessment } from '../../story/assessment/assessment'
import { rangesOfFact, type Copy, type Range } from '../../story/copy/copy'
import type { SignedStatus } from '../../story/ledger/facts/fact'
import { dropClosing, extendOverTokens, sameWords } from '../../story/copy/words/factWords'
import { NewsroomError } from '../../story/requests/requests'

export interface ReadCorrection {
  /** Where the fact's words are now. */
  readonly range: Range
  readonly old: string
  readonly proposed: string
  /** The fact's words and its sentence as they will read when the proposal is accepted. */
  readonly words: string
  readonly sentence: string
  /** The copy and the places of the fact in it then. */
  readonly after: Copy
  readonly ranges: readonly Range[]
}

/** Throws a usage error, or a refusal when the words cannot be replaced. */
export function readCorrection(
  { id, ranges, words: old }: Assessment,
  copy: Copy,
  status: SignedStatus,
  proposed: string,
): ReadCorrection {
  const right = proposed.trim()
  if (status !== 'wrong') throw new NewsroomError('usage', newsroomText('readCorrection.onlyWithWrong'))
  if (right === '' || /[\n\r]/.test(right))
    throw new NewsroomError('usage', newsroomText('readCorrection.emptyOrBroken'))
  if (sameWords(right, old)) throw new NewsroomError('usage', newsroomText('readCorrection.sameWords'))
  const [first] = ranges
  const last = ranges.at(-1)
  const block = first && copy[first.block]
  if (!first || !last || !block || first.block !== last.block)
    throw new NewsroomError('refused', newsroomText('readCorrection.severalParagraphs'))
  const { from } = extendOverTokens(block.text, first.from, last.to)
  const at = block.text.indexOf(old, from)
  if (at < 0 || old === '') throw new NewsroomError('refused', newsroomText('readCorrection.wordsNotFound'))
  const range = { block: first.block, from: at, to: at + old.length }
  const grown = right.length - old.length
  const after: Copy = copy.map((other, index) => {
    if (index !== range.block) return other
    const spans = other.spans.map((span) => ({
      ...span,
      from: span.from > range.from ? Math.max(range.from, span.from + grown) : span.from,
      to: span.to >= range.to ? span.to + grown : Math.min(span.to, range.from + right.length),
    }))
    return {
      ...other,
      text: other.text.slice(0, range.from) + right + other.text.slice(range.to),
      spans: spans.filter((span) => span.from < span.to),
    }
  })
  const places = rangesOfFact(after, id)
  const then = readFact(after, places)
  return {
    ...{ range, old, proposed: right, after, ranges: places },
    words: then?.words ?? dropClosing(right),
    sentence: then?.sentence ?? '',
  }
}
