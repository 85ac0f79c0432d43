import type { KeyboardEvent } from 'react'

/** In a text area of a form: Enter sends the form, Shift+Enter makes a new line, and an input method keeps its Enter. */
export function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
