import { Node } from '@tiptap/core'

/** A table. Its frame is a part of the sheet like any block, and scrolls sideways if the table is wide. */
export const TableNode = Node.create({
  name: 'table',
  group: 'block',
  content: 'row*',
  isolating: true,
  renderHTML: () => ['div', { 'data-part': 'body', 'data-role': 'table' }, ['table', ['tbody', 0]]],
})

export const RowNode = Node.create({ name: 'row', content: 'cell*', renderHTML: () => ['tr', 0] })

/** A cell's text is its own content, so that a cell is a text block like any other. */
export const CellNode = Node.create({
  name: 'cell',
  content: 'inline*',
  isolating: true,
  addAttributes() {
    return { header: { default: false, rendered: false } }
  },
  renderHTML: ({ node }) =>
    node.attrs['header'] === true ? ['th', { scope: 'col', dir: 'auto' }, 0] : ['td', { dir: 'auto' }, 0],
})
