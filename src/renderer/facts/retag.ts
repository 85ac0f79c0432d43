import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/core'
import { tagSelection } from '../../editor/facts/factCommands'
import { rangesOfFact } from '../../editor/facts/factRanges'
import { undoStory } from '../../editor/sync/storyUndo'
import type { FactTag, FactType } from '../../story/ledger/facts/fact'

/**
 * Gives another type to a fact that was tagged a moment ago and that nobody has seen. The tag is removed and set again,
 * so that choosing a type is one undo step and needs no reason. (Changing the type of a standing quote needs one.)
 */
export function retagAs(editor: Editor, fact: FactTag, type: FactType): void {
  const stretches = rangesOfFact(editor.state.doc, fact.id)
  const from = stretches[0]?.from
  const to = stretches.at(-1)?.to
  if (from === undefined || to === undefined || fact.type === type) return
  undoStory(editor.state, editor.view.dispatch, editor.view)
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)))
  tagSelection(type)(editor.state, editor.view.dispatch, editor.view)
}

/** Puts the caret behind the selection, where the next letter overtypes nothing: of a picture, into its cutline. */
export function caretBehind(editor: Editor): void {
  const { doc, selection, tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(selection.to), -1)))
}
