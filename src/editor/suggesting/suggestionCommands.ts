/** Commands on suggestions in the sheet: proposals by key, and moving between them. */
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import type { BlockAttrs } from '../schema/blockAttrs'
import { isDoomed, marksOf } from './suggestionMarks'
import { proposedStyle, proposeShape, proposeStyles, type StyleName } from './proposals'
import { shownBlocks, type ShownBlock } from './shownBlock'
import { Proposing, withSuggestionRecords } from './suggestionRecords'
import { asOwnUndoStep } from '../copy/factRecords'
import { readMarkedCopyFromDoc } from '../copy/readCopy'
import { eachTextNode } from '../copy/textNodes'
import { suggestionsIn } from '../../story/copy/suggestions/suggestion'

/** Proposes a style for the selected text, or withdraws it if all of it has it. */
export const suggestStyle =
  (style: Exclude<StyleName, 'link'>): Command =>
  (state, dispatch) => {
    const { from, to, empty } = state.selection
    if (empty) return false
    const proposing = new Proposing(state)
    let all = true
    state.doc.nodesBetween(from, to, (node) => {
      if (node.isText && !isDoomed(node) && proposedStyle(node.marks, style, proposing) === '') all = false
    })
    const { tr } = state
    proposeStyles(tr, { from, to }, style, all ? '' : 'on', oneId(proposing), proposing)
    if (!tr.docChanged) return false
    dispatch?.(withSuggestionRecords(asOwnUndoStep(tr), proposing.records))
    return true
  }

const FIXED_ROLES: ReadonlySet<string> = new Set(['headline', 'deck', 'cell', 'cutline'])

/** The shown body blocks that the selection touches. */
export function shownBody(state: EditorState): ShownBlock[] {
  const { from, to } = state.selection
  return shownBlocks(state.doc).filter(
    (block) => block.from <= to && block.to >= from && !FIXED_ROLES.has(block.attrs.role),
  )
}

/** Proposes other shapes for blocks. */
export const suggestShapes =
  (blocks: readonly ShownBlock[], next: (attrs: BlockAttrs) => BlockAttrs): Command =>
  (state, dispatch) => {
    if (blocks.length === 0) return false
    const proposing = new Proposing(state)
    const { tr } = state
    const id = oneId(proposing)
    for (const { attrs, place } of blocks) proposeShape(tr, place, next(attrs), id, proposing)
    if (tr.docChanged) dispatch?.(withSuggestionRecords(asOwnUndoStep(tr), proposing.records).scrollIntoView())
    return true
  }

function oneId(proposing: Proposing): () => string {
  let id: string | undefined
  return () => (id ??= proposing.newId())
}

/**
 * Backspace directly after the person's own proposed break deletes it, whatever the browser does with its character.
 */
export const deleteOwnBreak: Command = (state, dispatch) => {
  const { $head, empty } = state.selection
  const before = $head.nodeBefore
  const mark = empty && before ? marksOf(before.marks, 'insertion')[0] : undefined
  if (!mark || mark.attrs['as'] === null || !new Proposing(state).isMine(mark.attrs['id'])) return false
  dispatch?.(state.tr.delete($head.pos - 1, $head.pos).scrollIntoView())
  return true
}

/** Suggestions that the selection touches, else those at the caret, in text order. */
export function suggestionsHere(state: EditorState): readonly string[] {
  const { from, to, empty } = state.selection
  const ids = new Set<string>()
  const near = empty ? 1 : 0
  state.doc.nodesBetween(Math.max(from - near, 0), Math.min(to + near, state.doc.content.size), (node, at) => {
    for (const mark of node.marks)
      if (['insertion', 'deletion', 'restyle'].includes(mark.type.name)) ids.add(String(mark.attrs['id']))
    if (typeof node.attrs['deletion'] === 'string') ids.add(node.attrs['deletion'])
    if (typeof node.attrs['becomes'] === 'string') ids.add(node.attrs['becomes'].split(' ')[0] ?? '')
    if (typeof node.attrs['joins'] === 'string' && at + 2 >= from - near) ids.add(node.attrs['joins'])
  })
  return [...ids]
}

/** Every place of a suggestion in the sheet, in ProseMirror positions. */
export function stretchesOfSuggestion(
  state: EditorState,
  id: string,
): { readonly from: number; readonly to: number }[] {
  const found = suggestionsIn(readMarkedCopyFromDoc(state.doc), new Map()).find((suggestion) => suggestion.id === id)
  const starts: number[] = []
  eachTextNode(state.doc, (_node, position) => starts.push(position + 1))
  return (found?.changes ?? []).map(({ block, from, to }) => ({
    from: (starts[block] ?? 1) + from,
    to: (starts[block] ?? 1) + to,
  }))
}

/** Goes to the next (+1) or previous (-1) suggestion, wrapping around. */
export const stepSuggestion =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const places = suggestionsIn(readMarkedCopyFromDoc(state.doc), new Map())
      .map(({ id }) => stretchesOfSuggestion(state, id)[0])
      .filter((place) => place !== undefined)
    if (places.length === 0) return false
    const { from } = state.selection
    const target =
      by === 1
        ? (places.find((place) => place.from > from) ?? places[0])
        : (places.findLast((place) => place.from < from) ?? places.at(-1))
    if (target)
      dispatch?.(
        state.tr
          .setSelection(TextSelection.between(state.doc.resolve(target.from), state.doc.resolve(target.from)))
          .scrollIntoView(),
      )
    return true
  }

/** Puts the caret at the first place of a suggestion. */
export const showSuggestion =
  (id: string): Command =>
  (state, dispatch) => {
    const place = stretchesOfSuggestion(state, id)[0]
    if (!place) return false
    dispatch?.(
      state.tr
        .setSelection(TextSelection.between(state.doc.resolve(place.from), state.doc.resolve(place.from)))
        .scrollIntoView(),
    )
    return true
  }
