import { settleScroll } from '../../../editor/view/settleScroll'

/**
 * The scroll position of a sheet in blocks: 12.5 is half-way down the thirteenth. Pixels do not work: blocks off screen
 * have estimated heights, and windows differ in width.
 */
export function scrollPlace(scroller: HTMLElement, sheet: HTMLElement): number {
  const edge = scroller.getBoundingClientRect().top
  const blocks = sheet.children
  let below = 0
  for (let end = blocks.length; below < end;) {
    const middle = (below + end) >> 1
    if (topOf(blocks[middle]) > edge) end = middle
    else below = middle + 1
  }
  const first = blocks[below - 1]
  if (!first) return 0
  const height = heightOf(first)
  return below - 1 + (height > 0 ? Math.min((edge - topOf(first)) / height, 0.999) : 0)
}

export function scrollBack(scroller: HTMLElement, sheet: HTMLElement, place: number): void {
  const block = sheet.children[Math.floor(place)]
  if (!block || place === 0) return
  settleScroll(sheet, () => {
    scroller.scrollTop += topOf(block) + heightOf(block) * (place % 1) - topOf(scroller)
  })
}

const topOf = (element: Element | undefined): number => element?.getBoundingClientRect().top ?? 0

/** Includes the space below: the edge of the sheet may be there. */
function heightOf(block: Element): number {
  const { top, bottom } = block.getBoundingClientRect()
  return (block.nextElementSibling?.getBoundingClientRect().top ?? bottom) - top
}
