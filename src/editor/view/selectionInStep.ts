import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Keys beside the arrows with which a browser moves the caret. */
const MOVES: ReadonlySet<string> = new Set(['Home', 'End', 'PageUp', 'PageDown'])

/**
 * Tells the sheet the selection now. A browser moves the caret at once but announces it in a later task. A key that
 * follows directly (Home, then Backspace) comes before that and would act at the old caret.
 */
export function announceSelection(document: Document): void {
  document.dispatchEvent(new Event('selectionchange'))
}

/**
 * Tells the sheet the selection once the browser has moved the caret. A drawing that comes before (words of another
 * person, marks of a check) would put the caret back: the next letter would replace words that are not selected
 * any more.
 */
function announceOnceMoved(view: EditorView): false {
  const { ownerDocument } = view.dom
  void scheduler.postTask(() => view.isDestroyed || announceSelection(ownerDocument), { priority: 'user-blocking' })
  return false
}

/**
 * Every key acts on the selection on the screen, and a caret that a key or a click moved stays where it is. Keys of an
 * input method are left alone.
 */
export function selectionInStep(): Plugin {
  return new Plugin({
    key: new PluginKey('selectionInStep'),
    props: {
      handleDOMEvents: {
        mousedown: announceOnceMoved,
        keydown(view, event) {
          if (event.isComposing || event.keyCode === 229 || view.composing) return false
          announceSelection(view.dom.ownerDocument)
          return event.key.startsWith('Arrow') || MOVES.has(event.key) ? announceOnceMoved(view) : false
        },
      },
    },
  })
}
