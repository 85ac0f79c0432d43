import type { Editor } from '@tiptap/core'
import { commentOfNote, suggestionOfNote } from '../../editor/comments/notedWords'
import { showSuggestion } from '../../editor/suggesting/suggestionCommands'
import { settleScroll } from '../../editor/view/settleScroll'

/** Scrolls to the words of a note. The caret stays, except for a change to a whole block, which has no words. */
export function showNote({ view, state }: Editor, key: string): void {
  const comment = commentOfNote(key)
  const suggestion = suggestionOfNote(key)
  const find = (): Element | null =>
    view.dom.querySelector(
      comment === undefined
        ? `[data-suggestion="${CSS.escape(suggestion ?? '')}"]`
        : `[data-comment-id="${CSS.escape(comment)}"]`,
    )
  if (find()) settleScroll(view.dom, () => find()?.scrollIntoView({ block: 'nearest' }))
  else if (suggestion !== undefined) showSuggestion(suggestion)(state, view.dispatch)
}
