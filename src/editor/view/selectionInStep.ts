import { Plugin, PluginKey } from '@tiptap/pm/state'

/**
 * Tells the sheet now what is selected. A browser moves the caret at once and announces it in a task of its own, and a
 * key that follows at once (Home, then Backspace) is heard before: it would act where the caret was.
 */
export function announceSelection(document: Document): void {
  document.dispatchEvent(new Event('selectionchange'))
}

/** Every key finds the selection that is on the screen. Keys of an input method are left alone. */
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
