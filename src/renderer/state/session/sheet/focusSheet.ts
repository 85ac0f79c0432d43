import type { Editor } from '@tiptap/core'

/** Moves the keyboard to the sheet, also where nothing can be written: ProseMirror focuses only an editable sheet. */
export function focusSheet(editor: Editor | null | undefined): void {
  if (!editor || editor.isDestroyed) return
  if (editor.isEditable) editor.view.focus()
  else editor.view.dom.focus({ preventScroll: true })
}
