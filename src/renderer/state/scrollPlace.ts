import { settleScroll } from '../../editor/settleScroll'

/**
 * How far a sheet is scrolled, told in its blocks: 12.5 is half-way down the thirteenth. Blocks out of sight have estimated
 * heights, and windows differ in width, so that pixels would lead elsewhere the next time.
 */
export function scrollPlace(scroller: HTMLElement, sheet: HTMLElement): number {
  const top = scroller.getBoundingClientRect().top
  const blocks = sheet.children
  let first = 0
  for (let end = blocks.length; first < end;) {
    const middle = (first + end) >> 1
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) > top) end = middle
    else first = middle + 1
  }
  const box = blocks[first]?.getBoundingClientRect()
  if (!box) return 0
  return first + (box.height > 0 ? Math.min(Math.max(0, (top - box.top) / box.height), 0.999) : 0)
}

export function scrollBack(scroller: HTMLElement, sheet: HTMLElement, place: number): void {
  const block = sheet.children[Math.floor(place)]
  if (!block || place === 0) return
  settleScroll(sheet, () => {
    const box = block.getBoundingClientRect()
    scroller.scrollTop += box.top + box.height * (place % 1) - scroller.getBoundingClientRect().top
  })
}
