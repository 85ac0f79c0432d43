import type { Editor } from '@tiptap/core'
import { PLACES } from './focusPlaces'
import { afterDrawing, isFocusLost, placesCalled } from '../ui/focus/focusService'
import { focusSheet } from './session/sheet/focusSheet'

/**
 * Focuses the sheet after a panel has closed, if nothing has the keyboard or a finding has it that is about to go
 * because the story moved.
 */
export const restoreFocus = (editor: Editor | null): void =>
  afterDrawing(() => {
    const at = document.activeElement
    if (isFocusLost() || placesCalled(PLACES.findings).some((finding) => finding.contains(at))) focusSheet(editor)
  })
