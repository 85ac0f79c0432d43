import { useEffect } from 'react'
import type { Editor } from '@tiptap/core'

/** Kept free below a caret that is drawn back into sight, CSS pixels. */
const ROOM_PX = 8

/**
 * Nothing moves under the eye: when something opens or closes above the sheet (Find, the field for a link), the sheet is
 * scrolled by as much, so that its words stay where they are in the window; the words in hand, which it is about, never go behind it.
 * When its lower edge rises over the caret (a notice), the caret is drawn up just into sight.
 */
export function useWordsStay(scroller: HTMLElement | null, editor: Editor | null): void {
  useEffect(() => {
    if (!scroller || !editor) return
    let before: DOMRect | undefined
    /** Scrolling falls on whole pixels of the screen: what it fell short of last time. */
    let owed = 0
    const keepInPlace = (by: number): void => {
      const from = scroller.scrollTop
      const wanted = by + owed
      scroller.scrollTop += wanted
      owed = wanted - (scroller.scrollTop - from)
      if (Math.abs(owed) >= 1) owed = 0
    }
    // Told between layout and paint: the step is never seen.
    const observer = new ResizeObserver(() => {
      const now = scroller.getBoundingClientRect()
      const { top, bottom, width } = before ?? now
      before = now
      // In another width the words stand elsewhere anyway.
      if (now.width !== width || editor.isDestroyed) return
      const { from, head } = editor.state.selection
      if (now.top !== top) {
        keepInPlace(now.top - top)
        // What it is about must not lie behind it.
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
