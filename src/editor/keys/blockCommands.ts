import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { DEEPEST_LIST, type ListKind } from '../../story/copy/copy'
import { asOwnUndoStep } from '../copy/factRecords'
import { setAttrs } from '../copy/normaliser'
import { attrsOf, PARAGRAPH, partOfNode, sameAttrs, type BlockAttrs } from '../schema/blockAttrs'
import { isSuggesting } from '../suggesting/suggestingMode'
import { shownBody, suggestShapes } from '../suggesting/suggestionCommands'

interface PlacedBlock {
  readonly position: number
  readonly attrs: BlockAttrs
}

/** The attributes of the selected body blocks; while suggesting, the proposed ones. */
const bodyAttrs = (state: EditorState): readonly BlockAttrs[] =>
  (isSuggesting(state) ? shownBody(state) : bodyBlocks(state)).map(({ attrs }) => attrs)

/** Body blocks that the selection touches. Headline and deck have no other roles. */
function bodyBlocks({ doc, selection }: EditorState): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (node.type.name === 'block' && partOfNode(node) === 'body') blocks.push({ position, attrs: attrsOf(node) })
    return false
  })
  return blocks
}

function change(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  next: (attrs: BlockAttrs) => BlockAttrs,
): boolean {
  if (isSuggesting(state)) return suggestShapes(shownBody(state), next)(state, dispatch)
  const blocks = bodyBlocks(state)
  if (blocks.length === 0) return false
  if (dispatch) {
    const { tr } = state
    for (const { position, attrs } of blocks) setAttrs(tr, position, next(attrs))
    dispatch(asOwnUndoStep(tr.scrollIntoView()))
  }
  return true
}

export const makeParagraph: Command = (state, dispatch) => change(state, dispatch, () => PARAGRAPH)

/** Gives the selected blocks these attributes, or makes them paragraphs if they all have them. */
function toggle(attrs: BlockAttrs): Command {
  return (state, dispatch) => {
    const already = bodyAttrs(state).every((block) => sameAttrs(block, attrs))
    return change(state, dispatch, () => (already ? PARAGRAPH : attrs))
  }
}

export const toggleSubhead = (level: 2 | 3): Command => toggle({ role: 'subhead', level, list: null })
export const toggleQuote: Command = toggle({ role: 'quote', level: null, list: null })

export const toggleList =
  (list: ListKind): Command =>
  (state, dispatch) => {
    const already = bodyAttrs(state).every((attrs) => attrs.role === 'listItem' && attrs.list === list)
    return change(state, dispatch, (attrs) =>
      already ? PARAGRAPH : { role: 'listItem', level: attrs.role === 'listItem' ? attrs.level : 1, list },
    )
  }

/** Moves list items one level in (+1) or out (-1). An outermost item moved out becomes a paragraph. */
export const moveListLevel =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const blocks = bodyAttrs(state)
    if (blocks.length === 0 || !blocks.every(({ role }) => role === 'listItem')) return false
    return change(state, dispatch, (attrs) => {
      const level = (attrs.level ?? 1) + by
      return level < 1 ? PARAGRAPH : { ...attrs, level: Math.min(level, DEEPEST_LIST) }
    })
  }

/** The attributes that all selected blocks share, to show the active format. Undefined if they differ. */
export function currentBlock(state: EditorState): BlockAttrs | undefined {
  const { doc, selection } = state
  const shown = isSuggesting(state) ? shownBody(state) : []
  const [first] = shown
  if (first) return shown.every(({ attrs }) => sameAttrs(attrs, first.attrs)) ? first.attrs : undefined
  let found: BlockAttrs | undefined
  let mixed = false
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (!node.isTextblock) return true
    const attrs = attrsOf(node)
    mixed ||= found !== undefined && !sameAttrs(found, attrs)
    found = attrs
    return false
  })
  return mixed ? undefined : found
}

/** Puts the caret at the start or end of the text of the node at `index`. */
export function caretIn(tr: Transaction, index: number, at: 'start' | 'end'): Transaction {
  let start = 0
  for (let before = 0; before < index; before++) start += tr.doc.child(before).nodeSize
  const edge = at === 'start' ? start : start + tr.doc.child(index).nodeSize
  return tr.setSelection(TextSelection.near(tr.doc.resolve(edge), at === 'start' ? 1 : -1)).scrollIntoView()
}
