import { useEffect } from 'react'
import type { Editor } from '@tiptap/core'
import { isSettling } from '../../editor/view/settleScroll'

/** CSS pixels kept free below a caret that is scrolled into sight. */
const ROOM_PX = 8

/**
 * Keeps the words in place. When something opens or closes above the sheet (Find, the link field), it scrolls by the
 * same amount, and the current words are never covered. When the lower edge rises over the caret (a notice), it scrolls
 * the caret just into sight. When another width breaks the lines again, selected words that were in sight stay there,
 * unless the sheet is just going to other words. Before the first key or click of a window no one holds a place: a
 * strip that comes then (an embargo) moves the words down, so that the line over the headline stays in sight.
 */
export function useWordsStay(scroller: HTMLElement | null, editor: Editor | null): void {
  useEffect(() => {
    if (!scroller || !editor) return
    let before: DOMRect | undefined
    /** Scrolling rounds to whole screen pixels. This is the remainder of the last time. */
    let owed = 0
    /** CSS pixels under a short story, so that it can scroll by as much as the bars above take. */
    let room = 0
    const giveRoom = (pixels: number): void => {
      if (pixels === room) return
      room = pixels
      scroller.style.setProperty('--bar-room', `${room}px`)
    }
    const keepInPlace = (by: number): void => {
      const from = scroller.scrollTop
      const wanted = by + owed
      const short = from + wanted - (scroller.scrollHeight - scroller.clientHeight)
      if (by > 0 && short > 0) giveRoom(room + short)
      scroller.scrollTop += wanted
      owed = wanted - (scroller.scrollTop - from)
      if (Math.abs(owed) >= 1) owed = 0
      if (by < 0) giveRoom(room + by < 1 ? 0 : room + by)
    }
    /** How far the selected words were under the upper edge when the sheet last rested. Undefined: not in sight. */
    let seen: number | undefined
    let looking = 0
    const look = (): void => {
      looking = 0
      if (editor.isDestroyed) return
      const edge = scroller.getBoundingClientRect()
      const words = editor.view.coordsAtPos(editor.state.selection.from)
      seen = words.bottom > edge.top && words.top < edge.bottom ? words.top - edge.top : undefined
    }
    const lookAtRest = (): void => {
      if (looking === 0) looking = requestIdleCallback(look)
    }
    const bringBack = ({ top, bottom, height }: DOMRect): void => {
      // On its way to a fact, the sheet does not go back to the caret.
      if (seen === undefined || isSettling(scroller)) return
      const words = editor.view.coordsAtPos(editor.state.selection.from)
      if (words.top >= top && words.bottom <= bottom) return
      const lowest = Math.max(0, height - (words.bottom - words.top) - ROOM_PX)
      scroller.scrollTop += words.top - top - Math.min(Math.max(seen, 0), lowest)
    }
    // Called between layout and paint: the step is never visible.
    const observer = new ResizeObserver(() => {
      const now = scroller.getBoundingClientRect()
      const { top, bottom, width } = before ?? now
      before = now
      if (editor.isDestroyed) return
      // After a change of width the words move anyway.
      if (now.width !== width) return bringBack(now)
      const { from, head } = editor.state.selection
      if (now.top !== top && navigator.userActivation?.hasBeenActive !== false) {
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
    lookAtRest()
    editor.on('selectionUpdate', lookAtRest)
    scroller.addEventListener('scroll', lookAtRest, { passive: true })
    return () => {
      observer.disconnect()
      cancelIdleCallback(looking)
      editor.off('selectionUpdate', lookAtRest)
      scroller.removeEventListener('scroll', lookAtRest)
    }
  }, [scroller, editor])
}
