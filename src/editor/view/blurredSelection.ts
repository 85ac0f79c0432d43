import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { announceSelection } from './selectionInStep'

/** A longer selection is not shown: nobody reads it, and most of the sheet would be drawn again. */
const MOST_CHARACTERS = 20_000

const key = new PluginKey<boolean>('blurredSelection')

/**
 * Shows the selection while the focus is elsewhere, as `held-selection`. A browser draws it only with focus, but a
 * link, a comment or "nothing to check" refers to it.
 */
export function blurredSelection(): Plugin {
  /** Whether the latest press of the mouse is what gives the focus. */
  let isPressed = false
  /**
   * A press gives the focus before it moves the caret. Words that were drawn again in between would be selected again:
   * the next letter would replace them, and not stand where somebody clicked.
   */
  const tellOnceMoved = (view: EditorView): false => {
    isPressed = false
    void scheduler.postTask(
      () => {
        if (view.isDestroyed || !view.hasFocus()) return
        announceSelection(view.dom.ownerDocument)
        tell(view, false)
      },
      { priority: 'user-blocking' },
    )
    return false
  }
  return new Plugin<boolean>({
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
        mousedown(view, event) {
          // With Shift, a press goes on from the words that are selected. The menu of the right button is about them.
          isPressed = view.editable && !view.hasFocus() && !event.shiftKey && !(event.button === 2 && isOnHeld(event))
          if (isPressed) forgetDrawnSelection(view)
          return false
        },
        focus: (view) => (isPressed ? tellOnceMoved(view) : tell(view, false)),
        blur: (view) => tell(view, true),
      },
    },
  })
}

function tell(view: EditorView, away: boolean): boolean {
  if (key.getState(view.state) !== away) view.dispatch(view.state.tr.setMeta(key, away).setMeta('addToHistory', false))
  return false
}

const isOnHeld = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('.held-selection') !== null

/**
 * Without focus, the browser may have widened its selection to whole paragraphs when the words were drawn. A press on
 * selected words would leave it so, and the next letter would replace all of them.
 */
function forgetDrawnSelection(view: EditorView): void {
  const drawn = view.dom.ownerDocument.getSelection()
  if (drawn && view.dom.contains(drawn.anchorNode)) drawn.removeAllRanges()
}
