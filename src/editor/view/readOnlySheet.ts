import type { Editor } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** Says to assistive technology that nothing can be written, while that is so. */
export const readOnlySheet = (editor: Editor): Plugin =>
  new Plugin({
    props: {
      // The view asks again with each change of `editable`.
      attributes: (): Record<string, string> => (editor.options.editable ? {} : { 'aria-readonly': 'true' }),
    },
  })
