/** Find and replace. Replacing is ordinary editing: facts lapse, tags stay on what replaces them (rules 2 and 3). */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Stretch } from '../facts/factRanges'
import { bringIntoSight } from '../caretInSight'
import { settleScroll } from '../settleScroll'
import { asOwnUndoStep } from '../sync/factRecords'
import { eachTextNode } from '../textNodes'
import { findMatches, type FindOptions } from './findMatches'

export interface FindState {
  readonly query: string
  readonly options: FindOptions
  readonly matches: readonly Stretch[]
  /** Index of the match in hand; -1 when there is none. */
  readonly current: number
}

interface Kept extends FindState {
  readonly decorations: DecorationSet
  readonly byBlock: WeakMap<SheetNode, readonly Stretch[]>
  /** How often a match was asked for: each time it is brought into sight. */
  readonly asked: number
}

const key = new PluginKey<Kept>('find')
const NOTHING: Kept = { query: '', options: {}, matches: [], current: -1, decorations: DecorationSet.empty, byBlock: new WeakMap(), asked: 0 }

/** `next`: the match in hand was replaced. */
type Asked = { readonly kind: 'next' } | { readonly kind: 'query'; readonly query: string; readonly options: FindOptions } | { readonly kind: 'current'; readonly current: number }

export const findPlugin = (): Plugin =>
  new Plugin<Kept>({
    key,
    state: {
      init: () => NOTHING,
      apply(transaction, kept, _old, state) {
        const asked = transaction.getMeta(key) as Asked | undefined
        const times = kept.asked + (asked ? 1 : 0)
        if (asked?.kind === 'query') return search({ ...NOTHING, byBlock: new WeakMap(), query: asked.query, options: asked.options, asked: times }, state.doc, state.selection.from)
        if (asked?.kind === 'current') return decorate({ ...kept, current: asked.current, asked: times }, state.doc)
        if (!transaction.docChanged || kept.query === '') return kept
        const here = kept.matches[kept.current]
        return search({ ...kept, asked: times }, state.doc, here ? transaction.mapping.map(here.from) : state.selection.from)
      }
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    // ProseMirror scrolls to a selection only while the sheet has the keyboard, and here the bar has it.
    view: () => ({
      update(view, before) {
        const { asked, matches, current } = key.getState(view.state) ?? NOTHING
        const match = matches[current]
        if (match && asked !== key.getState(before)?.asked) settleScroll(view.dom, () => bringIntoSight(view, match.from))
      }
    })
  })

/** Searches every block; only blocks that changed since last time are read again. The match at or after `near` comes to hand. */
function search(kept: Kept, doc: SheetNode, near: number): Kept {
  if (kept.query === '') return { ...NOTHING, asked: kept.asked }
  const matches: Stretch[] = []
  eachTextNode(doc, (block, offset) => {
    let found = kept.byBlock.get(block)
    if (!found) {
      found = findMatches(block.textBetween(0, block.content.size, undefined, '\n'), kept.query, kept.options)
      kept.byBlock.set(block, found)
    }
    for (const { from, to } of found) matches.push({ from: offset + 1 + from, to: offset + 1 + to })
  })
  const next = matches.findIndex(({ from }) => from >= near)
  return decorate({ ...kept, matches, current: next >= 0 ? next : matches.length - 1 }, doc)
}

function decorate(kept: Kept, doc: SheetNode): Kept {
  const decorations = kept.matches.map(({ from, to }, index) => Decoration.inline(from, to, { class: index === kept.current ? 'find-match find-current' : 'find-match' }))
  return { ...kept, decorations: DecorationSet.create(doc, decorations) }
}

export function findState(state: EditorState): FindState {
  return key.getState(state) ?? NOTHING
}

/** Starts a search; an empty query ends it. */
export const find = (query: string, options: FindOptions = {}): Command => (state, dispatch) => {
  dispatch?.(state.tr.setMeta(key, { kind: 'query', query, options } satisfies Asked))
  return true
}

/** Goes to the next (+1) or previous (-1) match, round the end. */
const go = (by: 1 | -1): Command => (state, dispatch) => {
  const { matches, current } = findState(state)
  if (matches.length === 0) return false
  const index = (current + by + matches.length) % matches.length
  dispatch?.(show(state.tr, matches[index], index))
  return true
}
export const findNext = go(1)
export const findPrevious = go(-1)

/** Selects the match in hand. */
export const showMatch: Command = (state, dispatch) => {
  const { matches, current } = findState(state)
  const match = matches[current]
  if (!match) return false
  dispatch?.(show(state.tr, match, current))
  return true
}

function show(tr: Transaction, match: Stretch | undefined, index: number): Transaction {
  if (match) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to))
  return tr.setMeta(key, { kind: 'current', current: index } satisfies Asked)
}

/** Replaces the match in hand; the next one comes to hand. */
export const replaceMatch = (replacement: string): Command => (state, dispatch) => {
  const { matches, current } = findState(state)
  const match = matches[current]
  if (!match) return false
  if (dispatch) {
    const { tr } = state
    replaceOne(tr, match, replacement)
    dispatch(asOwnUndoStep(tr).setMeta(key, { kind: 'next' } satisfies Asked))
  }
  return true
}

/** Replaces every match in one undo step. */
export const replaceAll = (replacement: string): Command => (state, dispatch) => {
  const { matches } = findState(state)
  if (matches.length === 0) return false
  if (dispatch) {
    const { tr } = state
    for (const match of [...matches].reverse()) replaceOne(tr, match, replacement)
    dispatch(asOwnUndoStep(tr))
  }
  return true
}

function replaceOne(tr: Transaction, { from, to }: Stretch, replacement: string): void {
  if (replacement === '') tr.delete(from, to)
  else tr.insertText(replacement, from, to)
}
