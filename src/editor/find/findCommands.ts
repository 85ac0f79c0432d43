/**
 * Find and replace in the words; find also in the details of pictures. Replacing is ordinary editing: facts lapse, and
 * tags stay on the replacement (rules 2 and 3).
 */
import { NodeSelection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { SheetRange } from '../facts/factRanges'
import { asOwnUndoStep } from '../copy/factRecords'
import { replaceWords } from '../copy/replaceWords'
import { finderOf, type FindOptions } from './findMatches'
import {
  findKey,
  findState,
  isToReplace,
  nextToReplace,
  NOTHING_FOUND,
  REPLACED,
  replacementOf,
  type FindRequest,
  type FindMatch,
  type Replaced,
  type Search,
} from './findPlugin'

/** Starts a search; an empty query ends it. */
export const find =
  (query: string, options: FindOptions = {}): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setMeta(findKey, { kind: 'query', search: searchFor(query, options) } satisfies FindRequest))
    return true
  }

function searchFor(query: string, options: FindOptions): Search {
  const finder = finderOf(query, options)
  const within = finderOf(query, { ...options, wholeWord: false })
  return typeof finder === 'string' || typeof within === 'string'
    ? { query, options, problem: typeof finder === 'string' ? finder : '' }
    : { query, options, finder, within }
}

/** Goes to the next (+1) or previous (-1) match, wrapping around. */
const go =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const { matches, current } = findState(state)
    if (matches.length === 0) return false
    const from = current < 0 && by < 0 ? 0 : current
    const index = (from + by + matches.length) % matches.length
    dispatch?.(show(state.tr, matches[index], index))
    return true
  }
export const findNext = go(1)
export const findPrevious = go(-1)

function show(tr: Transaction, match: FindMatch | undefined, index: number): Transaction {
  if (match)
    tr.setSelection(
      match.detail ? NodeSelection.create(tr.doc, match.from) : TextSelection.create(tr.doc, match.from, match.to),
    )
  return tr.setMeta(findKey, { kind: 'current', current: index } satisfies FindRequest)
}

/**
 * Replaces the current match, and makes the next replaceable one current. If the current one may not be replaced, only
 * moves on. Returns false if none is left.
 */
export const replaceMatch =
  (replacement: string): Command =>
  (state, dispatch) => {
    const kept = findKey.getState(state) ?? NOTHING_FOUND
    const match = kept.matches[kept.current]
    const next =
      match && isToReplace(kept, state.doc, match, replacement)
        ? kept.current
        : nextToReplace(kept, state.doc, match?.to ?? 0, replacement)
    const found = kept.matches[next]
    if (!found) return false
    if (dispatch && next !== kept.current) dispatch(show(state.tr, found, next))
    else if (dispatch) {
      const { tr } = state
      replaceOne(tr, found, replacementOf(kept, state.doc, found, replacement))
      dispatch(asOwnUndoStep(tr).setMeta(REPLACED, { what: 'one', by: replacement } satisfies Replaced))
    }
    return true
  }

/** The number of matches that Replace all would replace. */
export const countToReplace = (state: EditorState, replacement: string): number =>
  matchesToReplace(state, replacement).length

function matchesToReplace(state: EditorState, replacement: string): readonly FindMatch[] {
  const kept = findKey.getState(state) ?? NOTHING_FOUND
  return kept.matches.filter((match) => isToReplace(kept, state.doc, match, replacement))
}

/** Replaces every replaceable match in one undo step. */
export const replaceAll =
  (replacement: string): Command =>
  (state, dispatch) => {
    const matches = matchesToReplace(state, replacement)
    if (matches.length === 0) return false
    if (dispatch) {
      const { tr } = state
      const kept = findKey.getState(state) ?? NOTHING_FOUND
      for (const match of [...matches].reverse())
        replaceOne(tr, match, replacementOf(kept, state.doc, match, replacement))
      dispatch(asOwnUndoStep(tr).setMeta(REPLACED, { what: 'all', by: replacement } satisfies Replaced))
    }
    return true
  }

function replaceOne(tr: Transaction, { from, to }: SheetRange, replacement: string): void {
  if (replacement === '') tr.delete(from, to)
  else replaceWords(tr, from, to, replacement)
}
