/** Enter, Backspace, Delete and related keys on a sheet of flat blocks with three parts. */
import { NodeSelection, Selection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import type { Node as SheetNode } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { blockType, setAttrs } from '../copy/normaliser'
import { attrsOf, isPlainBlock, PARAGRAPH, partOfNode } from '../schema/blockAttrs'
import { hasLiving, shownBlockAt } from '../suggesting/shownBlock'
import { deleteOwnBreak, suggestShapes } from '../suggesting/suggestionCommands'
import { isSuggesting } from '../suggesting/suggestingMode'
import { caretIn } from './blockCommands'
import { deleteForText, deleteKeepingParts } from '../copy/deleteKeepingParts'

interface Caret {
  readonly block: SheetNode
  readonly index: number
  readonly offset: number
  /** Position before the block. */
  readonly position: number
}

function caretOf({ selection }: EditorState): Caret | undefined {
  const { $head } = selection
  return $head.depth === 0
    ? undefined
    : { block: $head.parent, index: $head.index(0), offset: $head.parentOffset, position: $head.before() }
}

/**
 * Enter: headline → deck → first block of the body. In the body it splits the block; an empty list item or quote
 * becomes a paragraph. In a cell it breaks the line; after a cutline it adds a paragraph.
 */
export const enter: Command = (state, dispatch, view) => {
  const caret = caretOf(state)
  if (!caret) return false
  if (caret.block.type.name === 'cell') return hardBreak(state, dispatch, view)
  if (caret.block.type.name === 'picture') return paragraphAfter(state, dispatch, caret.index)
  if (partOfNode(caret.block) !== 'body') {
    const next = caret.index + 1
    if (next >= state.doc.childCount) return false
    dispatch?.(caretIn(state.tr, next, 'start'))
    return true
  }
  const shown = isSuggesting(state) ? shownBlockAt(state.doc, state.selection.head) : undefined
  const { role } = shown?.attrs ?? attrsOf(caret.block)
  const isEmpty = shown ? !hasLiving(state.doc, shown.from, shown.to) : caret.block.content.size === 0
  if (state.selection.empty && isEmpty && role !== 'paragraph') {
    if (shown) return suggestShapes([shown], () => PARAGRAPH)(state, dispatch)
    dispatch?.(setParagraph(state, caret.position))
    return true
  }
  if (dispatch) {
    const { tr } = state
    const at = deleteKeepingParts(tr, state.selection.from, state.selection.to)
    if (partOfNode(tr.doc.resolve(at).parent) !== 'body') dispatch(tr.scrollIntoView())
    else {
      const $at = tr.doc.resolve(at)
      const atEnd = shown
        ? !hasLiving(state.doc, state.selection.to, shown.to)
        : $at.parentOffset === $at.parent.content.size
      const endsSubhead = (shown ? role : attrsOf($at.parent).role) === 'subhead' && atEnd
      tr.split(at)
      if (endsSubhead) setAttrs(tr, at + 1, PARAGRAPH)
      else if (shown) setAttrs(tr, at + 1, shown.attrs)
      tr.setSelection(TextSelection.create(tr.doc, at + 2))
      dispatch(tr.scrollIntoView())
    }
  }
  return true
}

/** Adds a paragraph after the node at `index` and puts the caret into it. */
function paragraphAfter(state: EditorState, dispatch: Parameters<Command>[1], index: number): boolean {
  if (!dispatch) return true
  const { tr } = state
  let after = 0
  for (let before = 0; before <= index; before++) after += tr.doc.child(before).nodeSize
  tr.insert(after, blockType(tr.doc).create({ ...PARAGRAPH }))
  dispatch(caretIn(tr, index + 1, 'start'))
  return true
}

const setParagraph = (state: EditorState, position: number): EditorState['tr'] => {
  const { tr } = state
  setAttrs(tr, position, PARAGRAPH)
  return tr.scrollIntoView()
}

export const hardBreak: Command = (state, dispatch) => {
  const type = state.schema.nodes['hardBreak']
  if (!type) return false
  if (dispatch) {
    const { tr } = state
    const at = deleteForText(tr, state.selection.from, state.selection.to)
    tr.insert(at, type.create())
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  }
  return true
}

/** Deletes the selection. Each part loses only its own text. */
export const deleteSelected: Command = (state, dispatch) => {
  if (state.selection.empty) return false
  if (dispatch) {
    const { tr } = state
    if (state.selection instanceof NodeSelection) {
      dispatch(tr.deleteSelection().scrollIntoView())
      return true
    }
    const at = deleteKeepingParts(tr, state.selection.from, state.selection.to)
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at))).scrollIntoView())
  }
  return true
}

