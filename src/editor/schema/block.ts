import { editorText } from '../../catalogue/writing/editor'
import { Node } from '@tiptap/core'
import type { DOMOutputSpec, Node as SheetNode } from '@tiptap/pm/model'
import { proposedOfBlock } from '../../document/reading/readBlockNode'
import { partOf } from '../../story/copy/copy'
import { shapeWords } from '../../story/copy/suggestions/suggestion'
import { attrsOf, type BlockAttrs } from './blockAttrs'

/** The screen reader's label of a list item's marker: "bullet, level 2". The style sheet puts it beside the marker. */
const markerLabel = ({ level, list }: BlockAttrs): string =>
  editorText(list === 'ordered' ? 'marker.number' : 'marker.bullet', { level: level ?? 1 })

/** The element of a block. List items are paragraphs: a `li` without a list is not a list item to a screen reader. */
function elementOf({ role, level }: BlockAttrs): string {
  switch (role) {
    case 'headline':
      return 'h1'
    case 'subhead':
      return level === 3 ? 'h3' : 'h2'
    case 'quote':
      return 'blockquote'
    default:
      return 'p'
  }
}

function renderBlock(attrs: BlockAttrs, proposed = ''): DOMOutputSpec {
  const { role, level, list } = attrs
  return [
    elementOf(attrs),
    {
      'data-part': partOf(role),
      'data-role': role,
      dir: 'auto',
      ...(proposed === '' ? {} : { 'data-proposed': proposed }),
      ...(level === null ? {} : { 'data-level': String(level) }),
      ...(role === 'listItem' ? { 'data-list': list ?? 'bullet', 'data-marker': markerLabel(attrs) } : {}),
    },
    0,
  ]
}

/** The proposals for a block as a whole, as the sheet shows them beside its text. */
function proposedOfNode(node: SheetNode): string {
  const { joins, becomes } = proposedOfBlock(node.attrs['joins'], node.attrs['becomes'])
  return [
    ...(joins === undefined ? [] : [editorText('proposed.joins')]),
    ...(becomes ? [editorText('proposed.becomes', { shape: shapeWords(becomes.shape) })] : []),
  ].join(' · ')
}

/** The one block node: headline, deck, paragraph, subhead, quote and list item are its roles. */
export const BlockNode = Node.create({
  name: 'block',
  group: 'block',
  content: 'inline*',
  addAttributes() {
    return {
      role: { default: 'paragraph', rendered: false },
      level: { default: null, rendered: false },
      list: { default: null, rendered: false },
      joins: { default: null, rendered: false },
      becomes: { default: null, rendered: false },
    }
  },
  // Only elements that a browser makes while editing. Pasted HTML goes through clipboard/parseOutside.ts.
  parseHTML: () => [{ tag: 'p' }, { tag: 'div' }],
  renderHTML: ({ node }) => renderBlock(attrsOf(node), proposedOfNode(node)),
})
