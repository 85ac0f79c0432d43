/**
 * Overtyping keeps the tag (rule 3). If one edit of this person replaces the whole tagged text inside one block, the
 * tag moves to the replacement: typing over a selection, pasting, an input method, find and replace. The same holds if
 * one end of the tagged text is replaced: "100 minutes" in a tagged "about 100 minutes". Deletions, and tags that
 * remain elsewhere, are not affected.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { countWords } from '../../story/copy/copy'
import { isFromSharedDocument } from '../copy/origin'
import { factMark, factsBetween, factsInDoc, markText, rangesOfFact, textOf, type SheetRange } from './factRanges'

/** A replacement still being typed. The caret is at its end. */
interface Unfinished {
  readonly ids: readonly string[]
  readonly stretch: SheetRange
  /** The number of words that the tag had. Further words leave it. */
  readonly words: number
}

/** Text that replaced everything that some facts' tags covered, or one end of it. */
interface Replacement {
  readonly ids: readonly string[]
  /** Facts of which only an end was replaced. The rest of their tag remains. */
  readonly ends: ReadonlySet<string>
  readonly words: number
  readonly stretch: SheetRange
}

const key = new PluginKey<Unfinished | null>('keepTag')
const UNFINISHED = 'stet.unfinishedReplacement'

export const keepTagOnReplacement = (): Plugin =>
  new Plugin<Unfinished | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, value): Unfinished | null {
        const told = transaction.getMeta(UNFINISHED) as Unfinished | null | undefined
        if (told !== undefined) return told
        if (!value || isFromSharedDocument(transaction) || isPaste(transaction)) return null
        // Typing moves the end. Only a caret elsewhere ends the replacement.
        const stretch = typedOn(transaction, value.stretch)
        const { empty, head } = transaction.selection
        const inOneBlock = transaction.doc.resolve(stretch.from).sameParent(transaction.doc.resolve(stretch.to))
        return empty && head === stretch.to && stretch.from < stretch.to && inOneBlock ? { ...value, stretch } : null
      },
    },
    appendTransaction(transactions, old, state) {
      if (!transactions.some((transaction) => transaction.docChanged) || transactions.some(isFromSharedDocument))
        return null
      const unfinished = key.getState(old)
      const going = key.getState(state)
      const lost = replacements(transactions).flatMap((replacement) => stillMissing(replacement, state.doc))
      const { tr } = state
      for (const { ids, stretch } of lost) for (const id of ids) markText(tr, stretch, factMark(state.schema, id))
      const latest = lost.at(-1)
      if (latest) rememberTyping(tr, state, latest, transactions.some(isPaste) ? undefined : { before: unfinished })
      else if (going && unfinished) goOn(tr, state, going)
      return tr.docChanged || tr.getMeta(UNFINISHED) !== undefined ? tr.setStoredMarks(state.storedMarks) : null
    },
  })

/** Whole-tag replacements of some transactions, with the final place of the new text. */
function replacements(transactions: readonly Transaction[]): Replacement[] {
  let found: Replacement[] = []
  for (const transaction of transactions) {
    transaction.steps.forEach((step, index) => {
      const before = transaction.docs[index]
      const map = transaction.mapping.maps[index]
      if (!before || !map) return
      const mapped = found.map((item) => carryOver(item, step, (position, side) => map.map(position, side)))
      const isLast = transaction === transactions.at(-1) && index === transaction.steps.length - 1
      // A deletion counts only if a later step may fill its place.
      const mayReplace = step instanceof ReplaceStep && (step.slice.size > 0 || !isLast)
      found = mayReplace ? [...mapped, ...replacedBy(step, before)] : mapped
    })
  }
  return found
}

/**
 * The place of a replacement after one more step. It grows if that step replaced it again or typed into an emptied
 * place.
 */
function carryOver(item: Replacement, step: unknown, map: (position: number, side: 1 | -1) => number): Replacement {
  const { from, to } = item.stretch
  if (step instanceof ReplaceStep && step.from <= from && step.to >= to)
    return { ...item, stretch: { from: step.from, to: step.from + step.slice.size } }
  return { ...item, stretch: { from: map(from, 1), to: Math.max(map(from, 1), map(to, -1)) } }
}

