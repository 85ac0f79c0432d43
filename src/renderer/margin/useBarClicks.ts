import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { barAt } from '../../editor/facts/factView'
import type { StorySession } from '../state/session/storySession'

/** A press on the bar of a fact in the margin selects the fact. Caret and selection stay. */
export function useBarClicks(editor: Editor | null, session: StorySession): void {
  useEffect(() => {
    if (!editor) return
    const { dom } = editor.view
    const press = (event: MouseEvent): void => {
      const fact = event.button === 0 ? barAt(event) : undefined
      if (fact === undefined) return
      event.preventDefault()
      event.stopPropagation()
      session.navigation.showFact(fact)
    }
    // Before the editor, which would put the caret into the line.
    dom.addEventListener('mousedown', press, { capture: true })
    return () => dom.removeEventListener('mousedown', press, { capture: true })
  }, [editor, session])
}
