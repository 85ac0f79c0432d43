import type { Editor } from '@tiptap/core'
import { PLACES } from './focusPlaces'
import { afterDrawing, isFocusLost, placesCalled } from '../ui/focus/focusService'

/**
 * Focuses the sheet after a panel has closed, if nothing has the keyboard or a finding has it that is about to go
 * because the story moved.
 */
export const restoreFocus = (editor: Editor | null): void =>
  afterDrawing(() => {
    const at = document.activeElement
    if (!editor || (!isFocusLost() && !placesCalled(PLACES.findings).some((finding) => finding.contains(at)))) return
    ;(editor.isEditable ? editor.view : editor.view.dom).focus()
  })
