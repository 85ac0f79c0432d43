import fc from 'fast-check'
import { Mapping, StepMap } from '@tiptap/pm/transform'
import { expect, test } from 'vitest'
import { changedRanges, mapBack, type ChangedRange } from '../../src/editor/suggesting/changedRanges'

/** Replacements one after the other: where, how much goes, and how much comes. */
const step = fc.tuple(fc.nat(40), fc.nat(4), fc.nat(4))
/** A step that wraps or lifts something has two: at its beginning and at its end. */
const wrapping = fc
  .tuple(step, step, fc.integer({ min: 1, max: 10 }))
  .map(([[from, old, come], [, oldEnd, comeEnd], inner]) => [from, old, come, from + old + inner, oldEnd, comeEnd])
const steps = fc.array(fc.oneof(step, wrapping), { maxLength: 12 })

const mappingOf = (list: readonly (readonly number[])[]): Mapping =>
  new Mapping(list.map((ranges) => new StepMap([...ranges])))

/** Each replacement mapped back to the beginning and on to the end, step by step. */
function stepByStep(mapping: Mapping): ChangedRange[] {
  const found = mapping.maps.flatMap((map, index) => {
    const on = mapping.slice(index + 1)
    const ranges: ChangedRange[] = []
    map.forEach((from, to, newFrom, newTo) => {
      ranges.push({
        from: mapBack({ mapping }, index, from, -1),
        to: mapBack({ mapping }, index, to, 1),
        newFrom: on.map(newFrom, -1),
        newTo: on.map(newTo, 1),
      })
    })
    return ranges
  })
  const merged: ChangedRange[] = []
  for (const range of found.toSorted((a, b) => a.from - b.from || a.newFrom - b.newFrom)) {
    const last = merged.at(-1)
    if (last && (range.from <= last.to || range.newFrom <= last.newTo))
      merged[merged.length - 1] = {
        from: last.from,
        to: Math.max(last.to, range.to),
        newFrom: Math.min(last.newFrom, range.newFrom),
        newTo: Math.max(last.newTo, range.newTo),
      }
    else merged.push(range)
  }
  return merged
}

test('the ranges of many steps are those of each step, mapped through all others', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const mapping = mappingOf(list)
      expect(changedRanges({ mapping })).toEqual(stepByStep(mapping))
    }),
    { numRuns: 5000 },
  )
})

test('ten thousand replacements from the end to the beginning, as “Replace all” makes them, are told apart', () => {
  const mapping = mappingOf(Array.from({ length: 10_000 }, (_, at) => [(10_000 - at) * 10, 7, 4] as const))
  const started = process.cpuUsage().user
  const ranges = changedRanges({ mapping })
  expect(process.cpuUsage().user - started).toBeLessThan(2_000_000)
  expect([ranges.length, ranges[0], ranges.at(-1)]).toEqual([
    10_000,
    { from: 10, to: 17, newFrom: 10, newTo: 14 },
    { from: 100_000, to: 100_007, newFrom: 70_003, newTo: 70_007 },
  ])
})
