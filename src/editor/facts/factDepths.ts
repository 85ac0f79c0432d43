import { changedIndexes } from '../../story/copy/changedIndexes'
import type { Block, Copy, Span } from '../../story/copy/copy'

/**
 * The underline depth of each fact, so that all overlapping tags are visible: one deeper than the deepest earlier tag
 * it touches, at most 2. Of tags with the same start the widest is deepest.
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
    const free = [0, 1, 2].find((depth) => !taken.has(depth))
    depths.set(span.id, free ?? 2)
  }
  return depths
}

const widestLast = (facts: readonly FactSpan[]): readonly FactSpan[] =>
  [...facts].sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)

const touchingIn = (facts: readonly FactSpan[], span: FactSpan): readonly FactSpan[] =>
  facts.filter((other) => other.id !== span.id && other.from < span.to && other.to > span.from)

type FactSpan = Extract<Span, { mark: 'fact' | 'comment' }>

const isFactSpan = (span: Span): span is FactSpan => span.mark === 'fact'
