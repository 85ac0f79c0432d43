/**
 * Keeps the caret in its place in the text when others change the story. The binding (y-tiptap 3.0.9) guesses: if the
 * text of the caret's block changed, it keeps the number of letters in headline, deck or subhead, although text was
 * inserted before it. If one update makes two Yjs transactions (Yjs cleans up formatting in its own), the number
 * belongs to an old sheet: it throws "Position … out of range" and the window falls behind the document. This plugin
 * removes that number, so that the Yjs position counts.
 */
import { Plugin, PluginKey, Selection, TextSelection, type EditorState } from '@tiptap/pm/state'
import { relativePositionToAbsolutePosition, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import { bindingOf } from '../copy/bindingOf'
import { isFromSharedDocument } from '../copy/origin'

type Remembered = ProsemirrorBinding['beforeTransactionSelection'] | null

export function caretAcrossUpdates(): Plugin {
  let remembered: Remembered = null
  return new Plugin({
    key: new PluginKey('caretAcrossUpdates'),
    view(view) {
      const binding = bindingOf(view.state)
      const remember = (): void => {
        const selection: Remembered = binding.beforeTransactionSelection
        remembered = selection
        if (selection)
          binding.beforeTransactionSelection = {
            ...selection,
            absAnchor: undefined,
            absHead: undefined,
          } as unknown as NonNullable<Remembered>
      }
      const forget = (): void => {
        remembered = null
      }
      // After the binding's own listener, which reads the selection.
      binding.doc.on('beforeAllTransactions', remember)
      binding.doc.on('afterAllTransactions', forget)
      return {
        destroy() {
          binding.doc.off('beforeAllTransactions', remember)
          binding.doc.off('afterAllTransactions', forget)
        },
      }
    },
    appendTransaction(transactions, old, state) {
      if (
        !remembered ||
        !transactions.some((transaction) => transaction.docChanged && isFromSharedDocument(transaction))
      )
        return null
      const selection = selectionNow(state, remembered, old)
      return selection.eq(state.selection) ? null : state.tr.setSelection(selection)
    },
  })
}

function selectionNow(state: EditorState, remembered: NonNullable<Remembered>, old: EditorState): Selection {
  const binding = bindingOf(state)
  const place = (position: typeof remembered.anchor): number | null =>
    relativePositionToAbsolutePosition(binding.doc, binding.type, position, binding.mapping)
  const anchor = place(remembered.anchor)
  const head = place(remembered.head)
  const size = state.doc.content.size
  // The block is gone: stay near its place.
  if (anchor === null && head === null) return Selection.near(state.doc.resolve(Math.min(old.selection.head, size)), -1)
  const at = (position: number | null, other: number | null): number => Math.min(position ?? other ?? 0, size)
  return TextSelection.between(state.doc.resolve(at(anchor, head)), state.doc.resolve(at(head, anchor)))
}
