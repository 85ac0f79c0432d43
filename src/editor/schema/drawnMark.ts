import { Mark } from '@tiptap/pm/model'

type Attrs = Mark['attrs']

/**
 * A test for parse rules: the attributes of the mark of this name if the sheet drew the element, false for any other,
 * such as a pasted one. When an input method or a browser changes the sheet's DOM, ProseMirror parses the place again,
 * and would drop a mark without a rule.
 */
export const attrsDrawn =
  (name: string) =>
  (element: HTMLElement): Attrs | false => {
    // ProseMirror's property for what it drew (prosemirror-view 1.42.9, viewdesc.ts). It is not part of its public
    // types.
    const drawn: unknown = Reflect.get(element, 'pmViewDesc')
    if (typeof drawn !== 'object' || drawn === null || !('mark' in drawn)) return false
    const { mark } = drawn
    return mark instanceof Mark && mark.type.name === name ? mark.attrs : false
  }
