/**
 * Keeps and marks the matches of a search in the words and in the details of pictures. What finds and replaces
 * (findCommands.ts) comes with the find bar.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { SheetRange } from '../facts/factRanges'
import type { BlockRange } from '../view/layout/nearBlocks'
import { nearBlocksOf } from '../view/layout/offscreenBlocks'
import { scrollPositionIntoView } from '../view/scrollCaretIntoView'
import { settleScroll } from '../view/settleScroll'
import { eachTextNode } from '../copy/textNodes'
import { PICTURE_DETAILS, type PictureDetail } from '../../story/copy/picture'
import type { FindOptions, FoundRange, QueryFinder } from './findMatches'
import { OutOfPatience, PATIENCE, tookTooLong } from './patience'

/** A match in the words, or a picture with a match in a detail. */
export interface FindMatch extends SheetRange {
  /** `from` and `to` are then before and after the picture. */
  readonly detail?: PictureDetail
}

export interface FindState {
  readonly query: string
  readonly options: FindOptions
  readonly matches: readonly FindMatch[]
  /** How many of them are in words. Only those can be replaced. */
  readonly inWords: number
  /** What is wrong with the expression, or that it took too long. Absent: nothing. */
  readonly problem?: string
  /** Index of the current match; -1 if none. */
  readonly current: number
}

/** A query with the way to look for it (findCommands.ts), or what is wrong with it. */
export type Search = Pick<FindState, 'query' | 'options' | 'problem'> & Partial<Pick<Kept, 'finder' | 'within'>>

export interface Kept extends FindState {
  /** Of the matches around the screen: a letter has tens of thousands in a long story. */
  readonly decorations: DecorationSet
  readonly byBlock: WeakMap<SheetNode, InNode>
  readonly finder: QueryFinder | undefined
  /** Finds the query also inside of words. */
  readonly within: QueryFinder | undefined
  /** The last replacement; undefined since the query changed. */
  readonly replacement: string | undefined
  /** Counts requests for a match. Each scrolls to it. */
  readonly asked: number
}

/** The matches of one block: in its words, from its first character, and in the details of its picture. */
interface InNode {
  readonly words: readonly FoundRange[]
  readonly details: readonly PictureDetail[]
}

export const findKey = new PluginKey<Kept>('find')
export const NOTHING_FOUND: Kept = {
  query: '',
  options: {},
  matches: [],
  inWords: 0,
  current: -1,
  decorations: DecorationSet.empty,
  byBlock: new WeakMap(),
  finder: undefined,
  within: undefined,
  replacement: undefined,
  asked: 0,
}

const NO_MATCHES = { matches: [], inWords: 0, current: -1, decorations: DecorationSet.empty } as const

/** What a command asks of the plugin, in a transaction. */
export type FindRequest =
  | { readonly kind: 'query'; readonly search: Search }
  | { readonly kind: 'current'; readonly current: number }
  /** The screen shows other blocks. */
  | { readonly kind: 'near' }

/**
 * Meta of a transaction that replaced the current match, or all. Copy it when you make another transaction of that one.
 */
export const REPLACED = 'replaced'
export interface Replaced {
  readonly what: 'one' | 'all'
  readonly by: string
}

export const findPlugin = (): Plugin =>
  new Plugin<Kept>({
    key: findKey,
    state: {
      init: () => NOTHING_FOUND,
      apply(transaction, kept, old, state) {
        const asked = transaction.getMeta(findKey) as FindRequest | undefined
        const screen = nearBlocksOf(old)?.range
        if (asked?.kind === 'near') return decorate(kept, state.doc, screen)
        const replaced = transaction.getMeta(REPLACED) as Replaced | undefined
        const times = kept.asked + (asked || replaced?.what === 'one' ? 1 : 0)
        if (asked?.kind === 'query')
          return search(
            {
              ...NOTHING_FOUND,
              ...asked.search,
              byBlock: new WeakMap(),
              asked: times,
            },
            state.doc,
            screen,
            state.selection.from,
          )
        if (asked?.kind === 'current')
          return decorate({ ...kept, current: asked.current, asked: times }, state.doc, screen)
        // What took too long once is not tried again at each key.
        if (!transaction.docChanged || kept.query === '' || kept.problem !== undefined) return kept
        const here = kept.matches[kept.current]
        const next = { ...kept, asked: times, replacement: replaced?.by ?? kept.replacement }
        // Without a current match all are replaced, until an undo or another person restores one.
        const isReplacing = replaced !== undefined || (!here && kept.matches.length > 0)
        if (!isReplacing)
          return search(next, state.doc, screen, here ? transaction.mapping.map(here.from) : state.selection.from)
        return search(next, state.doc, screen, here ? transaction.mapping.map(here.to) : 0, next.replacement)
      },
    },
    props: { decorations: (state) => findKey.getState(state)?.decorations },
    // ProseMirror scrolls to a selection only while the sheet has focus. Here the find bar has it.
    view: (sheet) => {
      const follow = (): void => {
        if (findState(sheet.state).matches.length > 0)
          sheet.dispatch(
            sheet.state.tr.setMeta(findKey, { kind: 'near' } satisfies FindRequest).setMeta('addToHistory', false),
          )
      }
      return {
        update(view, before) {
          const { asked, matches, current } = findKey.getState(view.state) ?? NOTHING_FOUND
          const match = matches[current]
          if (match && asked !== findKey.getState(before)?.asked)
            settleScroll(view.dom, () => scrollPositionIntoView(view, match.from))
        },
        destroy: nearBlocksOf(sheet.state)?.listen(follow) ?? (() => undefined),
      }
    },
  })

