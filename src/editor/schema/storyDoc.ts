import { Node } from '@tiptap/core'

/** The sheet: any number of blocks. The normaliser keeps "one headline, then one deck", because a merge cannot. */
export const StoryDoc = Node.create({ name: 'doc', topNode: true, content: '(block | table | picture)*' })

export const StoryText = Node.create({ name: 'text', group: 'inline' })

export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  addAttributes: () => ({ deletion: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
})
