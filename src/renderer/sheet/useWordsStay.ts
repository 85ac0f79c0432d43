import { useEffect } from 'react'
import type { Editor } from '@tiptap/core'

/** CSS pixels kept free below a caret that is scrolled into sight. */
const ROOM_PX = 8

/**
 * Keeps the words in place. When something opens or closes above the sheet (Find, the link field), it scrolls by the
 * same amount, and the current words are never covered. When the lower edge rises over the caret (a notice), it scrolls
 * the caret just into sight.
 */
export function useWordsStay(scroller: HTMLElement | null, editor: Editor | null): void {
  useEffect(() => {
    if (!scroller || !editor) return
    let before: DOMRect | undefined
    /** Scrolling rounds to whole screen pixels. This is the remainder of the last time. */
    let owed = 0
    const keepInPlace = (by: number): void => {
      const from = scroller.scrollTop
      const wanted = by + owed
      scroller.scrollTop += wanted
      owed = wanted - (scroller.scrollTop - from)
      if (Math.abs(owed) >= 1) owed = 0
    }
    // Called between layout and paint: the step is never visible.
    const observer = new ResizeObserver(() => {
      const now = scroller.getBoundingClientRect()
      const { top, bottom, width } = before ?? now
      before = now
      // After a change of width the words move anyway.
      if (now.width !== width || editor.isDestroyed) return
      const { from, head } = editor.state.selection
      if (now.top !== top) {
        keepInPlace(now.top - top)
        // The words that it is about must not be covered.
        const first = now.top > top ? editor.view.coordsAtPos(from) : undefined
        if (first && first.top < now.top && first.bottom > top) scroller.scrollTop -= now.top - first.top + ROOM_PX
      }
      if (now.bottom >= bottom || !editor.view.hasFocus()) return
      const caret = editor.view.coordsAtPos(head)
      if (caret.top < bottom && caret.bottom > now.bottom) scroller.scrollTop += caret.bottom - now.bottom + ROOM_PX
    })
    observer.observe(scroller)
    return () => observer.disconnect()
  }, [scroller, editor])
}
