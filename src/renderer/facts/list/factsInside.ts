import type { Assessment } from '../../../story/assessment/assessment'
import type { Range } from '../../../story/copy/copy'

/**
 * Ids of the facts whose words all lie inside those of a wider fact before them. `facts`: as they are listed, in text
 * order.
 */
export function factsInside(facts: readonly Pick<Assessment, 'id' | 'ranges'>[]): ReadonlySet<string> {
  /** Of each block, the ranges above that may still hold another. */
  const above = new Map<number, Range[]>()
  const inside = new Set<string>()
  for (const { id, ranges } of facts) {
    if (ranges.length > 0 && ranges.every((range) => (above.get(range.block) ?? []).some((wide) => holds(wide, range))))
      inside.add(id)
    for (const range of ranges)
      above.set(range.block, [...(above.get(range.block) ?? []).filter(({ to }) => to > range.from), range])
  }
  return inside
}

const holds = (wide: Range, range: Range): boolean =>
  wide.from <= range.from && wide.to >= range.to && wide.to - wide.from > range.to - range.from