function replacedBy(step: ReplaceStep, before: SheetNode): Replacement[] {
  const range = { from: step.from, to: step.to }
  if (range.from === range.to || !before.resolve(range.from).sameParent(before.resolve(range.to))) return []
  const kept = [...factsBetween(before, range)].flatMap((id) => {
    const stretches = rangesOfFact(before, id)
    const inside = stretches.every(({ from, to }) => from >= range.from && to <= range.to)
    if (inside)
      return [{ id, isEnd: false, words: wordsIn(stretches.map((stretch) => textOf(before, stretch)).join(' ')) }]
    const isEnd = stretches.some(
      ({ from, to }) => from <= range.from && to >= range.to && (from === range.from) !== (to === range.to),
    )
    return isEnd ? [{ id, isEnd, words: wordsIn(textOf(before, range)) }] : []
  })
  if (kept.length === 0) return []
  const stretch = { from: step.from, to: step.from + step.slice.size }
  return [
    {
      ids: kept.map(({ id }) => id),
      ends: new Set(kept.flatMap(({ id, isEnd }) => (isEnd ? [id] : []))),
      words: Math.max(...kept.map(({ words }) => words)),
      stretch,
    },
  ]
}

/** The replacement without facts whose whole tag remains elsewhere. Undefined if no text replaced them. */
function stillMissing(replacement: Replacement, doc: SheetNode): Replacement[] {
  const { stretch } = replacement
  if (!hasText(doc, stretch)) return []
  const present = factsInDoc(doc)
  const ids = replacement.ids.filter((id) => replacement.ends.has(id) || !present.has(id))
  return ids.length === 0 ? [] : [{ ...replacement, ids }]
}

/** Records that a replacement may continue: the caret is at its end. */
function rememberTyping(
  tr: Transaction,
  state: EditorState,
  { ids, words, stretch }: Replacement,
  typed: { readonly before: Unfinished | null | undefined } | undefined,
): void {
  const typing = typed !== undefined && state.selection.empty && state.selection.head === stretch.to
  const before = typed?.before
  const budget = before && before.ids.some((id) => ids.includes(id)) ? Math.max(before.words, words) : words
  tr.setMeta(UNFINISHED, typing ? { ids, stretch, words: budget } : null)
}

/** Tags the text typed at the end of an unfinished replacement, up to the number of replaced words. */
function goOn(tr: Transaction, state: EditorState, going: Unfinished): void {
  const text = textOf(state.doc, going.stretch)
  const count = wordsIn(text)
  if (count > going.words || (count === going.words && /\s$/u.test(text))) {
    tr.setMeta(UNFINISHED, null)
    return
  }
  for (const id of going.ids) markText(tr, going.stretch, factMark(state.schema, id))
}

/** Pasted or dropped text is complete: typing after it does not continue it. */
const isPaste = (transaction: Transaction): boolean =>
  ['paste', 'drop', 'cut'].includes(String(transaction.getMeta('uiEvent')))

function typedOn(transaction: Transaction, stretch: SheetRange): SheetRange {
  let { from, to } = stretch
  transaction.steps.forEach((step, index) => {
    const map = transaction.mapping.maps[index]
    if (!map) return
    if (step instanceof ReplaceStep && step.from >= from && step.to === to) to = step.from + step.slice.size
    else {
      to = map.map(to, -1)
      from = Math.min(map.map(from, 1), to)
    }
  })
  return { from, to }
}

function hasText(doc: SheetNode, { from, to }: SheetRange): boolean {
  let found = false
  doc.nodesBetween(Math.min(from, doc.content.size), Math.min(to, doc.content.size), (node) => {
    found ||= node.isText
  })
  return found
}

/** How many words a text has, at least one. */
export const wordsIn = (text: string): number => Math.max(1, countWords([{ role: 'paragraph', text, spans: [] }]))
