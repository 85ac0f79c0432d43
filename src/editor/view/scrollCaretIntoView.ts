import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { scrollerOf, settleScroll } from './settleScroll'

/** Pixels kept free between the caret and the edge of the sheet. */
const MARGIN = 24

/**
 * Scrolls to the caret and keeps it in view while blocks on the way get their real heights. Typing in the same block
 * needs nothing: the browser scrolls to text it inserts.
 */
export function scrollCaretIntoView(): Plugin {
  let last = -1
  let isOfBrowser = false
  return new Plugin({
    key: new PluginKey('scrollCaretIntoView'),
    props: {
      handleDOMEvents: {
        keydown() {
          isOfBrowser = false
          return false
        },
        // If text is selected, the caret may end up after all of it, marked for deletion.
        beforeinput({ state }, { inputType }) {
          isOfBrowser = inputType === 'insertText' && state.selection.empty
          return false
        },
      },
      handleScrollToSelection(view) {
        const { $head } = view.state.selection
        const block = $head.index(0)
        if (block === last) {
          const isInSight = isOfBrowser
          isOfBrowser = false
          return isInSight
        }
        last = block
        settleScroll(view.dom, () => scrollPositionIntoView(view, view.state.selection.head))
        return true
      },
    },
  })
}

/**
 * Scrolls as little as possible. To a place further away than half the view it scrolls so that some text before it is
 * visible.
 */
export function scrollPositionIntoView(view: EditorView, position: number): void {
  if (view.isDestroyed) return
  const scroller = scrollerOf(view.dom)
  const box = scroller.getBoundingClientRect()
  const place = view.coordsAtPos(Math.min(position, view.state.doc.content.size))
  const above = place.top - MARGIN - box.top
  const below = place.bottom + MARGIN - box.bottom
  if (Math.max(-above, below) > box.height / 2) scroller.scrollTop += place.top - box.top - box.height / 3
  else if (above < 0) scroller.scrollTop += above
  else if (below > 0) scroller.scrollTop += below
}
