import type { BlockRange } from './nearBlocks'
import { scrollerOf } from '../settleScroll'

/** The blocks of the sheet that are on the screen. Undefined while the sheet has no height. */
export function blocksOnScreen(sheet: HTMLElement): BlockRange | undefined {
  const { top, bottom } = scrollerOf(sheet).getBoundingClientRect()
  if (top === bottom) return undefined
  const first = firstWhere(sheet.children, (box) => box.bottom > top)
  return {
    first,
    last: Math.max(
      first,
      firstWhere(sheet.children, (box) => box.top >= bottom),
    ),
  }
}

/** Index of the first element, from top to bottom, whose box meets the condition; the last index if no box does. */
function firstWhere(elements: HTMLCollection, meets: (box: DOMRect) => boolean): number {
  let low = 0
  let high = elements.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const element = elements[middle]
    if (element && meets(element.getBoundingClientRect())) high = middle
    else low = middle + 1
  }
  return low
}
