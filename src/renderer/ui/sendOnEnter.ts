import type { KeyboardEvent } from 'react'

const isBareEnter = ({ key, shiftKey, altKey, nativeEvent }: KeyboardEvent): boolean =>
  key === 'Enter' && !shiftKey && !altKey && !nativeEvent.isComposing

/**
 * For a text area of a form: Enter and Ctrl/Cmd+Enter submit the form, Shift+Enter inserts a new line, and an input
 * method keeps its Enter.
 */
export function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (!isBareEnter(event)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

/** For a form: Ctrl/Cmd+Enter submits it from everywhere in it, unless the field has used the key. */
export function sendOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.defaultPrevented || !isBareEnter(event) || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}
