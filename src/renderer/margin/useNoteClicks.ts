import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { keyOfNote, noteAround } from '../../editor/comments/notedWords'
import type { StorySession } from '../state/session/storySession'
import { selectNote } from '../state/session/selectNote'

/** A pointer that goes further while it is down selects words, in pixels. */
const DRAGGED_PX = 4

/** A click on words with a comment or a suggestion selects their note; a click on other words selects none. */
export function useNoteClicks(editor: Editor | null, session: StorySession): void {
  useEffect(() => {
    if (!editor) return
    const { dom } = editor.view
    let from = { x: 0, y: 0 }
    const down = ({ clientX, clientY }: MouseEvent): void => {
      from = { x: clientX, y: clientY }
    }
    const click = (event: MouseEvent): void => {
      const isDragged = Math.hypot(event.clientX - from.x, event.clientY - from.y) > DRAGGED_PX
      // A double click selects a word; with Shift it selects up to there.
      if (event.button !== 0 || event.detail > 1 || event.shiftKey || isDragged) return
      const note = event.target instanceof Element ? noteAround(event.target) : undefined
      selectNote(session, note ? keyOfNote(note) : null)
    }
    dom.addEventListener('mousedown', down)
    dom.addEventListener('click', click)
    return () => {
      dom.removeEventListener('mousedown', down)
      dom.removeEventListener('click', click)
    }
  }, [editor, session])
}
