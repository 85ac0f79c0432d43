import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { scrollerOf, settleScroll } from './settleScroll'

/** Pixels kept free between the caret and the edge of the sheet. */
const MARGIN = 24

/** Where the sheet scrolls to the caret it stays there while blocks on the way get their true heights. Typing on in a block costs nothing. */
export function caretInSight(): Plugin {
  let last = -1
  return new Plugin({
    key: new PluginKey('caretInSight'),
    props: {
      handleScrollToSelection(view) {
        const { $head } = view.state.selection
        const block = $head.index(0)
        if (block === last) return false
        last = block
        settleScroll(view.dom, () => bringIntoSight(view))
        return true
      }
    }
  })
}

function bringIntoSight(view: EditorView): void {
  if (view.isDestroyed) return
  const scroller = scrollerOf(view.dom)
  const box = scroller.getBoundingClientRect()
  const caret = view.coordsAtPos(view.state.selection.head)
  const above = caret.top - MARGIN - box.top
  const below = caret.bottom + MARGIN - box.bottom
  if (above < 0) scroller.scrollTop += above
  else if (below > 0) scroller.scrollTop += below
}
