import { useLayoutEffect, useRef } from 'react'
import type { ShownStories } from '../../../state/stores/stories/storyList'
import { heightOf, topOf } from './lineHeights'
import type { ListLayout } from './listLayout'
import { scrollShift } from './scrollShift'

/** Keeps the rows where they are on the screen when others appear or go above them. At the top new ones are seen. */
export function useScrollPlace({
  shown,
  layout,
  scroller,
}: {
  readonly shown: ShownStories
  readonly layout: ListLayout
  readonly scroller: HTMLElement
}): void {
  const last = useRef({ shown, layout })
  useLayoutEffect(() => {
    const before = last.current
    last.current = { shown, layout }
    if (before.shown === shown) return
    if (before.shown.query !== shown.query || before.shown.sort !== shown.sort) {
      return scroller.scrollTo({ top: 0 })
    }
    if (scroller.scrollTop <= 0) return
    const shift = scrollShift(before, { shown, layout }, visibleOffsets(before.layout, scroller))
    if (shift !== 0) scroller.scrollTo({ top: scroller.scrollTop + shift })
  }, [shown, layout, scroller])
}

/** Offsets of the stories between the edges of the scroller. */
function visibleOffsets(layout: ListLayout, { scrollTop, clientHeight }: HTMLElement): readonly number[] {
  const offsets: number[] = []
  for (const group of layout.groups) {
    if (group.isFolded) continue
    for (
      let at = Math.max(0, Math.floor((scrollTop - topOf(layout, group.line + 1)) / heightOf(layout, group.line + 1)));
      at < group.count && topOf(layout, group.line + 1 + at) < scrollTop + clientHeight;
      at++
    )
      offsets.push(group.offset + at)
  }
  return offsets
}
