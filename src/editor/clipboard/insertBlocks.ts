import { Fragment, Slice, type Node as SheetNode } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { deleteForText } from '../copy/deleteKeepingParts'
import { setAttrs } from '../copy/normaliser'
import { attrsOf, isPlainBlock, partOfNode } from '../schema/blockAttrs'
import type { ShownStretch } from '../suggesting/shownBlock'
import { withBreakShape } from '../suggesting/proposals'
import { inlineOnly, inlineWithMarks } from './pieces'

/**
 * Replaces a stretch with blocks. The first joins the block where the stretch starts, the last the text after it.
 * Headline and deck receive one plain line. Within one block it is a single replacement, so that a tag whose whole text
 * is replaced stays. `shown`: the shown blocks while suggesting.
 */
export function insertBlocks(
  tr: Transaction,
  from: number,
  to: number,
  blocks: readonly SheetNode[],
  shown?: ShownStretch,
): void {
  const inOneBlock = tr.doc.resolve(from).sameParent(tr.doc.resolve(to)) && tr.doc.resolve(from).depth > 0
  const start =
    inOneBlock && tr.doc.resolve(from).parent.isTextblock
      ? from
      : from < to
        ? deleteForText(tr, from, to)
        : inText(tr.doc, from)
  const end = inOneBlock && start === from ? to : start
  const $start = tr.doc.resolve(start)
  const target = $start.parent
  const first = blocks[0]
  if (!first) return
  if (target.type.name === 'cell' || target.type.name === 'picture') {
    const { schema } = tr.doc.type
    const lineBreak = schema.nodes['hardBreak']
    put(
      tr,
      start,
      end,
      new Slice(
        inlineWithMarks(schema, blocks, () =>
          target.type.name === 'cell' && lineBreak ? lineBreak.create() : schema.text(' '),
        ),
        0,
        0,
      ),
    )
    return
  }
  if (partOfNode(target) !== 'body') {
    const line = inlineOnly(tr.doc.type.schema, blocks)
    put(tr, start, end, new Slice(line, 0, 0))
    return
  }
  if (!blocks.every(isPlainBlock)) {
    putBetween(tr, start, end, blocks.map(bodyBlock))
    return
  }
  // A first block at the start of a block keeps its role: no other words join it.
  const afresh = shown
    ? shown.atStart && (blocks.length > 1 || shown.atEnd)
    : $start.parentOffset === 0 && (blocks.length > 1 || end - start === target.content.size)
  const slice =
    blocks.length === 1 ? new Slice(first.content, 0, 0) : new Slice(Fragment.from(blocks.map(bodyBlock)), 1, 1)
  const position = shown?.place.position ?? $start.before()
  put(tr, start, end, slice)
  const { role } = attrsOf(first)
  if (!afresh || partOfNode(first) !== 'body' || role === 'paragraph') return
  if (shown?.place.breakAt === undefined) setAttrs(tr, position, attrsOf(first))
  else withBreakShape(tr, { breakAt: shown.place.breakAt, attrs: attrsOf(first) })
}

/** The nearest place for text. A drop can point between blocks, rows or cells. */
const inText = (doc: SheetNode, position: number): number =>
  doc.resolve(position).parent.isTextblock ? position : TextSelection.near(doc.resolve(position)).head

/** Headline and deck belong to this sheet. Copied ones become paragraphs of the body. */
const bodyBlock = (block: SheetNode): SheetNode =>
  partOfNode(block) === 'body'
    ? block
    : block.type.create({ role: 'paragraph', level: null, list: null }, block.content)

/** Tables and pictures go between blocks: the block at the caret is split, or replaced if empty. */
function putBetween(tr: Transaction, from: number, to: number, blocks: readonly SheetNode[]): void {
  if (to > from) tr.delete(from, to)
  const $at = tr.doc.resolve(from)
  const before = $at.before()
  let place = before
  if ($at.parent.content.size === 0) tr.delete(before, $at.after())
  else if ($at.parentOffset === $at.parent.content.size) place = $at.after()
  else if ($at.parentOffset > 0) {
    tr.split(from)
    place = from + 1
  }
  tr.insert(place, Fragment.from(blocks))
  const after = place + blocks.reduce((sum, block) => sum + block.nodeSize, 0)
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(after, tr.doc.content.size)), -1))
}

function put(tr: Transaction, from: number, to: number, slice: Slice): void {
  if (from === to && slice.size === 0) return
  tr.step(new ReplaceStep(from, to, slice))
  const caret = Math.max(from, from + slice.size)
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size)), -1))
}
