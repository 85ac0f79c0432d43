import type { EditorView } from '@tiptap/pm/view'
import type { ListKind } from '../../story/copy/copy'
import { setAttrs } from '../copy/normaliser'
import { attrsOf, isPlainBlock } from '../schema/blockAttrs'
import { isSuggesting } from '../suggesting/suggestingMode'
import { asOwnUndoStep } from '../copy/factRecords'

const MARKERS: Readonly<Record<string, ListKind>> = {
  '-': 'bullet',
  '*': 'bullet',
  '•': 'bullet',
  '1.': 'ordered',
  '1)': 'ordered',
}

/**
 * A space after "-", "*" or "1." at the start of a paragraph makes it a list item. It is a separate undo step: undo
 * restores the typed characters. Returns false for any other space.
 */
export function startTypedList(view: EditorView, from: number, to: number, text: string): boolean {
  const { $from } = view.state.selection
  if (text !== ' ' || from !== to || from !== $from.pos || isSuggesting(view.state)) return false
  const block = $from.parent
  if (!isPlainBlock(block) || attrsOf(block).role !== 'paragraph' || $from.parentOffset > 2) return false
  const list = MARKERS[block.textBetween(0, $from.parentOffset, undefined, '\n')]
  if (!list) return false
  view.dispatch(view.state.tr.insertText(' ', from))
  const { tr } = view.state
  tr.delete($from.start(), from + 1)
  setAttrs(tr, $from.before(), { role: 'listItem', level: 1, list })
  view.dispatch(asOwnUndoStep(tr).scrollIntoView())
  return true
}
