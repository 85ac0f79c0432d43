import { toggleMark } from '@tiptap/pm/commands'
import type { Mark, ResolvedPos, Schema } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { asOwnUndoStep } from '../copy/factRecords'
import { markText, trimmed, type SheetRange } from '../facts/factRanges'
import { safeHref } from '../schema/safeHref'
import { suggestStyle } from '../suggesting/suggestionCommands'
import { isSuggesting } from '../suggesting/suggestingMode'

const markType = (state: EditorState, name: string): NonNullable<EditorState['schema']['marks'][string]> => {
  const type = state.schema.marks[name]
  if (!type) throw new Error(`The schema has no mark “${name}”.`)
  return type
}

const toggleStyle =
  (style: 'bold' | 'italic'): Command =>
  (state, dispatch) =>
    isSuggesting(state) && !state.selection.empty
      ? suggestStyle(style)(state, dispatch)
      : toggleMark(markType(state, style))(state, dispatch && ((tr) => dispatch(asOwnUndoStep(tr))))

export const toggleBold = toggleStyle('bold')
export const toggleItalic = toggleStyle('italic')

/** Links the selected words, or gives the link at the caret another address. Refuses all but http, https and mailto. */
export const setLink =
  (address: string): Command =>
  (state, dispatch) => {
    const href = safeHref(address)
    const stretch = state.selection.empty ? linkedAtCaret(state) : trimmed(state.doc, state.selection)
    if (href === undefined || !stretch) return false
    if (dispatch) {
      const { tr } = state
      markText(tr, stretch, markType(state, 'link').create({ href }))
      dispatch(asOwnUndoStep(tr))
    }
    return true
  }

/** Removes the link from the selection, or the whole link at the caret. */
export const removeLink: Command = (state, dispatch) => {
  const { empty, from, to } = state.selection
  const type = markType(state, 'link')
  const stretch = empty ? linkedAtCaret(state) : state.doc.rangeHasMark(from, to, type) ? { from, to } : undefined
  if (!stretch) return false
  dispatch?.(asOwnUndoStep(state.tr.removeMark(stretch.from, stretch.to, type)))
  return true
}

/** The words around the caret that have its link without a gap. */
function linkedAtCaret({ selection: { $head }, schema }: EditorState): SheetRange | undefined {
  const link = linkBeside($head, schema)
  if (!link) return undefined
  const start = $head.start()
  let run: SheetRange | undefined
  let found: SheetRange | undefined
  $head.parent.forEach((node, offset) => {
    const [from, to] = [start + offset, start + offset + node.nodeSize]
    run = link.isInSet(node.marks) ? { from: run?.from ?? from, to } : undefined
    if (run && run.from <= $head.pos && $head.pos <= run.to) found = run
  })
  return found
}

/** The link of the character after a position, or of the one before it. */
const linkBeside = ({ nodeAfter, nodeBefore }: ResolvedPos, { marks }: Schema): Mark | undefined =>
  marks['link']?.isInSet(nodeAfter?.marks ?? []) ?? marks['link']?.isInSet(nodeBefore?.marks ?? [])

/** The address of the link at the caret or the start of the selection. */
export const linkAt = ({ selection: { $from }, schema }: EditorState): string | undefined =>
  safeHref(linkBeside($from, schema)?.attrs['href'])
