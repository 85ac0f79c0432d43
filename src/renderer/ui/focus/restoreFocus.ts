import type { Editor } from '@tiptap/core'

/**
 * Once a closed panel has given the keyboard back: the sheet gets it when what had it is gone, or is a finding that is about
 * to go because the story has moved.
 */
export function restoreFocus(editor: Editor | null | undefined): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const at = document.activeElement
      if (at === document.body || at?.closest('.finding')) editor?.view.focus()
    }),
  )
}
