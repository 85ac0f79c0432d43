import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { Node as SheetNode } from '@tiptap/pm/model'
import { columnsOf } from '../../story/copy/tables'
import { changedBlocks } from './changedBlocks'
import {
  attrsOf,
  DECK,
  HEADLINE,
  isPlainBlock,
  PARAGRAPH,
  partOfNode,
  sameAttrs,
  type BlockAttrs,
} from '../schema/blockAttrs'
import { isFromSharedDocument } from './origin'

/**
 * Keeps the shape of the sheet: a headline, a deck, at least one block of body, and a text block last, so that the
 * caret can leave a table. Rows of a table that this person changed have equal length. Acts only on this person's own
 * changes, so that replicas do not answer each other, and only with attributes and new empty blocks, so that nobody's
 * text changes.
 */
export const normaliser = (): Plugin =>
  new Plugin({
    key: new PluginKey('normaliser'),
    appendTransaction(transactions, old, state) {
      if (!transactions.some((transaction) => transaction.docChanged) || transactions.some(isFromSharedDocument))
        return null
      const { tr } = state
      normalise(tr, old.doc)
      return tr.docChanged ? tr.setStoredMarks(state.storedMarks) : null
    },
  })

/** Sheets in shape. */
const normalised = new WeakSet<SheetNode>()

/** Brings the transaction's document into shape. Tables only if they differ from those of `before`. */
export function normalise(tr: Transaction, before?: SheetNode): void {
  if (before && normalised.has(before) && isTypingInBody(before, tr.doc)) {
    normalised.add(tr.doc)
    return
  }
  settle(tr, 0, HEADLINE)
  settle(tr, 1, DECK)
  let position = 0
  const strays: number[] = []
  tr.doc.forEach((node, offset, index) => {
    if (index >= 2 && partOfNode(node) !== 'body') strays.push(offset)
    position = offset + node.nodeSize
  })
  for (const stray of strays) setAttrs(tr, stray, PARAGRAPH)
  if (tr.doc.childCount < 3 || !isPlainBlock(tr.doc.lastChild)) tr.insert(position, emptyBlock(tr, PARAGRAPH))
  evenTables(tr, before)
  normalised.add(tr.doc)
}

/** Whether the sheets differ in one text block that is still a block of the body: the shape is unchanged. */
function isTypingInBody(before: SheetNode, after: SheetNode): boolean {
  const { from, to, toBefore } = changedBlocks(before, after)
  if (from === to && from === toBefore) return true
  if (to - from !== 1 || toBefore - from !== 1 || from < 2) return false
  const node = after.child(from)
  return isPlainBlock(node) && partOfNode(node) === 'body'
}

/** Fills up short rows with empty cells. Removes rows and tables without cells. */
function evenTables(tr: Transaction, before: SheetNode | undefined): void {
  const changed: { readonly table: SheetNode; readonly offset: number }[] = []
  tr.doc.forEach((table, offset) => {
    if (table.type.name === 'table') changed.push({ table, offset })
  })
  if (changed.length === 0) return
  const known = new Set<SheetNode>()
  before?.forEach((node) => known.add(node))
  for (const { table, offset } of changed.reverse()) {
    if (known.has(table)) continue
    const columns = columnsOf(table.children.map(({ children }) => children))
    if (columns === 0) {
      tr.delete(offset, offset + table.nodeSize)
      continue
    }
    const rows: { readonly row: SheetNode; readonly start: number }[] = []
    table.forEach((row, inTable) => rows.push({ row, start: offset + 1 + inTable }))
    for (const { row, start } of rows.reverse()) {
      if (row.childCount === 0) tr.delete(start, start + row.nodeSize)
      else if (row.childCount < columns)
        tr.insert(
          start + row.nodeSize - 1,
          Array.from({ length: columns - row.childCount }, () =>
            emptyCell(tr.doc, row.lastChild?.attrs['header'] === true),
          ),
        )
    }
  }
}

export function emptyCell(doc: SheetNode, header: boolean): SheetNode {
  const type = doc.type.schema.nodes['cell']
  if (!type) throw new Error('The schema has no cells.')
  return type.create({ header })
}

/**
 * Makes the block at `index` a headline or deck: changes a stray headline, deck or empty block, or inserts a new block
 * before it.
 */
function settle(tr: Transaction, index: number, attrs: BlockAttrs): void {
  const place = placeOfBlock(tr.doc, index)
  const node = index < tr.doc.childCount ? tr.doc.child(index) : undefined
  if (node && isPlainBlock(node) && sameAttrs(attrsOf(node), attrs)) return
  const isHeadlineForDeck =
    node !== undefined && isPlainBlock(node) && attrs.role === 'headline' && attrsOf(node).role === 'deck'
  const mayRename =
    node !== undefined &&
    isPlainBlock(node) &&
    !isHeadlineForDeck &&
    (partOfNode(node) !== 'body' || node.content.size === 0 || attrsOf(node).role === attrs.role)
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

/** Changes the attributes of the block at `position`. Its text stays. */
export function setAttrs(tr: Transaction, position: number, attrs: BlockAttrs): void {
  for (const [name, value] of Object.entries(attrs)) {
    if (tr.doc.nodeAt(position)?.attrs[name] !== value) tr.setNodeAttribute(position, name, value)
  }
}
