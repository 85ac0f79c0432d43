import type { EditorView } from '@tiptap/pm/view'
import { asOwnUndoStep } from '../copy/factRecords'
import { setAttrs } from '../copy/normaliser'
import { attrsOf, isPlainBlock, type BlockAttrs } from '../schema/blockAttrs'
import { isSuggesting } from '../suggesting/suggestingMode'

const BULLET: BlockAttrs = { role: 'listItem', level: 1, list: 'bullet' }
const NUMBER: BlockAttrs = { role: 'listItem', level: 1, list: 'ordered' }

/** As in Markdown. A story has one headline, so one # makes none. */
const MARKERS: Readonly<Record<string, BlockAttrs>> = {
  '-': BULLET,
  '*': BULLET,
  '•': BULLET,
  '1.': NUMBER,
  '1)': NUMBER,
  '##': { role: 'subhead', level: 2, list: null },
  '###': { role: 'subhead', level: 3, list: null },
  '>': { role: 'quote', level: null, list: null },
}
const LONGEST = 3

/**
 * A space after "##", ">", "-", "*" or "1." at the start of a paragraph makes it a subhead, a block quote or a list
 * item. It is a separate undo step: undo restores the typed characters. Returns false for any other space.
 */
export function startTypedBlock(view: EditorView, from: number, to: number, text: string): boolean {
  const { $from } = view.state.selection
  if (text !== ' ' || from !== to || from !== $from.pos || isSuggesting(view.state)) return false
  const block = $from.parent
  if (!isPlainBlock(block) || attrsOf(block).role !== 'paragraph' || $from.parentOffset > LONGEST) return false
  const marker = block.textBetween(0, $from.parentOffset, undefined, '\n')
  const attrs = Object.hasOwn(MARKERS, marker) ? MARKERS[marker] : undefined
  if (!attrs) return false
  view.dispatch(view.state.tr.insertText(' ', from))
  const { tr } = view.state
  tr.delete($from.start(), from + 1)
  setAttrs(tr, $from.before(), attrs)
  view.dispatch(asOwnUndoStep(tr).scrollIntoView())
  return true
}
