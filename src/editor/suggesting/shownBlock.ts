/**
 * The blocks that a person sees while suggesting. A proposed break makes a new one, a proposed join makes one of two.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { readShape } from '../../story/copy/suggestions/markedCopy'
import { isPlainBlock, type BlockAttrs } from '../schema/blockAttrs'
import { eachTextNode } from '../copy/textNodes'
import { proposedAttrs, type ShapedPlace } from './proposals'
import { isSuggesting } from './suggestingMode'
import { attrsOfShape, isDoomed, marksOf } from './suggestionMarks'

export interface ShownBlock {
  /** Its attributes if everything proposed for it is accepted. */
  readonly attrs: BlockAttrs
  readonly place: ShapedPlace
  /** Its content in the sheet. With proposed joins it spans several blocks. */
  readonly from: number
  readonly to: number
}

/** Every shown block, in order. */
export function shownBlocks(doc: SheetNode): ShownBlock[] {
  const blocks: { attrs: BlockAttrs; place: ShapedPlace; from: number; to: number }[] = []
  let plainBefore = false
  eachTextNode(doc, (block, position) => {
    const end = position + block.nodeSize - 1
    const last = blocks.at(-1)
    const joins = isPlainBlock(block) && block.attrs['joins'] !== null && plainBefore
    plainBefore = isPlainBlock(block)
    if (joins && last) last.to = end
    else blocks.push({ attrs: proposedAttrs(block), place: { position }, from: position + 1, to: end })
    block.forEach((node, offset) => {
      const as: unknown = marksOf(node.marks, 'insertion')[0]?.attrs['as']
      const shape = typeof as === 'string' && !isDoomed(node) ? readShape(as) : undefined
      if (!shape) return
      for (let at = position + 1 + offset; at < position + 1 + offset + node.nodeSize; at++) {
        const before = blocks.at(-1)
        if (before) before.to = at
        blocks.push({ attrs: attrsOfShape(shape), place: { position, breakAt: at }, from: at + 1, to: end })
      }
    })
  })
  return blocks
}

export function shownBlockAt(doc: SheetNode, position: number): ShownBlock | undefined {
  return shownBlocks(doc).findLast(({ from, to }) => position >= from && position <= to)
}

/** Whether a stretch has text or breaks that are not proposed for deletion. */
export function hasLiving(doc: SheetNode, from: number, to: number): boolean {
  let found = false
  if (from < to) {
    doc.nodesBetween(from, to, (node) => {
      if (node.isText) found ||= !isDoomed(node)
      else if (node.type.name === 'hardBreak') found ||= node.attrs['deletion'] === null
      return !found
    })
  }
  return found
}

/** A stretch of the sheet, and the shown blocks it touches. */
export interface ShownStretch {
  readonly place: ShapedPlace
  /** No remaining text is before it in its first block, or after it in its last. */
  readonly atStart: boolean
  readonly atEnd: boolean
}

/** The shown stretch while suggesting; undefined while editing. */
export function shownStretch(state: EditorState, from: number, to: number): ShownStretch | undefined {
  if (!isSuggesting(state)) return undefined
  const first = shownBlockAt(state.doc, from)
  const last = shownBlockAt(state.doc, to)
  return (
    first &&
    last && {
      place: first.place,
      atStart: !hasLiving(state.doc, first.from, from),
      atEnd: !hasLiving(state.doc, to, last.to),
    }
  )
}