/**
 * Searches every block, reading only changed ones. The match at or after `near` becomes current, else the last one.
 * With `replacement`: the next one that it may replace, wrapping around.
 */
function search(kept: Kept, doc: SheetNode, screen: BlockRange | undefined, near: number, replacement?: string): Kept {
  if (kept.query === '') return { ...NOTHING_FOUND, asked: kept.asked }
  if (kept.problem !== undefined) return kept
  const matches = matchesIn(kept, doc)
  if (!matches) return { ...kept, ...NO_MATCHES, problem: tookTooLong() }
  const found = { ...kept, matches, inWords: matches.filter(({ detail }) => !detail).length }
  if (replacement !== undefined)
    return decorate({ ...found, current: nextToReplace(found, doc, near, replacement) }, doc, screen)
  const next = matches.findIndex(({ from }) => from >= near)
  return decorate({ ...found, current: next >= 0 ? next : matches.length - 1 }, doc, screen)
}

/** The matches of all blocks, in order. Undefined: to find them takes too long. */
function matchesIn({ finder, byBlock }: Kept, doc: SheetNode): readonly FindMatch[] | undefined {
  const patience = { left: PATIENCE }
  const placesIn = (text: unknown): readonly FoundRange[] =>
    typeof text === 'string' ? (finder?.in(text, patience) ?? []) : []
  const matches: FindMatch[] = []
  try {
    eachTextNode(doc, (block, offset) => {
      let found = byBlock.get(block)
      if (!found) {
        const details = block.type.name === 'picture' ? PICTURE_DETAILS : []
        found = {
          words: placesIn(block.textBetween(0, block.content.size, undefined, '\n')),
          details: details.filter((detail) => placesIn(block.attrs[detail]).length > 0),
        }
        byBlock.set(block, found)
      }
      for (const detail of found.details) matches.push({ from: offset, to: offset + block.nodeSize, detail })
      for (const { from, to } of found.words) matches.push({ from: offset + 1 + from, to: offset + 1 + to })
    })
  } catch (error) {
    if (error instanceof OutOfPatience) return undefined
    throw error
  }
  return matches
}

/**
 * Excludes details of pictures, text proposed for deletion and text that is part of the replacement already: in “Kim
 * Ji-woo”, “Kim” is not replaced by it again.
 */
export function isToReplace(kept: Kept, doc: SheetNode, match: FindMatch, replacement: string): boolean {
  const { from, to, detail } = match
  if (detail) return false
  const deletion = doc.type.schema.marks['deletion']
  if (deletion && doc.rangeHasMark(from, to, deletion)) return false
  const $from = doc.resolve(from)
  const [start, end] = [$from.start(), $from.end()]
  const words = replacementOf(kept, doc, match, replacement)
  // As in the replacement, anywhere in it.
  const within = kept.within?.in(words, { left: PATIENCE }) ?? []
  return !within.some((one) => {
    const at = from - one.from
    return at >= start && at + words.length <= end && doc.textBetween(at, at + words.length, undefined, '\n') === words
  })
}

/** What replaces a match: in an expression, with its groups filled in. */
export function replacementOf({ finder }: Kept, doc: SheetNode, { from }: FindMatch, replacement: string): string {
  const { parent, parentOffset } = doc.resolve(from)
  return finder?.filledIn(replacement, parent.textBetween(0, parent.content.size, undefined, '\n'), parentOffset) ?? ''
}

export function nextToReplace(kept: Kept, doc: SheetNode, near: number, replacement: string): number {
  const isOpen = (match: FindMatch): boolean => isToReplace(kept, doc, match, replacement)
  const next = kept.matches.findIndex((match) => match.from >= near && isOpen(match))
  return next >= 0 ? next : kept.matches.findIndex(isOpen)
}

/** `screen`: the blocks whose matches are marked. Undefined: all. */
function decorate(kept: Kept, doc: SheetNode, screen: BlockRange | undefined): Kept {
  const { from, to } = positionsOf(doc, screen)
  const decorations = kept.matches.flatMap((match, index) => {
    if (match.from < from || match.to > to) return []
    const look = { class: index === kept.current ? 'find-match find-current' : 'find-match' }
    return match.detail ? Decoration.node(match.from, match.to, look) : Decoration.inline(match.from, match.to, look)
  })
  return { ...kept, decorations: DecorationSet.create(doc, decorations) }
}

function positionsOf(doc: SheetNode, screen: BlockRange | undefined): SheetRange {
  if (!screen) return { from: 0, to: doc.content.size }
  let position = 0
  let from = 0
  for (let index = 0; index < doc.childCount && index <= screen.last; index++) {
    if (index === screen.first) from = position
    position += doc.child(index).nodeSize
  }
  return { from, to: position }
}

export function findState(state: EditorState): FindState {
  return findKey.getState(state) ?? NOTHING_FOUND
}
