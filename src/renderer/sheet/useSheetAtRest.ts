import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { sheetText } from '../../catalogue/writing/sheet'
import { keyOrName, useNotice } from '../state'
import { PLACES } from '../state/focusPlaces'
import { useWindowServices } from '../state/windowServices'
import { registerPlace } from '../ui/focus/focusService'
import { focusSheet } from '../state/session/sheet/focusSheet'

/** Keys that go to the words. Page Up, Page Down and the space bar scroll. */
const TO_WORDS = new Set(['Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])

/**
 * Registers the sheet as a place without a caret: the keyboard is there after Escape has left review. A key of review
 * that comes a moment too late then writes nothing into the words, and the person is told
 * (docs/decisions/sheet-at-rest.md).
 */
export function useSheetAtRest(scroller: HTMLElement | null, editor: Editor | null): void {
  const { say, moveOn } = useNotice()
  const { panels } = useWindowServices()
  useEffect(() => {
    if (!scroller || !editor) return
    const press = (event: KeyboardEvent): void => {
      if (event.target !== scroller || event.ctrlKey || event.metaKey || event.altKey) return
      // In review this is one of its keys.
      if (panels.store.getState().review) return
      if (TO_WORDS.has(event.key)) {
        event.preventDefault()
        // What is typed from now on goes into the words.
        moveOn()
        focusSheet(editor)
      } else if (event.key === 'Process' || (event.key.length === 1 && event.key !== ' ')) {
        event.preventDefault()
        say(sheetText('atRest.nothingTyped', { review: keyOrName('story.review') }))
      }
    }
    const unregister = registerPlace(PLACES.sheetAtRest, () => {
      scroller.tabIndex = -1
      scroller.setAttribute('role', 'group')
      scroller.setAttribute('aria-label', sheetText('atRest.name'))
      return scroller
    })
    scroller.addEventListener('keydown', press)
    return () => {
      unregister()
      scroller.removeEventListener('keydown', press)
    }
  }, [scroller, editor, say, moveOn, panels])
}