/** Backspace at the start of a block: makes it a paragraph, then joins it to the one before. Parts are never joined. */
export const backspaceAtStart: Command = (state, dispatch) => {
  if (isSuggesting(state) && deleteOwnBreak(state, dispatch)) return true
  const caret = caretOf(state)
  if (!caret || !state.selection.empty || caret.offset > 0) return false
  if (caret.block.type.name === 'cell') return true
  if (caret.block.type.name === 'picture') {
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, caret.position)))
    return true
  }
  const shown = isSuggesting(state) ? shownBlockAt(state.doc, state.selection.head) : undefined
  if (
    shown &&
    partOfNode(caret.block) === 'body' &&
    shown.from === state.selection.head &&
    shown.attrs.role !== 'paragraph'
  ) {
    return suggestShapes([shown], () => PARAGRAPH)(state, dispatch)
  }
  if (!shown && partOfNode(caret.block) === 'body' && attrsOf(caret.block).role !== 'paragraph') {
    dispatch?.(setParagraph(state, caret.position))
    return true
  }
  if (caret.index === 0) return true
  return joinWithBefore(state, dispatch, caret.index, caret.position, 'end')
}

export const deleteAtEnd: Command = (state, dispatch) => {
  const caret = caretOf(state)
  if (!caret || !state.selection.empty || caret.offset < caret.block.content.size) return false
  if (caret.block.type.name === 'cell' || caret.index === state.doc.childCount - 1) return true
  return joinWithBefore(state, dispatch, caret.index + 1, caret.position + caret.block.nodeSize, 'start')
}

/**
 * Joins the block at `index` with the one before. Parts, tables and pictures are never joined: the caret crosses the
 * border, and an empty paragraph there is deleted unless it is the body's only one.
 */
function joinWithBefore(
  state: EditorState,
  dispatch: Parameters<Command>[1],
  index: number,
  position: number,
  over: 'start' | 'end',
): boolean {
  const before = state.doc.child(index - 1)
  const block = state.doc.child(index)
  if (!dispatch) return true
  const { tr } = state
  if (partOfNode(before) !== partOfNode(block) || !isPlainBlock(before) || !isPlainBlock(block)) {
    const spare =
      isPlainBlock(block) &&
      partOfNode(block) === 'body' &&
      block.content.size === 0 &&
      state.doc.childCount > index + 1
    if (spare) tr.delete(position, position + block.nodeSize)
    const target = over === 'end' || spare ? index - 1 : index
    dispatch(caretIn(tr, target, target === index ? 'start' : 'end'))
  } else if (before.content.size === 0) {
    // Deletes the empty one, so that the other keeps its role.
    tr.delete(position - before.nodeSize, position)
    dispatch(tr.setSelection(TextSelection.create(tr.doc, position - before.nodeSize + 1)).scrollIntoView())
  } else {
    tr.join(position)
    dispatch(tr.setSelection(TextSelection.create(tr.doc, position - 1)).scrollIntoView())
  }
  return true
}

/** Everything from the headline's first to the body's last character. */
export const selectAll: Command = (state, dispatch) => {
  if (state.doc.childCount === 0) return false
  dispatch?.(
    state.tr.setSelection(TextSelection.between(Selection.atStart(state.doc).$from, Selection.atEnd(state.doc).$to)),
  )
  return true
}

/**
 * Moves the caret (or with `extend` the end of the selection) to the first or last character of the story. The
 * browser's own Ctrl+End stops before a last block that is not drawn (content-visibility).
 */
export const toEdge =
  (edge: 'start' | 'end', extend: boolean): Command =>
  (state, dispatch, view) => {
    const { head } = edge === 'start' ? Selection.atStart(state.doc) : Selection.atEnd(state.doc)
    dispatch?.(
      state.tr
        .setSelection(TextSelection.create(state.doc, extend ? state.selection.anchor : head, head))
        .scrollIntoView(),
    )
    if (dispatch && view) keepInSight(view, head, FRAMES)
    return true
  }

/** Frames until newly drawn blocks have their real height. */
const FRAMES = 8

/** Blocks on the way have estimated heights until they are drawn. Repeats until they are, unless the caret moves. */
function keepInSight(view: EditorView, head: number, frames: number): void {
  requestAnimationFrame(() => {
    if (view.isDestroyed || view.state.selection.head !== head) return
    view.dispatch(view.state.tr.scrollIntoView())
    if (frames > 1) keepInSight(view, head, frames - 1)
  })
}
