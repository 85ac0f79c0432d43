import type { Copy, Range } from '../../story/copy/copy'
import { startsTable } from '../../story/copy/tables'
import { findInReadings, prepare, type FoundAt, type Prepared } from './prepared'

/** A place in the copy that a name was found at. */
export interface PlaceInCopy {
  /** The first block of the place, and its range there. */
  readonly where: Range
  /** Further blocks that the name reaches into. */
  readonly others: readonly number[]
  /** The text that `own` and `around` are offsets of. */
  readonly text: string
  readonly own: FoundAt
  /** How far the text around the place belongs to it: the block, or the table. */
  readonly around: FoundAt
}

export interface LaidOut {
  readonly find: (seek: (text: Prepared) => readonly FoundAt[]) => readonly PlaceInCopy[]
}

/** The copy as a text for plain readers: cells of a row between tabs, rows on lines, a blank line between grafs. */
export const textOfCopy = (copy: Copy): string => linesOf(copy).text

/** Lays out the copy for a search: each block by itself, and all together, because a name may go over two of them. */
export function layOut(copy: Copy): LaidOut {
  const { text, starts } = linesOf(copy)
  const whole = prepare(text)
  const blocks = copy.map((block) => prepare(block.text))
  const endOf = (block: number): number => (starts[block] ?? 0) + (copy[block]?.text.length ?? 0)
  return {
    find: (seek) => {
      const inBlocks = blocks.flatMap((block, index) =>
        findInReadings(block, seek).map((own): PlaceInCopy => ({
          where: { block: index, ...own },
          others: [],
          ...(copy[index]?.cell
            ? {
                text,
                own: { from: own.from + (starts[index] ?? 0), to: own.to + (starts[index] ?? 0) },
                around: tableAround(copy, index, starts, endOf),
              }
            : { text: block.original, own, around: { from: 0, to: block.original.length } }),
        })),
      )
      const over = findInReadings(whole, seek).flatMap((own): readonly PlaceInCopy[] => {
        const first = blockAt(starts, own.from)
        const last = blockAt(starts, own.to - 1)
        if (first === last) return []
        const from = own.from - (starts[first] ?? 0)
        return [
          {
            where: { block: first, from, to: copy[first]?.text.length ?? from },
            others: Array.from({ length: last - first }, (_, index) => first + 1 + index),
            text,
            own,
            around: {
              from: copy[first]?.cell ? tableAround(copy, first, starts, endOf).from : (starts[first] ?? 0),
              to: copy[last]?.cell ? tableAround(copy, last, starts, endOf).to : endOf(last),
            },
          },
        ]
      })
      return [...inBlocks, ...over]
    },
  }
}

function linesOf(copy: Copy): { readonly text: string; readonly starts: readonly number[] } {
  const starts: number[] = []
  let text = ''
  copy.forEach((block, index) => {
    const before = copy[index - 1]
    if (index > 0)
      text +=
        !block.cell || !before?.cell || startsTable(block.cell)
          ? '\n\n'
          : block.cell.row === before.cell.row
            ? '\t'
            : '\n'
    starts.push(text.length)
    text += block.cell ? block.text.replace(/[\t\n]/g, ' ') : block.text
  })
  return { text, starts }
}

/** The block that holds this offset, by halving. */
function blockAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The range of the table that this cell is in. */
function tableAround(copy: Copy, index: number, starts: readonly number[], endOf: (block: number) => number): FoundAt {
  let [first, last] = [index, index]
  for (let cell = copy[first]?.cell; cell && !startsTable(cell) && copy[first - 1]?.cell; cell = copy[first]?.cell)
    first--
  for (let next = copy[last + 1]?.cell; next && !startsTable(next); next = copy[last + 1]?.cell) last++
  return { from: starts[first] ?? 0, to: endOf(last) }
}
