import { changedIndexes } from './changedIndexes'
import { rangesByFact, type Block, type Copy, type Range } from './copy'

/** The ranges of a fact inside one block, without the index of the block. */
interface FactSpan {
  readonly id: string
  readonly from: number
  readonly to: number
}

/**
 * `rangesByFact` for copy that changes block by block. While the same facts stay in the same blocks, only the ranges in
 * changed blocks are read again: a letter costs its own block. Ranges that did not change stay the same objects.
 */
export class FactRanges {
  #copy: Copy = []
  #ranges = new Map<string, readonly Range[]>()

  /** Another map when facts came, went or changed their order, else the same one with new ranges. */
  of(copy: Copy): ReadonlyMap<string, readonly Range[]> {
    if (copy !== this.#copy && !this.#follow(copy)) this.#ranges = this.#readAll(copy)
    this.#copy = copy
    return this.#ranges
  }

  /** The ids of the facts in these blocks (indexes) of the copy that was read last. */
  factsIn(blocks: Iterable<number>): ReadonlySet<string> {
    const ids = new Set<string>()
    for (const index of blocks) for (const { id } of factSpans(this.#copy[index])) ids.add(id)
    return ids
  }

  #readAll(copy: Copy): Map<string, readonly Range[]> {
    const ranges = new Map<string, readonly Range[]>()
    for (const [id, now] of rangesByFact(copy)) {
      const before = this.#ranges.get(id)
      ranges.set(id, before && isSamePlace(before, now) ? before : now)
    }
    return ranges
  }

  /** Updates the ranges of changed blocks. Returns false if facts came, went or changed their order. */
  #follow(copy: Copy): boolean {
    if (copy.length !== this.#copy.length) return false
    const changed = changedIndexes(this.#copy, copy)
    if (changed.some((index) => !hasSameFacts(this.#copy[index], copy[index]))) return false
    for (const index of changed) {
      const spans = factSpans(copy[index])
      for (const id of new Set(spans.map((span) => span.id))) this.#replace(id, index, spans)
    }
    return true
  }

  #replace(id: string, block: number, spans: readonly FactSpan[]): void {
    const before = this.#ranges.get(id) ?? []
    const now = spans.filter((span) => span.id === id).map(({ from, to }): Range => ({ block, from, to }))
    const here = before.filter((range) => range.block === block)
    if (here.length === now.length && here.every(({ from, to }, at) => from === now[at]?.from && to === now[at].to))
      return
    this.#ranges.set(id, [
      ...before.filter((range) => range.block < block),
      ...now,
      ...before.filter((range) => range.block > block),
    ])
  }
}

export const isSamePlace = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.length === b.length &&
  a.every(({ block, from, to }, index) => {
    const other = b[index]
    return other !== undefined && block === other.block && from === other.from && to === other.to
  })

const spansOfBlock = new WeakMap<Block, readonly FactSpan[]>()

function factSpans(block: Block | undefined): readonly FactSpan[] {
  if (!block) return []
  const known = spansOfBlock.get(block)
  if (known) return known
  const spans = [...rangesByFact([block])].flatMap(([id, ranges]) => ranges.map(({ from, to }) => ({ id, from, to })))
  spansOfBlock.set(block, spans)
  return spans
}

/** Whether both hold the same facts in the same order. */
function hasSameFacts(before: Block | undefined, now: Block | undefined): boolean {
  const a = factIds(before)
  const b = factIds(now)
  return a.length === b.length && a.every((id, index) => id === b[index])
}

const factIds = (block: Block | undefined): readonly string[] => [...new Set(factSpans(block).map(({ id }) => id))]
