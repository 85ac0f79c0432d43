/**
 * Turns an edit into a proposal of it. Standing text is not deleted or changed: deletions are marked, insertions are
 * pending, and accepting gives the edit. Compares the sheet before and after, not the steps: first the replaced
 * stretches, then marks and block shapes elsewhere. A new paragraph is a character of the pending text, a join is an
 * attribute of its block, so that standing text is never rewritten: others continue to type in it, and tags and authors
 * stay.
 */
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep, RemoveMarkStep } from '@tiptap/pm/transform'
import type { Node as SheetNode } from '@tiptap/pm/model'
import { REPLACED } from '../find/findPlugin'
import { asOwnUndoStep, isOwnUndoStep } from '../copy/factRecords'
import { proposeElsewhere } from './proposeElsewhere'
import { proposeRange, standsAlone, type Placed } from './proposeRange'
import { marksOf } from './suggestionMarks'
import { Proposing, withSuggestionRecords } from './suggestionRecords'
import { trimmedRanges, type TokenRange } from './trimmedRanges'

/** The proposal of `done`, which was made from `state`. Undefined if it cannot be proposed. */
export function asSuggestion(state: EditorState, done: Transaction): Transaction | undefined {
  if (onlyTags(done)) return done
  const proposing = new Proposing(state)
  const tr = state.tr
  const ranges = trimmedRanges(done)
  if (!ranges) return undefined
  if (ranges.some((range) => standsAlone(state.doc, range))) return undefined
  if (!proposeElsewhere(tr, done, ranges, proposing)) return undefined
  const shared = done.getMeta('uiEvent') === 'drop' ? { id: undefined as string | undefined } : undefined
  const placed: Placed[] = []
  for (const range of [...ranges].reverse()) {
    const id = shared?.id ?? nearbyId(tr.doc, range, proposing) ?? proposing.newId()
    if (shared) shared.id = id
    placed.push(proposeRange(tr, state, range, id, proposing))
  }
  settleSelection(tr, state, done, placed)
  if (done.storedMarksSet) tr.setStoredMarks(done.storedMarks)
  for (const name of ['uiEvent', 'composition', REPLACED])
    if (done.getMeta(name) !== undefined) tr.setMeta(name, done.getMeta(name))
  if (isOwnUndoStep(done)) asOwnUndoStep(tr)
  if (done.scrolledIntoView) tr.scrollIntoView()
  return withSuggestionRecords(tr, usedRecords(tr, proposing))
}

/** Tagging and commenting are not suggestions. */
const onlyTags = ({ steps }: Transaction): boolean =>
  steps.every(
    (step) =>
      (step instanceof AddMarkStep || step instanceof RemoveMarkStep) &&
      (step.mark.type.name === 'fact' || step.mark.type.name === 'comment'),
  )

/** The person's own suggestion that the stretch contains or touches. Further typing belongs to it. */
function nearbyId(doc: SheetNode, { from, to, old }: TokenRange, { isMine }: Proposing): string | undefined {
  const ids: unknown[] = []
  const addMarks = (node: SheetNode | null): void => {
    for (const mark of node?.marks ?? [])
      if (mark.type.name === 'insertion' || mark.type.name === 'deletion') ids.push(mark.attrs['id'])
    if (node?.type.name === 'hardBreak') ids.push(node.attrs['deletion'])
  }
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  if ($from.depth > 0) {
    addMarks($from.nodeBefore)
    if ($from.parentOffset === 0) ids.push($from.parent.attrs['joins'])
  }
  if ($to.depth > 0) {
    addMarks($to.nodeAfter)
    if ($to.parentOffset === $to.parent.content.size) ids.push(doc.maybeChild($to.index(0) + 1)?.attrs['joins'])
  }
  for (const token of old) {
    if (token.kind === 'char')
      for (const mark of token.marks) if (mark.type.name === 'insertion') ids.push(mark.attrs['id'])
  }
  return ids.find(isMine)
}

/** Puts the caret after the pending text; after a deletion, on the side to which it moved. */
function settleSelection(tr: Transaction, state: EditorState, done: Transaction, placed: readonly Placed[]): void {
  const settle = (position: number): number => {
    for (const { range, start, steps } of placed) {
      if (position < range.newFrom || position > range.newTo) continue
      const emitted = range.fresh.filter(
        (token) => token.at < position && !(token.kind === 'char' && marksOf(token.marks, 'deletion').length > 0),
      ).length
      const forward = state.selection.empty && state.selection.head <= range.from
      if (start !== undefined) return tr.mapping.slice(steps).map(start, -1) + emitted
      return tr.mapping.map(forward ? range.to : range.from, forward ? 1 : -1)
    }
    return tr.mapping.map(done.mapping.invert().map(position))
  }
  if (!done.selectionSet && placed.length === 0) return
  const { anchor, head } = done.selection
  const size = tr.doc.content.size
  const at = (position: number): number => Math.min(Math.max(settle(position), 0), size)
  tr.setSelection(TextSelection.between(tr.doc.resolve(at(anchor)), tr.doc.resolve(at(head))))
}

/** Records of suggestions in the sheet. An unused id leaves no record. */
function usedRecords(tr: Transaction, { records }: Proposing) {
  if (records.length === 0) return []
  const used = new Set<unknown>()
  tr.doc.descendants((node) => {
    for (const mark of node.marks) used.add(mark.attrs['id'])
    for (const name of ['joins', 'deletion'] as const) used.add(node.attrs[name])
    if (typeof node.attrs['becomes'] === 'string') used.add(node.attrs['becomes'].split(' ')[0])
  })
  return records.filter(({ id }) => used.has(id))
}
