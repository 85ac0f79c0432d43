/**
 * Writes only the block that changed. For every keystroke and every move of the caret the binding compares the whole
 * sheet with the whole shared document, and walks to the caret three times: 2 ms of a keystroke in 2,800 grafs. A
 * change of more than one block, or of a block that is not as it was written, goes the binding's own way.
 */
import type { Node as SheetNode, ResolvedPos } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state'
import {
  absolutePositionToRelativePosition,
  getRelativeSelection,
  updateYFragment,
  ySyncPluginKey,
  type ProsemirrorBinding,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { changedBlocks } from '../copy/changedBlocks'
import { insertInPlace } from './insertInPlace'
import { bindingOf } from '../copy/bindingOf'
import { replaceBeforeTransactions, replaceSheetWriter } from './sheetBinding'

export type RelativeSelection = ReturnType<typeof getRelativeSelection>

/** Must follow the binding's own plugin, before the binding listens to anything. */
export const bindBlockwise = (): Plugin =>
  new Plugin({
    key: new PluginKey('bindBlockwise'),
    state: {
      init: (_config, state) => writeBlockwise(bindingOf(state)),
      apply: (_transaction, value) => value,
    },
  })

/** The selection as positions in the shared document, equal to those of the binding. */
export function relativeSelection(binding: ProsemirrorBinding, state: EditorState): RelativeSelection {
  const { selection } = state
  if (!(selection instanceof TextSelection)) return getRelativeSelection(binding, state)
  const anchor = relativePosition(binding, selection.$anchor)
  const head = selection.empty ? anchor : relativePosition(binding, selection.$head)
  return { type: 'text', depth: undefined, anchor, head, absAnchor: selection.anchor, absHead: selection.head }
}

/**
 * Writes `sheet`, to which one replacement leads from `before`, the sheet that was written last. Costs as much as its
 * block: with the binding's own way a replacement of 7,500 words compares 7,500 whole sheets.
 */
export function writeStage(binding: ProsemirrorBinding, before: SheetNode, sheet: SheetNode): void {
  const { block, node } = changeIn(binding, before, sheet) ?? {}
  if (!block || !node) return updateYFragment(binding.doc, binding.type, sheet, binding)
  updateYFragment(binding.doc, block, node, binding)
  binding.mapping.set(binding.type, sheet)
}

function writeBlockwise(binding: ProsemirrorBinding): void {
  /** The sheet that was written last. */
  let written: SheetNode | undefined
  replaceSheetWriter(binding, (writeSheet) => (sheet) => {
    const before = written
    written = sheet
    const change = before && changeIn(binding, before, sheet)
    if (!change) return writeSheet(sheet)
    binding.doc.transact(() => {
      if (change.block) {
        insertInPlace(change.block, change.before, change.node)
        updateYFragment(binding.doc, change.block, change.node, binding)
        binding.mapping.set(binding.type, sheet)
      }
      binding.beforeTransactionSelection = relativeSelection(binding, binding.prosemirrorView.state as EditorState)
    }, ySyncPluginKey)
  })
  replaceBeforeTransactions(binding, () => {
    const { prosemirrorView: view } = binding
    if (view === null || binding.beforeTransactionSelection !== null) return
    // While the sheet is being written nothing is rendered, and the selection is taken afterwards.
    binding.mux(() => {
      binding.beforeTransactionSelection = relativeSelection(binding, view.state as EditorState)
    })
  })
}

interface Change {
  /** Absent: nothing changed. */
  readonly block?: Y.XmlElement
  /** What the sheet has there, as it was written last and now. */
  readonly before: SheetNode
  readonly node: SheetNode
}

/** The only changed block of the sheet. Undefined if more changed, or the block is not as it was written. */
function changeIn({ type, mapping }: ProsemirrorBinding, before: SheetNode, sheet: SheetNode): Change | undefined {
  if (before === sheet) return { before, node: sheet }
  const { from, to, toBefore } = changedBlocks(before, sheet)
  if (to - from !== 1 || toBefore - from !== 1 || type.length !== sheet.childCount) return undefined
  const block = type.get(from)
  const node = sheet.child(from)
  const old = before.child(from)
  return block instanceof Y.XmlElement && block.nodeName === node.type.name && mapping.get(block) === old
    ? { block, before: old, node }
    : undefined
}

function relativePosition({ type, mapping }: ProsemirrorBinding, $position: ResolvedPos): Y.RelativePosition {
  const block = $position.depth === 1 ? type.get($position.index(0)) : undefined
  // A block that differs from the mapping is not written yet: only the binding's own walk counts correctly there.
  const text = block instanceof Y.XmlElement && mapping.get(block) === $position.parent ? block.firstChild : undefined
  return text instanceof Y.XmlText && $position.parentOffset <= text.length
    ? Y.createRelativePositionFromTypeIndex(text, $position.parentOffset, -1)
    : absolutePositionToRelativePosition($position.pos, type, mapping)
}
