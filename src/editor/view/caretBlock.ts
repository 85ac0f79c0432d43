import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * Gives the block that the caret is in the class `caret-block`, so that the style sheet never skips its layout. Into an
 * empty block without layout (one that Enter made in this very frame) Chromium 130 puts the first letter and leaves the
 * caret before it: "Done." comes out as "one.D".
 */
export const caretBlock = (): Plugin =>
  new Plugin({
    key: new PluginKey('caretBlock'),
    props: {
      decorations({ doc, selection: { $head } }) {
        return $head.depth === 0
          ? null
          : DecorationSet.create(doc, [Decoration.node($head.before(1), $head.after(1), { class: 'caret-block' })])
      },
    },
  })
