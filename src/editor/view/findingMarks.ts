/**
 * Marks the words of findings: those of the selected one and those of its group. The list of issues sets them while it
 * is open. Without it the plugin does nothing at a key.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Range } from '../../story/copy/copy'
import { sheetRangeIn } from '../copy/readCopy'
import { countTexts, eachTextNode } from '../copy/textNodes'
import type { BlockRange } from './layout/nearBlocks'
import { nearBlocksOf } from './layout/offscreenBlocks'

export interface FindingMark extends Range {
  readonly isSelected: boolean
}

interface Kept {
  /** By block of the copy. */
  readonly marks: ReadonlyMap<number, readonly FindingMark[]>
  /** Of the blocks around the screen. */
  readonly decorations: DecorationSet
  /** The words have changed since the marks were set: the list follows after a pause. */
  readonly isOld: boolean
}

type Asked = { readonly kind: 'marks'; readonly marks: readonly FindingMark[] } | { readonly kind: 'near' }

const key = new PluginKey<Kept>('findingMarks')
const NOTHING: Kept = { marks: new Map(), decorations: DecorationSet.empty, isOld: false }

export const findingMarks = (): Plugin =>
  new Plugin<Kept>({
    key,
    state: {
      init: () => NOTHING,
      apply(transaction, kept, old, state) {
        const asked = transaction.getMeta(key) as Asked | undefined
        if (asked?.kind === 'marks') return marked(asked.marks, state.doc, nearBlocksOf(old)?.range)
        if (kept === NOTHING) return kept
        if (transaction.docChanged)
          return { ...kept, isOld: true, decorations: kept.decorations.map(transaction.mapping, transaction.doc) }
        if (asked?.kind !== 'near' || kept.isOld) return kept
        return { ...kept, decorations: drawn(kept.marks, state.doc, nearBlocksOf(old)?.range) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (sheet) => ({
      destroy:
        nearBlocksOf(sheet.state)?.listen(() => {
          if (hasFindingMarks(sheet.state)) ask(sheet, { kind: 'near' })
        }) ?? (() => undefined),
    }),
  })

/** Shows these marks instead of the ones before. None: the list is closed. */
export function setFindingMarks(view: EditorView, marks: readonly FindingMark[]): void {
  if (view.isDestroyed || (marks.length === 0 && !hasFindingMarks(view.state))) return
  ask(view, { kind: 'marks', marks })
}

export const hasFindingMarks = (state: EditorState): boolean => (key.getState(state) ?? NOTHING) !== NOTHING

const ask = (view: EditorView, asked: Asked): void =>
  view.dispatch(view.state.tr.setMeta(key, asked).setMeta('addToHistory', false))

function marked(marks: readonly FindingMark[], doc: SheetNode, screen: BlockRange | undefined): Kept {
  if (marks.length === 0) return NOTHING
  const byBlock = new Map<number, FindingMark[]>()
  for (const mark of marks) {
    const others = byBlock.get(mark.block)
    if (others) others.push(mark)
    else byBlock.set(mark.block, [mark])
  }
  return { marks: byBlock, decorations: drawn(byBlock, doc, screen), isOld: false }
}

function drawn(marks: Kept['marks'], doc: SheetNode, screen: BlockRange | undefined): DecorationSet {
  const decorations: Decoration[] = []
  let block = 0
  let position = 0
  for (let index = 0; index < doc.childCount; index++) {
    const node = doc.child(index)
    if (!screen || (index >= screen.first && index <= screen.last)) {
      let inNode = block
      const addMarks = (text: SheetNode, before: number): void => {
        for (const mark of marks.get(inNode) ?? []) {
          const { from, to } = sheetRangeIn(text, before, mark)
          if (from < to) decorations.push(Decoration.inline(from, to, { class: classOf(mark) }))
        }
        inNode++
      }
      if (node.isTextblock) addMarks(node, position)
      else eachTextNode(node, (text, offset) => addMarks(text, position + 1 + offset))
    }
    block += countTexts(node)
    position += node.nodeSize
  }
  return DecorationSet.create(doc, decorations)
}

const classOf = ({ isSelected }: FindingMark): string =>
  isSelected ? 'finding-words finding-words-selected' : 'finding-words'
