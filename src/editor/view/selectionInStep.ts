import { Plugin, PluginKey } from '@tiptap/pm/state'

/**
 * Tells the sheet the selection now. A browser moves the caret at once but announces it in a later task. A key that
 * follows directly (Home, then Backspace) comes before that and would act at the old caret.
 */
export function announceSelection(document: Document): void {
  document.dispatchEvent(new Event('selectionchange'))
}

/** Every key acts on the selection on the screen. Keys of an input method are left alone. */
export function selectionInStep(): Plugin {
  return new Plugin({
    key: new PluginKey('selectionInStep'),
    props: {
      handleDOMEvents: {
        keydown(view, event) {
          if (!event.isComposing && event.keyCode !== 229 && !view.composing) announceSelection(view.dom.ownerDocument)
          return false
        },
      },
    },
  })
}
