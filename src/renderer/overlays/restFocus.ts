import type { Editor } from '@tiptap/core'

/** Once a closed panel has given the keyboard back: if what had it is gone, the sheet gets it. */
export function restFocus(editor: Editor | null | undefined): void {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (document.activeElement === document.body) editor?.commands.focus(undefined, { scrollIntoView: false })
  }))
}
