import type { Transaction } from '@tiptap/pm/state'

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
export function changedRanges(transaction: Pick<Transaction, 'mapping'>): ChangedRange[] {
  const { mapping } = transaction
  const found: ChangedRange[] = []
  mapping.maps.forEach((map, index) => {
    const on = mapping.slice(index + 1)
    map.forEach((oldStart, oldEnd, newStart, newEnd) => {
      found.push({
        from: mapBack(transaction, index, oldStart, -1),
        to: mapBack(transaction, index, oldEnd, 1),
        newFrom: on.map(newStart, -1),
        newTo: on.map(newEnd, 1),
      })
    })
  })
  const merged: ChangedRange[] = []
  for (const range of found.sort((a, b) => a.from - b.from || a.newFrom - b.newFrom)) {
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
