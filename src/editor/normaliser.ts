import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { Node as SheetNode } from '@tiptap/pm/model'
import { attrsOf, DECK, HEADLINE, PARAGRAPH, partOfNode, sameAttrs, type BlockAttrs } from './schema/blockAttrs'
import { isFromSharedDocument } from './sync/origin'

/**
 * Keeps the shape of the sheet: first the headline, second the deck, then at least one block of body. Only in answer to
 * this person's own changes, so that replicas do not answer each other; only by attributes and new empty blocks, so that
 * nobody's words are touched.
 */
export const normaliser = (): Plugin =>
  new Plugin({
    key: new PluginKey('normaliser'),
    appendTransaction(transactions, _old, state) {
      if (!transactions.some((transaction) => transaction.docChanged) || transactions.some(isFromSharedDocument)) return null
      const { tr } = state
      normalise(tr)
      return tr.docChanged ? tr.setStoredMarks(state.storedMarks) : null
    }
  })

/** Brings the transaction's document into shape. */
export function normalise(tr: Transaction): void {
  settle(tr, 0, HEADLINE)
  settle(tr, 1, DECK)
  let position = 0
  const strays: number[] = []
  tr.doc.forEach((node, offset, index) => {
    if (index >= 2 && partOfNode(node) !== 'body') strays.push(offset)
    position = offset + node.nodeSize
  })
  for (const stray of strays) setAttrs(tr, stray, PARAGRAPH)
  if (tr.doc.childCount < 3) tr.insert(position, emptyBlock(tr, PARAGRAPH))
}

/** Makes the block at `index` a headline or deck: by renaming a stray headline, deck or empty block, else by a new block before it. */
function settle(tr: Transaction, index: number, attrs: BlockAttrs): void {
  const place = placeOfBlock(tr.doc, index)
  const node = index < tr.doc.childCount ? tr.doc.child(index) : undefined
  if (node && sameAttrs(attrsOf(node), attrs)) return
  const isHeadlineForDeck = node !== undefined && attrs.role === 'headline' && attrsOf(node).role === 'deck'
  const mayRename = node !== undefined && !isHeadlineForDeck && (partOfNode(node) !== 'body' || node.content.size === 0 || attrsOf(node).role === attrs.role)
  if (mayRename) setAttrs(tr, place, attrs)
  else tr.insert(place, emptyBlock(tr, attrs))
}

function placeOfBlock(doc: SheetNode, index: number): number {
  let place = 0
  for (let before = 0; before < Math.min(index, doc.childCount); before++) place += doc.child(before).nodeSize
  return place
}

const emptyBlock = (tr: Transaction, attrs: BlockAttrs): SheetNode => blockType(tr.doc).create({ ...attrs })

export function blockType(doc: SheetNode): SheetNode['type'] {
  const type = doc.type.schema.nodes['block']
  if (!type) throw new Error('The schema has no blocks.')
  return type
}

/** Changes what the block that starts at `position` is; its words stay as they are. */
export function setAttrs(tr: Transaction, position: number, attrs: BlockAttrs): void {
  for (const [name, value] of Object.entries(attrs)) {
    if (tr.doc.nodeAt(position)?.attrs[name] !== value) tr.setNodeAttribute(position, name, value)
  }
}
