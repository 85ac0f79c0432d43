import type { Editor } from '@tiptap/core'
import { PLACES } from '../state/focusPlaces'
import { afterDrawing, isFocusLost, placesCalled } from '../ui/focus/focusService'

/**
 * Once a closed panel has given the keyboard back: moves it to the sheet when what had it is gone, or is a finding that goes
 * because the story has moved.
 */
export const restoreFocus = (editor: Editor | null): void =>
  afterDrawing(() => {
    const at = document.activeElement
    if (isFocusLost() || placesCalled(PLACES.findings).some((finding) => finding.contains(at))) editor?.view.focus()
  })
