import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'

/** The binding of this sheet to the shared document. Throws for an editor without one. */
export function bindingOf(state: EditorState): ProsemirrorBinding {
  const sync = ySyncPluginKey.getState(state) as { readonly binding: ProsemirrorBinding } | undefined
  if (!sync) throw new Error('This editor is not bound to a shared document.')
  return sync.binding
}
