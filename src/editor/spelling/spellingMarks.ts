/**
 * Marks misspelt words in the sheet. Only this small part is there from the start: what checks the words is loaded when
 * a story has been shown, and hands its finds in.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { SpellLanguage } from '../../story/spelling/dictionaries'

/** A misspelt word in the sheet. */
export interface MarkedWord {
  readonly from: number
  readonly to: number
  readonly word: string
  readonly language: SpellLanguage
}

const key = new PluginKey<DecorationSet>('spelling')

export const spellingMarks = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, marks, _old, state) {
        const found = transaction.getMeta(key) as readonly MarkedWord[] | undefined
        if (found) return decorate(state.doc, found)
        if (!transaction.docChanged || marks === DecorationSet.empty) return marks
        return withoutTyped(marks.map(transaction.mapping, transaction.doc), transaction)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** Marks these words and no others. Part of no undo step. */
export function markMisspellings(view: EditorView, words: readonly MarkedWord[]): void {
  if (words.length === 0 && markedWords(view.state).length === 0) return
  view.dispatch(view.state.tr.setMeta(key, words).setMeta('addToHistory', false))
}

/** The marked words of the sheet, in text order. */
export const markedWords = (state: EditorState): readonly MarkedWord[] => wordsIn(state)

/** The marked word at a position. */
export const markedWordAt = (state: EditorState, position: number): MarkedWord | undefined =>
  wordsIn(state, position, position)[0]

function wordsIn(state: EditorState, from?: number, to?: number): readonly MarkedWord[] {
  return (key.getState(state)?.find(from, to) ?? [])
    .map(({ from: start, to: end, spec }) => {
      const { word, language } = spec as Pick<MarkedWord, 'word' | 'language'>
      return { from: start, to: end, word, language }
    })
    .sort((a, b) => a.from - b.from)
}

const decorate = (doc: SheetNode, words: readonly MarkedWord[]): DecorationSet =>
  DecorationSet.create(
    doc,
    words.map(({ from, to, word, language }) =>
      Decoration.inline(
        from,
        to,
        { class: 'misspelt' },
        { word, language, inclusiveStart: false, inclusiveEnd: false },
      ),
    ),
  )

/** A word that is being typed is not marked. An input method must not lose the element it writes in. */
function withoutTyped(marks: DecorationSet, transaction: Transaction): DecorationSet {
  if (transaction.getMeta('composition') !== undefined) return marks
  const { head, $head } = transaction.selection
  const before = $head.parent.textBetween(Math.max(0, $head.parentOffset - 1), $head.parentOffset)
  // A letter at the end of a word belongs to it; a space does not.
  const typed = marks.find(LETTER.test(before) ? head - 1 : head, head)
  return typed.length === 0 ? marks : marks.remove(typed)
}

const LETTER = /[\p{L}\p{M}\p{N}]/u
