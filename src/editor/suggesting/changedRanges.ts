import type { Transaction } from '@tiptap/pm/state'
import type { StepMap } from '@tiptap/pm/transform'

/** A replaced stretch, in the sheet before and after the transaction. */
export interface ChangedRange {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

/**
 * Maps a position before step `index` to one before the transaction. (`Mapping.invert` of a slice inverts all of it.)
 */
export function mapBack(
  { mapping }: Pick<Transaction, 'mapping'>,
  index: number,
  position: number,
  side: 1 | -1,
): number {
  return mapping.maps.slice(0, index).reduceRight((at, map) => map.invert().map(at, side), position)
}

/** The replaced stretches in order, without overlap. Adjacent ones are joined. */
export const changedRanges = ({ mapping }: Pick<Transaction, 'mapping'>): ChangedRange[] => ofSteps(mapping.maps)

/** Joins halves: to map each of thousands of replacements through every later one takes seconds. */
function ofSteps(maps: readonly StepMap[]): ChangedRange[] {
  const middle = maps.length >> 1
  if (middle > 0) return oneAfterOther(ofSteps(maps.slice(0, middle)), ofSteps(maps.slice(middle)))
  const found: ChangedRange[] = []
  maps[0]?.forEach((from, to, newFrom, newTo) => void found.push({ from, to, newFrom, newTo }))
  return joined(found)
}

/** `later`: from the sheet that `earlier` left. */
function oneAfterOther(earlier: readonly ChangedRange[], later: readonly ChangedRange[]): ChangedRange[] {
  const back = earlier.map(({ from, to, newFrom, newTo }) => ({ from: newFrom, to: newTo, newFrom: from, newTo: to }))
  return joined([
    ...earlier.map((one) => ({ ...one, newFrom: mapped(later, one.newFrom, -1), newTo: mapped(later, one.newTo, 1) })),
    ...later.map((one) => ({ ...one, from: mapped(back, one.from, -1), to: mapped(back, one.to, 1) })),
  ])
}

/** Maps a position as a `StepMap` with these ranges does. */
function mapped(ranges: readonly ChangedRange[], position: number, side: 1 | -1): number {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.from ?? Infinity) <= position) low = middle + 1
    else high = middle
  }
  const range = ranges[low - 1]
  if (!range) return position
  const { from, to, newFrom, newTo } = range
  if (position > to) return position + newTo - to
  const at = from === to ? side : position === from ? -1 : position === to ? 1 : side
  return at < 0 ? newFrom : newTo
}

function joined(ranges: ChangedRange[]): ChangedRange[] {
  const merged: ChangedRange[] = []
  for (const range of ranges.sort((a, b) => a.from - b.from || a.newFrom - b.newFrom)) {
    const last = merged.at(-1)
    if (last && (range.from <= last.to || range.newFrom <= last.newTo)) {
      merged[merged.length - 1] = {
        from: last.from,
        to: Math.max(last.to, range.to),
        newFrom: Math.min(last.newFrom, range.newFrom),
        newTo: Math.max(last.newTo, range.newTo),
      }
    } else merged.push(range)
  }
  return merged
}
