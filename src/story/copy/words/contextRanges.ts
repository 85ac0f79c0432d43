import type { Copy, Range } from '../copy'
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

export interface Beside {
  readonly ranges: readonly Range[]
  /** Those without a sentence before or behind them, up to that end of their block. */
  readonly atEnds: readonly Range[]
}

/** The ranges of the sentences of a fact, each with the sentences beside it: what these say may deny it. */
export function rangesBeside(copy: Copy, ranges: readonly Range[]): Beside {
  const beside = contextRanges(copy, ranges).map(({ block, from, to }) => {
    const text = copy[block]?.text ?? ''
    const sentences = sentencesOf(text)
    const before = sentences.findLast((one) => one.to <= from)
    const after = sentences.find((one) => one.from >= to)
    const own = { block, from: before ? from : 0, to: after ? to : text.length }
    return { own, isAtEnd: !before || !after, all: { block, from: before?.from ?? 0, to: after?.to ?? text.length } }
  })
  return {
    ranges: beside.map(({ all }) => all),
    atEnds: beside.flatMap(({ own, isAtEnd }) => (isAtEnd ? [own] : [])),
  }
}
