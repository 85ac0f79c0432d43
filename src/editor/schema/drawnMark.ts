import { Mark } from '@tiptap/pm/model'

type Attrs = Mark['attrs']

/**
 * A parse rule's test: the attributes of the mark of this name that the sheet itself drew as the element; false for every other
 * element, such as a pasted one. When an input method or a browser changes the sheet's DOM, ProseMirror reads the place
 * again from its elements, and a mark without a rule would be lost on all that was touched.
 */
export const attrsDrawn =
  (name: string) =>
  (element: HTMLElement): Attrs | false => {
    // Where ProseMirror keeps what it drew (prosemirror-view, viewdesc.ts).
    const drawn: unknown = Reflect.get(element, 'pmViewDesc')
    if (typeof drawn !== 'object' || drawn === null || !('mark' in drawn)) return false
    const { mark } = drawn
    return mark instanceof Mark && mark.type.name === name ? mark.attrs : false
  }
