import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { scrollerOf, settleScroll } from './settleScroll'

/** Pixels kept free between the caret and the edge of the sheet. */
const MARGIN = 24

/**
 * Where the sheet scrolls to the caret it stays there while blocks on the way get their true heights. Typing on in a block costs
 * nothing: what the browser itself puts in, it brings into sight itself.
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
        // Where words are selected the caret may come to stand behind them all, marked as taken out.
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

/** Scrolls as little as possible; to a place that is further off than the half of what is seen, so that some words before it are seen too. */
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
