import { TextSelection, type Command } from '@tiptap/pm/state'

/** Selects a word and scrolls to it. */
export const selectWord =
  ({ from, to }: { readonly from: number; readonly to: number }): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView())
    return true
  }
