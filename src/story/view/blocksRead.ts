/** What a fact is read from: the blocks of its tag, the grafs before and after, headers, lead-ins, numbers of items. */
import type { Block, Copy, Range } from '../copy/copy'
import { readsFrom } from '../copy/words/sentences'
import { belongingsOf, neighboursOf, ranksOf } from './neighbours'

/** Undefined stands for a neighbour that is not there. */
export type BlocksRead = readonly (Block | number | undefined)[]

/** The blocks that a fact on these ranges is read from, in a fixed order. */
export function blocksRead(copy: Copy, ranges: readonly Range[]): BlocksRead {
  const blocks: (Block | number | undefined)[] = []
  visitRead(copy, ranges, (block) => blocks.push(block) > 0)
  return blocks
}

/** Whether a fact on these ranges is read from exactly these blocks. */
export function isReadFrom(blocks: BlocksRead, copy: Copy, ranges: readonly Range[]): boolean {
  let at = 0
  return visitRead(copy, ranges, (block) => at < blocks.length && blocks[at++] === block) && at === blocks.length
}

/** Calls `visit` with all that a fact on these ranges is read from, in a fixed order, until it returns false. */
function visitRead(
  copy: Copy,
  ranges: readonly Range[],
  visit: (read: Block | number | undefined) => boolean,
): boolean {
  const first = ranges[0]
  const last = ranges.at(-1)
  if (!first || !last) return true
  const neighbours = neighboursOf(copy)
  const { before } = neighbours[first.block] ?? {}
  const { belongsTo, headers } = belongingsOf(copy, first.block, last.block)
  const after = neighbours[last.block]?.after
  if (!visit(before === undefined ? undefined : copy[before])) return false
  if (!visit(after === undefined ? undefined : copy[after])) return false
  for (const index of belongsTo) if (!visit(copy[index])) return false
  for (const index of headers) if (!visit(copy[index])) return false
  for (const rank of ranksOf(copy, first.block, last.block)) if (!visit(rank)) return false
  for (let index = readsFrom(copy, first.block); index <= last.block; index++) if (!visit(copy[index])) return false
  return true
}
