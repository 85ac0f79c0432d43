/**
 * Marks the grafs that are other ones than in the version that readers have. They are compared when they are handed in,
 * after a pause; a key only moves the marks.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { standingBlock } from '../../story/copy/suggestions/markedCopy'
import { readMarkedBlock } from '../copy/readCopy'
import { eachTextNode } from '../copy/textNodes'

const key = new PluginKey<DecorationSet>('changedGrafs')

export const changedGrafs = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, marks) {
        const told = transaction.getMeta(key) as DecorationSet | undefined
        if (told) return told
        return transaction.docChanged && marks !== DecorationSet.empty
          ? marks.map(transaction.mapping, transaction.doc)
          : marks
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** `published`: the texts of all blocks of the version that readers have. Undefined: no next version is open. */
export function showChangedGrafs(view: EditorView, published: readonly string[] | undefined): void {
  if (view.isDestroyed) return
  const { state } = view
  const next = published ? DecorationSet.create(state.doc, changedIn(state.doc, published)) : DecorationSet.empty
  if (placesOf(next) === placesOf(key.getState(state) ?? DecorationSet.empty)) return
  view.dispatch(state.tr.setMeta(key, next).setMeta('addToHistory', false))
}

const placesOf = (marks: DecorationSet): string =>
  marks
    .find()
    .map(({ from, to }) => `${from}:${to}`)
    .join()

function changedIn(doc: SheetNode, published: readonly string[]): Decoration[] {
  const left = new Map<string, number>()
  for (const text of published) left.set(text, (left.get(text) ?? 0) + 1)
  /** Each published text stands for one block: a graf that was doubled is a new one. */
  const isKnown = (node: SheetNode): boolean => {
    const { text } = standingBlock(readMarkedBlock(node))
    const count = left.get(text) ?? 0
    if (count > 0) left.set(text, count - 1)
    return count > 0 || text.trim() === ''
  }
  const changed: Decoration[] = []
  doc.forEach((node, position) => {
    let isChanged = false
    const look = (one: SheetNode): void => {
      if (!isKnown(one)) isChanged = true
    }
    if (node.isTextblock) look(node)
    else eachTextNode(node, look)
    if (isChanged) changed.push(Decoration.node(position, position + node.nodeSize, { class: 'graf-changed' }))
  })
  return changed
}
