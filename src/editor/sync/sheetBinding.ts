/**
 * Adapter for private methods of y-tiptap's ProsemirrorBinding, checked against 3.0.9: `_prosemirrorChanged` writes the
 * sheet into the shared document, `beforeAllTransactions` remembers the selection. y-tiptap has no public way to write
 * at a moment of our choice, or to write one block.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import type { ProsemirrorBinding } from '@tiptap/y-tiptap'

/** Writes the sheet into the shared document. */
export const writeSheet = (binding: ProsemirrorBinding, sheet: SheetNode): void => binding._prosemirrorChanged(sheet)

/** Replaces the way in which a binding writes the sheet. `make` gets the binding's own way. */
export function replaceSheetWriter(
  binding: ProsemirrorBinding,
  make: (own: (sheet: SheetNode) => void) => (sheet: SheetNode) => void,
): void {
  binding._prosemirrorChanged = make(binding._prosemirrorChanged.bind(binding))
}

/** Replaces what a binding does before each transaction of the shared document. */
export function replaceBeforeTransactions(binding: ProsemirrorBinding, run: () => void): void {
  binding.beforeAllTransactions = run
}
