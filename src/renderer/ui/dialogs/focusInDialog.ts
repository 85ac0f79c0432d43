import { afterDrawing, DIALOG, isFocusLost, placesCalled } from '../focus/focusService'

/**
 * Moves the keyboard to a place in a dialog once the last change is drawn, if what had it is gone. The dialog itself
 * has it then.
 */
export const focusInDialog = (place: () => HTMLElement | null | undefined): void =>
  afterDrawing(() => {
    if (isFocusLost() || placesCalled(DIALOG).some((dialog) => dialog === document.activeElement)) place()?.focus()
  })
