import type { Node as SheetNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { setSigns, TYPED_SIGNS } from '../../story/language/typedSigns'
import { blockLanguages } from '../../story/spelling/blockLanguages'
import { asOwnUndoStep } from '../copy/factRecords'

/** How what is typed becomes copy. */
export interface TypingHabits {
  /** Quotation marks, dashes and ellipsis are set as the press of the language sets them. */
  readonly quotes: boolean
  /** BCP 47, of the story; '' if it has none. */
  readonly language: string
}

/**
 * Types a quotation mark, hyphen or period, and then sets what the language of the paragraph sets for it. That is a
 * separate undo step: undo restores what was typed. Returns false if what was typed stays. `typed`: the change that
 * types it.
 */
export function setTypedSigns(
  view: EditorView,
  { from, to, text }: { readonly from: number; readonly to: number; readonly text: string },
  typed: () => Transaction,
  typing: () => TypingHabits,
): boolean {
  const sign = text.at(-1) ?? ''
  if (!TYPED_SIGNS.has(sign) || view.composing) return false
  const { quotes, language } = typing()
  const $from = view.state.doc.resolve(from)
  if (!quotes || !$from.parent.isTextblock || !$from.sameParent(view.state.doc.resolve(to))) return false
  const before = keptText($from.parent, 0, $from.parentOffset) + text.slice(0, -1)
  const rest = keptText($from.parent, $from.parentOffset + (to - from), $from.parent.content.size)
  const set = setSigns(before, sign, languageOfParagraph(before + rest, language))
  if (!set) return false
  view.dispatch(typed())
  const { doc, tr, schema, selection } = view.state
  const end = selection.head
  const start = end - set.replaces
  if (start < selection.$head.start() || doc.textBetween(start, end) !== (before + sign).slice(-set.replaces))
    return true
  view.dispatch(asOwnUndoStep(tr.replaceWith(start, end, schema.text(set.by, doc.nodeAt(start)?.marks ?? []))))
  return true
}

/** The words of a stretch of a block, without those that a suggestion takes out. */
function keptText(block: SheetNode, from: number, to: number): string {
  let words = ''
  block.nodesBetween(from, to, (node, position) => {
    if (node.marks.some(({ type }) => type.name === 'deletion')) return
    if (!node.isText) words += '\n'
    else words += (node.text ?? '').slice(Math.max(0, from - position), to - position)
  })
  return words
}

/** The language of a paragraph. That of the story keeps its region. */
function languageOfParagraph(text: string, story: string): string {
  const { latin, hangul } = blockLanguages(text, story)
  const own = latin ?? hangul
  const [main] = story.toLowerCase().split('-')
  return own === undefined || own === main || own.startsWith(`${main}-`) ? story : own
}
