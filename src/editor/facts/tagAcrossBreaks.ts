import type { Node as SheetNode, ResolvedPos } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { isFromSharedDocument } from '../copy/origin'
import { factIdsOf, factMark, markText, type SheetRange } from './factRanges'

/**
 * Tags text typed beside a hard break inside a tag. The break carries no marks, so ProseMirror would leave such text
 * untagged and make a gap.
 */
export const tagAcrossBreaks = (): Plugin =>
  new Plugin({
    key: new PluginKey('tagAcrossBreaks'),
    appendTransaction(transactions, _old, state) {
      if (
        transactions.some(
          (transaction) => isFromSharedDocument(transaction) || transaction.getMeta('uiEvent') !== undefined,
        )
      )
        return null
      const typed = transactions.length === 1 ? transactions[0] : undefined
      const step = typed?.steps.length === 1 ? typed.steps[0] : undefined
      const before = typed?.docs[0]
      if (
        !(step instanceof ReplaceStep) ||
        step.from !== step.to ||
        step.slice.openStart > 0 ||
        step.slice.size === 0 ||
        !before
      )
        return null
      const stretch: SheetRange = { from: step.from, to: step.from + step.slice.size }
      const { tr } = state
      for (const id of factsAround(before.resolve(step.from))) markText(tr, stretch, factMark(state.schema, id))
      return tr.docChanged ? tr.setStoredMarks(state.storedMarks) : null
    },
  })

/** Facts on the text at both sides of a position beside a hard break. */
function factsAround($position: ResolvedPos): readonly string[] {
  const isBreak = (node: SheetNode | null): boolean => node?.type.name === 'hardBreak'
  if (!isBreak($position.nodeBefore) && !isBreak($position.nodeAfter)) return []
  const left: SheetNode[] = []
  const right: SheetNode[] = []
  $position.parent.forEach((node, offset) => {
    if (!node.isText) return
    if (offset < $position.parentOffset) left.push(node)
    if (offset + node.nodeSize > $position.parentOffset) right.push(node)
  })
  const [before, after] = [left.at(-1), right[0]]
  return before && after ? factIdsOf(before).filter((id) => factIdsOf(after).includes(id)) : []
}
