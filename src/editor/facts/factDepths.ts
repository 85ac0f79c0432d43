import { changedIndexes } from '../../story/copy/changedIndexes'
import type { Block, Copy, Span } from '../../story/copy/copy'

/**
 * The depth of each fact, so that all overlapping tags are visible: the least that no narrower tag has which it
 * touches. 0 and 1 are lines under the words, 2 and 3 bars in the margin; deeper ones are counted (`moreInMargin`).
 */
export function depthsOf(copy: Copy): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  for (const block of copy) {
    const goesOn = block.spans.some((span) => isFactSpan(span) && depths.has(span.id))
    for (const [id, depth] of goesOn ? depthsIn(block, depths) : depthsInAlone(block))
      if (!depths.has(id)) depths.set(id, depth)
  }
  return depths
}

/** The depths of the bars in the margin. */
export const FIRST_BAR = 2
export const LAST_BAR = 3

/**
 * How many tags are in the margin beside the tag of the first bar, by its id. Only where there are at least two: one
 * other has its own bar.
 */
export function moreInMargin(copy: Copy, depths: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const more = new Map<string, number>()
  const depthOf = ({ id }: FactSpan): number => depths.get(id) ?? 0
  for (const block of copy) {
    const facts = block.spans.filter(isFactSpan)
    const outer = facts.filter((span) => depthOf(span) > FIRST_BAR)
    if (outer.length < 2) continue
    for (const span of facts) {
      if (depthOf(span) !== FIRST_BAR) continue
      const others = touchingIn(outer, span).length
      if (others > 1) more.set(span.id, others)
    }
  }
  return more
}

/** `depthsOf` for copy that changes block by block. The same map until a depth may have changed. */
export class FactDepths {
  #copy: Copy = []
  #depths: ReadonlyMap<string, number> = new Map()

  of(copy: Copy): ReadonlyMap<string, number> {
    const before = this.#copy
    const isKept =
      copy.length === before.length &&
      changedIndexes(before, copy).every((index) => overlapsIn(before[index]) === overlapsIn(copy[index]))
    if (!isKept) this.#depths = depthsOf(copy)
    this.#copy = copy
    return this.#depths
  }
}

/** Which facts of a block touch which, in the order of their depths. Equal: the depths are. */
function overlapsIn(block: Block | undefined): string {
  const facts = widestLast(block?.spans.filter(isFactSpan) ?? [])
  return facts.map((span) => [span, ...touchingIn(facts, span)].map(({ id }) => id).join(' ')).join('\n')
}

/** Unchanged blocks are the same objects: a keystroke costs one block. */
const alone = new WeakMap<Block, ReadonlyMap<string, number>>()

function depthsInAlone(block: Block): ReadonlyMap<string, number> {
  const known = alone.get(block)
  if (known) return known
  const depths = depthsIn(block, new Map())
  alone.set(block, depths)
  return depths
}

/** `before`: depths of facts that began in an earlier block. */
function depthsIn(block: Block, before: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const depths = new Map(before)
  const facts = block.spans.filter(isFactSpan)
  for (const span of widestLast(facts)) {
    if (depths.has(span.id)) continue
    const taken = new Set(touchingIn(facts, span).map((other) => depths.get(other.id)))
    let free = 0
    while (taken.has(free)) free++
    depths.set(span.id, free)
  }
  return depths
}

const widestLast = (facts: readonly FactSpan[]): readonly FactSpan[] =>
  [...facts].sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)

const touchingIn = (facts: readonly FactSpan[], span: FactSpan): readonly FactSpan[] =>
  facts.filter((other) => other.id !== span.id && other.from < span.to && other.to > span.from)

type FactSpan = Extract<Span, { mark: 'fact' | 'comment' }>

const isFactSpan = (span: Span): span is FactSpan => span.mark === 'fact'
