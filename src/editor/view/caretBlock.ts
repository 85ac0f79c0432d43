import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Blocks. A selection of more has a far end that is not laid out at once: the browser would lay out all between. */
const LONG = 60

/**
 * Gives the block of the caret the class `caret-block`, so that the style sheet never skips its layout. In an empty
 * block without layout (made by Enter in this frame) Chromium 130 leaves the caret before the first letter: "Done."
 * becomes "one.D".
 */
export const caretBlock = (): Plugin =>
  new Plugin({
    key: new PluginKey('caretBlock'),
    props: {
      decorations({ doc, selection: { $head, $anchor } }) {
        return $head.depth === 0 || Math.abs($head.index(0) - $anchor.index(0)) > LONG
          ? null
          : DecorationSet.create(doc, [Decoration.node($head.before(1), $head.after(1), { class: 'caret-block' })])
      },
    },
  })
