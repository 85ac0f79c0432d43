import { toggleMark } from '@tiptap/pm/commands'
import type { Command, EditorState } from '@tiptap/pm/state'
import { markText, trimmed } from '../facts/factRanges'
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
      : toggleMark(markType(state, style))(state, dispatch)

export const toggleBold = toggleStyle('bold')
export const toggleItalic = toggleStyle('italic')

/** Links the selected words; refuses any address but http, https and mailto. */
export const setLink =
  (address: string): Command =>
  (state, dispatch) => {
    const href = safeHref(address)
    const stretch = trimmed(state.doc, state.selection)
    if (href === undefined || !stretch) return false
    if (dispatch) {
      const { tr } = state
      markText(tr, stretch, markType(state, 'link').create({ href }))
      dispatch(tr)
    }
    return true
  }

/** Removes the link from the selection, or the whole link at the caret. */
export const removeLink: Command = (state, dispatch) => {
  const { empty, from, to, $head } = state.selection
  const type = markType(state, 'link')
  let stretch = { from, to }
  if (empty) {
    const link = type.isInSet([...($head.nodeAfter?.marks ?? []), ...($head.nodeBefore?.marks ?? [])])
    if (!link) return false
    const start = $head.start()
    const linked: number[] = []
    $head.parent.forEach((node, offset) => {
      if (link.isInSet(node.marks)) linked.push(start + offset, start + offset + node.nodeSize)
    })
    stretch = { from: Math.min(...linked), to: Math.max(...linked) }
  } else if (!state.doc.rangeHasMark(from, to, type)) return false
  dispatch?.(state.tr.removeMark(stretch.from, stretch.to, type))
  return true
}

/** The address of the link at the caret or the start of the selection. */
export function linkAt(state: EditorState): string | undefined {
  const { $from } = state.selection
  const link =
    markType(state, 'link').isInSet($from.nodeAfter?.marks ?? []) ??
    markType(state, 'link').isInSet($from.nodeBefore?.marks ?? [])
  return safeHref(link?.attrs['href'])
}
