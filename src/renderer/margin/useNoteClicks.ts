import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { keyOfNote, noteAround } from '../../editor/comments/notedWords'
import type { StorySession } from '../state/session/storySession'
import { selectNote } from '../state/session/selectNote'

/** A click on words with a comment or a suggestion selects their note; a click on other words selects none. */
export function useNoteClicks(editor: Editor | null, session: StorySession): void {
  useEffect(() => {
    if (!editor) return
    const { dom } = editor.view
    const click = (event: MouseEvent): void => {
      // Words that were just selected are not pressed.
      if (event.button !== 0 || !(event.target instanceof Element) || !editor.state.selection.empty) return
      const note = noteAround(event.target)
      selectNote(session, note ? keyOfNote(note) : null)
    }
    dom.addEventListener('click', click)
    return () => dom.removeEventListener('click', click)
  }, [editor, session])
}
