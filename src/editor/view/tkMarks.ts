/**
 * Highlights the TKs of the copy that are still open, as the rule openTk finds them. A key reads the block it changes.
 * Which TKs somebody dismissed is handed in after a pause; a new TK counts as open.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { tksIn } from '../../checks/detect/tks'
import type { Copy, Range } from '../../story/copy/copy'
import { standingBlock } from '../../story/copy/suggestions/markedCopy'
import { changedBlocks } from '../copy/changedBlocks'
import { positionsOf, readMarkedBlock, sheetRangeIn } from '../copy/readCopy'
import { eachTextNode } from '../copy/textNodes'

interface SheetTk {
  readonly from: number
  readonly to: number
  readonly isDismissed: boolean
}

const key = new PluginKey<DecorationSet>('tkMarks')

export const tkMarks = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => drawn(doc, tksBetween(doc, 0, doc.childCount)),
      apply(transaction, marks, old, state) {
        const dismissed = transaction.getMeta(key) as readonly Range[] | undefined
        if (dismissed) return told(state.doc, dismissed)
        return transaction.docChanged ? followed(marks, transaction, old.doc) : marks
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** The open TKs of a copy that are not among these places. `open`: places that the verdict names. */
export const dismissedTks = (copy: Copy, open: readonly Range[]): readonly Range[] => {
  const nameOf = ({ block, from }: Pick<Range, 'block' | 'from'>): string => `${block}:${from}`
  const names = new Set(open.map(nameOf))
  return copy.flatMap((text, block) =>
    tksIn(text).flatMap(({ from, to }) => (names.has(nameOf({ block, from })) ? [] : [{ block, from, to }])),
  )
}

/** Says which TKs of the copy were dismissed, as ranges of the standing copy. They are not highlighted. */
export function setDismissedTks(view: EditorView, dismissed: readonly Range[]): void {
  if (view.isDestroyed) return
  const { state } = view
  const next = told(state.doc, dismissed)
  if (areSame(tksOf(next), tksOf(key.getState(state) ?? DecorationSet.empty))) return
  view.dispatch(state.tr.setMeta(key, dismissed).setMeta('addToHistory', false))
}

function told(doc: SheetNode, dismissed: readonly Range[]): DecorationSet {
  const places = new Set(dismissed.map((range) => positionsOf(doc, range)?.from))
  return drawn(
    doc,
    tksBetween(doc, 0, doc.childCount).map((tk) => ({ ...tk, isDismissed: places.has(tk.from) })),
  )
}

/** Reads the changed blocks. A dismissed TK stays so until the next verdict, while its own letters stay. */
function followed(marks: DecorationSet, transaction: Transaction, before: SheetNode): DecorationSet {
  const { doc } = transaction
  const moved = marks === DecorationSet.empty ? marks : marks.map(transaction.mapping, doc)
  // An input method must not lose the element it writes in. The next change reads its block.
  if (transaction.getMeta('composition') !== undefined) return moved
  const { from, to } = changedBlocks(before, doc)
  const start = startOf(doc, from)
  const end = startOf(doc, to)
  const known = moved.find(start, end).filter((mark) => mark.from >= start && mark.to <= end)
  const dismissed = new Set(tksOfMarks(known).flatMap(({ isDismissed, ...tk }) => (isDismissed ? [placeOf(tk)] : [])))
  const found = tksBetween(doc, from, to).map((tk) => ({ ...tk, isDismissed: dismissed.has(placeOf(tk)) }))
  if (areSame(found, tksOfMarks(known))) return moved
  return moved.remove(known).add(doc, found.map(decorate))
}

const placeOf = ({ from, to }: Pick<SheetTk, 'from' | 'to'>): string => `${from}:${to}`

const startOf = (doc: SheetNode, index: number): number => {
  let position = 0
  for (let at = 0; at < index; at++) position += doc.child(at).nodeSize
  return position
}

/** The TKs of the blocks `from` to `to` (not included) of the sheet. */
function tksBetween(doc: SheetNode, from: number, to: number): readonly SheetTk[] {
  const found: SheetTk[] = []
  const read = (node: SheetNode, position: number): void => {
    const text = readMarkedBlock(node)
    for (const tk of tksIn(standingBlock(text))) found.push({ ...sheetRangeIn(node, position, tk), isDismissed: false })
  }
  let position = startOf(doc, from)
  for (let index = from; index < to; index++) {
    const node = doc.child(index)
    if (node.isTextblock) read(node, position)
    else eachTextNode(node, (inner, offset) => read(inner, position + 1 + offset))
    position += node.nodeSize
  }
  return found
}

const drawn = (doc: SheetNode, tks: readonly SheetTk[]): DecorationSet =>
  tks.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, tks.map(decorate))

const decorate = ({ from, to, isDismissed }: SheetTk): Decoration =>
  Decoration.inline(from, to, isDismissed ? {} : { class: 'tk' }, { isDismissed })

const tksOf = (marks: DecorationSet): readonly SheetTk[] => tksOfMarks(marks.find())

const tksOfMarks = (marks: readonly Decoration[]): readonly SheetTk[] =>
  marks
    .map(({ from, to, spec }) => ({ from, to, isDismissed: (spec as Pick<SheetTk, 'isDismissed'>).isDismissed }))
    .sort((a, b) => a.from - b.from)

const areSame = (some: readonly SheetTk[], others: readonly SheetTk[]): boolean =>
  some.length === others.length &&
  some.every((one, index) => {
    const other = others[index]
    return other?.from === one.from && other.to === one.to && other.isDismissed === one.isDismissed
  })
