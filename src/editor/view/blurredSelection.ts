import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

/** A longer selection is no words that somebody looks at, and would have most of the sheet drawn again. */
const MOST_CHARACTERS = 20_000

const key = new PluginKey<boolean>('blurredSelection')

/**
 * Shows what is selected while the keyboard is elsewhere, as `held-selection`: a browser draws the selection only where the
 * keyboard is, and a link, a comment or "nothing to check" is about these words.
 */
export const blurredSelection = (): Plugin =>
  new Plugin<boolean>({
    key,
    state: {
      init: () => true,
      apply: (tr, away) => (tr.getMeta(key) as boolean | undefined) ?? away,
    },
    props: {
      decorations(state) {
        const { from, to, empty } = state.selection
        if (empty || to - from > MOST_CHARACTERS || key.getState(state) !== true) return null
        return DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: 'held-selection' })])
      },
      handleDOMEvents: {
        focus: (view) => tell(view, false),
        blur: (view) => tell(view, true),
      },
    },
  })

function tell(view: EditorView, away: boolean): boolean {
  if (key.getState(view.state) !== away) view.dispatch(view.state.tr.setMeta(key, away).setMeta('addToHistory', false))
  return false
}
