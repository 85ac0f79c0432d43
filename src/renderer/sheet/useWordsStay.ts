import { useEffect } from 'react'
import type { Editor } from '@tiptap/core'

/** Kept free below a caret that is drawn back into sight, CSS pixels. */
const ROOM_PX = 8

/**
 * Nothing moves under the eye: when something opens or closes above the sheet (Find, the field for a link), the sheet is
 * scrolled by as much, so that its words stay where they are in the window. When its lower edge rises over the caret (a notice),
 * the caret is drawn up just into sight.
 */
export function useWordsStay(scroller: HTMLElement | null, editor: Editor | null): void {
  useEffect(() => {
    if (!scroller || !editor) return
    let before: DOMRect | undefined
    // Told between layout and paint: the step is never seen.
    const observer = new ResizeObserver(() => {
      const now = scroller.getBoundingClientRect()
      const { top, bottom } = before ?? now
      before = now
      if (now.top !== top) scroller.scrollTop += now.top - top
      if (now.bottom >= bottom || editor.isDestroyed || !editor.view.hasFocus()) return
      const caret = editor.view.coordsAtPos(editor.state.selection.head)
      if (caret.top < bottom && caret.bottom > now.bottom) scroller.scrollTop += caret.bottom - now.bottom + ROOM_PX
    })
    observer.observe(scroller)
    return () => observer.disconnect()
  }, [scroller, editor])
}
