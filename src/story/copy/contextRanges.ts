import type { Copy, Range } from './copy'
import { sentencesOf } from './sentences'

/** The ranges of the sentences that a fact lies in, or of its whole blocks. `ranges`: its tag, in text order. */
export function contextRanges(copy: Copy, ranges: readonly Range[], wholeBlocks = false): readonly Range[] {
  const first = ranges[0]
  const last = ranges.at(-1)
  if (!first || !last) return []
  const found: Range[] = []
  for (let block = first.block; block <= last.block; block++) {
    const text = copy[block]?.text ?? ''
    const sentences = wholeBlocks ? [] : sentencesOf(text)
    const starts = block === first.block ? sentences.findLast(({ from }) => from <= first.from)?.from : undefined
    const ends = block === last.block ? sentences.find(({ to }) => to >= last.to)?.to : undefined
    found.push({ block, from: starts ?? 0, to: ends ?? text.length })
  }
  return found.filter(({ from, to }) => from < to)
}
