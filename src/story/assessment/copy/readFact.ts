import { dropClosing, textBetween, wordsOfRanges } from '../../copy/words/factWords'
import { SENTENCE_RULE, sentenceAround, sentenceBefore } from '../../copy/words/sentences'
import { canonical } from '../../text/compare'
import type { Copy, Range } from '../../copy/copy'
import { defined } from '../../text/defined'

/** A fact as the copy shows it, without regard to signatures. */
export interface FactInCopy {
  readonly ranges: readonly Range[]
  readonly words: string
  /** Exact text from the first to the last tagged character. */
  readonly text: string
  readonly sentence: string
  readonly preceding: string
  readonly broken?: 'hole' | 'twoPlaces'
}

/**
 * Reads a fact by its mark, never by searching for its words (rule 6). Undefined if there is no mark. `rule`: version
 * of the sentence rule (story/copy/words/sentences.ts).
 */
export function readFact(copy: Copy, ranges: readonly Range[], rule: number = SENTENCE_RULE): FactInCopy | undefined {
  const first = ranges[0]
  const last = ranges.at(-1)
  if (!first || !last) return undefined
  const broken = brokenTag(copy, ranges)
  return {
    ranges,
    words: wordsOfRanges(copy, ranges),
    text: textBetween(copy, first, last),
    sentence: sentenceAround(copy, first, last, rule),
    preceding: sentenceBefore(copy, first, rule),
    ...defined({ broken }),
  }
}

function brokenTag(copy: Copy, ranges: readonly Range[]): 'hole' | 'twoPlaces' | undefined {
  const pieces: string[] = []
  let piece = ''
  ranges.forEach((range, index) => {
    const previous = ranges[index - 1]
    if (previous && !touches(copy, previous, range)) {
      pieces.push(piece)
      piece = ''
    }
    piece += copy[range.block]?.text.slice(range.from, range.to) ?? ''
  })
  pieces.push(piece)
  if (pieces.length === 1) return undefined
  return new Set(pieces.map((text) => canonical(dropClosing(text)))).size < pieces.length ? 'twoPlaces' : 'hole'
}

/** Whether `b` continues where `a` ends: in the same block, or across a split without text between. */
function touches(copy: Copy, a: Range, b: Range): boolean {
  if (a.block === b.block) return a.to === b.from
  // Hard breaks carry no marks in the document. One at the edge of a block is not a gap.
  const onlyBreaks = (text: string | undefined): boolean => /^\n*$/.test(text ?? '')
  if (!onlyBreaks(copy[a.block]?.text.slice(a.to)) || !onlyBreaks(copy[b.block]?.text.slice(0, b.from))) return false
  for (let index = a.block + 1; index < b.block; index++) if (!onlyBreaks(copy[index]?.text)) return false
  return true
}
