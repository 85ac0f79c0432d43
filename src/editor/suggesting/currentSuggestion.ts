import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { stretchesOfSuggestion } from './suggestionCommands'

const key = new PluginKey<DecorationSet>('currentSuggestion')

/** Shows the current suggestion of the list. */
export const currentSuggestion = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, shown, _old, state) {
        const asked = transaction.getMeta(key) as { readonly id: string | undefined } | undefined
        if (asked) return decorate(state, asked.id)
        return transaction.docChanged ? shown.map(transaction.mapping, transaction.doc) : shown
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

const decorate = (state: EditorState, id: string | undefined): DecorationSet =>
  id === undefined
    ? DecorationSet.empty
    : DecorationSet.create(
        state.doc,
        stretchesOfSuggestion(state, id)
          .filter(({ from, to }) => from < to)
          .map(({ from, to }) => Decoration.inline(from, to, { class: 'suggestion-current' })),
      )

/** Highlights the places of a suggestion; undefined for none. */
export function setCurrentSuggestion(view: EditorView, id: string | undefined): void {
  if (id === undefined && key.getState(view.state) === DecorationSet.empty) return
  view.dispatch(view.state.tr.setMeta(key, { id }))
}
