import type { Command, EditorState } from '@tiptap/pm/state'
import type { FactTag, FactType } from '../../story/ledger/facts/fact'
import { storyContextOf } from '../copy/storyContext'
import { asOwnUndoStep, withFactRecords } from '../copy/factRecords'
import { factIdsOf, factMark, hasStanding, markText, rangesOfFact, trimmed } from './factRanges'
import { guessAt } from './guessAt'

/** Details given while tagging. */
export type TagExtra = Pick<FactTag, 'attributedTo' | 'statement'>

/** Tags the selected words as one fact, without the white space around them. Guesses the type if none is given. */
export function tagSelection(type?: FactType, extra: Partial<TagExtra> = {}): Command {
  return (state, dispatch, view) => {
    if (view && !view.editable) return false
    const stretch = trimmed(state.doc, state.selection)
    // Proposed text is not in the copy yet: there is nothing to check.
    if (!stretch || !hasStanding(state.doc, stretch)) return false
    if (dispatch) {
      const { newId, now, person } = storyContextOf(state)
      const record: FactTag = {
        id: newId(),
        type: type ?? guessAt(state, stretch),
        by: person,
        at: now(),
        ...extra,
      }
      const { tr } = state
      markText(tr, stretch, factMark(state.schema, record.id))
      dispatch(withFactRecords(tr, [record]))
    }
    return true
  }
}

/**
 * Closes the gaps in a tag: tags everything from its first to its last character. Refuses if whole blocks between never
 * belonged to it: that is one tag in two places.
 */
export function mendTag(id: string): Command {
  return (state, dispatch) => {
    const stretches = rangesOfFact(state.doc, id)
    const first = stretches[0]
    const last = stretches.at(-1)
    if (!first || !last || first === last) return false
    let strange = false
    let gap = false
    state.doc.nodesBetween(first.from, last.to, (node, position) => {
      if (!node.isTextblock) {
        if (node.isText && !factIdsOf(node).includes(id))
          gap ||= Math.max(position, first.from) < Math.min(position + node.nodeSize, last.to)
        return
      }
      const inside = stretches.some(({ from }) => from > position && from < position + node.nodeSize)
      if (!inside && node.textContent.trim() !== '') strange = true
    })
    if (strange || !gap) return false
    if (dispatch) {
      const { tr } = state
      markText(tr, { from: first.from, to: last.to }, factMark(state.schema, id))
      dispatch(asOwnUndoStep(tr))
    }
    return true
  }
}

/** The facts at a position, the innermost (shortest) first. */
export function factsAt(state: EditorState, position: number): string[] {
  const $position = state.doc.resolve(position)
  const near = [$position.nodeAfter, $position.nodeBefore].flatMap((node) => (node ? factIdsOf(node) : []))
  const length = (id: string): number => rangesOfFact(state.doc, id).reduce((sum, { from, to }) => sum + to - from, 0)
  if (near.length < 2) return near
  return [...new Set(near)]
    .map((id) => ({ id, length: length(id) }))
    .sort((a, b) => a.length - b.length)
    .map(({ id }) => id)
}

/** The innermost fact at a position. */
const factAt = (state: EditorState, position: number): string | undefined => factsAt(state, position)[0]

/**
 * The fact of the selection: the innermost one at the caret, or the innermost that contains all selected words
 * (preferring `preferred` among equals), or the first that they touch. Undefined if none.
 */
export function factSelected(state: EditorState, preferred?: string): string | undefined {
  const { from, to, head, empty } = state.selection
  if (empty) return factAt(state, head)
  let first: string | undefined
  let holding: string[] | undefined
  state.doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return
    const ids = factIdsOf(node)
    first ??= ids[0]
    holding = holding === undefined ? ids : holding.filter((id) => ids.includes(id))
  })
  const length = (id: string): number =>
    rangesOfFact(state.doc, id).reduce((sum, stretch) => sum + stretch.to - stretch.from, 0)
  const [innermost] = (holding ?? [])
    .map((id) => ({ id, length: length(id) }))
    .sort((a, b) => a.length - b.length || Number(b.id === preferred) - Number(a.id === preferred))
  return innermost?.id ?? first
}
