import { Node } from '@tiptap/core'
import { NO_PICTURE, pictureOf } from '../../story/copy/picture'

/** A picture with its cutline as content. editor/pictures/pictureView.ts shows it; this is the form without a view. */
export const PictureNode = Node.create({
  name: 'picture',
  group: 'block',
  content: 'inline*',
  isolating: true,
  addAttributes() {
    return Object.fromEntries(
      Object.entries(NO_PICTURE).map(([name, value]) => [name, { default: value as unknown, rendered: false }]),
    )
  },
  renderHTML: ({ node }) => {
    const { alt } = pictureOf(node.attrs)
    return [
      'figure',
      { 'data-part': 'body', 'data-role': 'picture' },
      ['span', { contenteditable: 'false' }, alt],
      ['figcaption', { dir: 'auto' }, 0],
    ]
  },
})
