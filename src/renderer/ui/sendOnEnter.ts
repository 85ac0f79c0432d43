import type { KeyboardEvent } from 'react'

/**
 * For a text area of a form: Enter and Ctrl/Cmd+Enter submit the form, Shift+Enter inserts a new line, and an input
 * method keeps its Enter.
 */
export function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
