import { depthsOf, type FactLook } from '../../../editor/facts/factView'
import type { Assessment } from '../../../story/assessment/assessment'
import { assessFact, readFact } from '../../../story/assessment/assessFact'
import type { Block, Copy, Range } from '../../../story/copy/copy'
import type { Source } from '../../../story/desk/source'

/** How every fact in the copy looks. */
export function looksOf(copy: Copy, assessments: readonly Assessment[]): Map<string, FactLook> {
  const depths = depthsOf(copy)
  return new Map(assessments.map((fact) => [fact.id, { status: fact.status, depth: depths.get(fact.id) ?? 0 }]))
}

/**
 * The facts that a keystroke may have changed, assessed at once: those of the changed blocks. Undefined when blocks came or
 * went, or when a fact lies beyond the changed blocks: then only a whole assessment tells.
 */
export function reassessed(
  before: Copy,
  after: Copy,
  known: ReadonlyMap<string, Assessment>,
  sources: ReadonlyMap<string, Source>,
): readonly Assessment[] | undefined {
  if (before.length !== after.length) return undefined
  const ranges = new Map<string, Range[]>()
  for (let index = 0; index < after.length; index++) {
    const block = after[index]
    if (block === undefined || block === before[index]) continue
    for (const id of factsIn(block, before[index])) ranges.set(id, [])
    for (const span of block.spans)
      if (span.mark === 'fact') ranges.get(span.id)?.push({ block: index, from: span.from, to: span.to })
  }
  const fresh: Assessment[] = []
  for (const [id, here] of ranges) {
    const fact = known.get(id)
    if (!fact || fact.ranges.some(({ block }) => after[block] === before[block])) return undefined
    fresh.push(
      assessFact({
        tag: fact.tag,
        record: fact.record,
        inCopy: readFact(after, here),
        sources,
        standsUntagged: () => false,
      }),
    )
  }
  return fresh
}

const factsIn = (...blocks: readonly (Block | undefined)[]): ReadonlySet<string> =>
  new Set(blocks.flatMap((block) => block?.spans ?? []).flatMap((span) => (span.mark === 'fact' ? [span.id] : [])))
