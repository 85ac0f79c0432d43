import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { focusSheet } from './sheet/focusSheet'

/** Runs a command of the sheet and focuses the sheet. Returns false if there was nothing to do. */
export function runInSheet(editor: Editor | null, command: Command): boolean {
  if (!editor) return false
  const done = command(editor.state, editor.view.dispatch, editor.view)
  focusSheet(editor)
  return done
}
