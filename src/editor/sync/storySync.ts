import { Extension, type Editor } from '@tiptap/core'
import type { Plugin } from '@tiptap/pm/state'
import { ySyncPlugin, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { setFactTag } from '../../document/createStoryDoc'
import { COPY_FRAGMENT, FACTS_MAP } from '../../story/documentSchema'
import type { FactTag } from '../../story/fact'
import { caretAcrossUpdates } from './caretAcrossUpdates'
import { factRecordsOf, isOwnUndoStep } from './factRecords'
import { bindingOf, storyUndoPlugin } from './storyUndo'
import type { TagLineage } from './tagLineage'

export interface StorySyncOptions {
  readonly doc: Y.Doc
  readonly manager: Y.UndoManager
  readonly lineage: TagLineage
  /** What the first sheet was made of. */
  readonly mapping: () => ProsemirrorBinding['mapping']
  /** Told after a mark and its record have reached the shared document. */
  readonly onTagged?: ((facts: readonly FactTag[]) => void) | undefined
}

/** One undo for copy and marks and for the records of facts tagged here; signatures live elsewhere and are never undone. */
export function storyUndoManager(doc: Y.Doc, captureTimeout: number): Y.UndoManager {
  return new Y.UndoManager([doc.getXmlFragment(COPY_FRAGMENT), doc.getMap(FACTS_MAP)], {
    trackedOrigins: new Set<unknown>([ySyncPluginKey]),
    captureTimeout
  })
}

/** Binds the sheet to the story's shared document. */
export const storySync = ({ doc, manager, lineage, mapping, onTagged }: StorySyncOptions): Extension =>
  Extension.create({
    name: 'storySync',
    priority: 1000,
    addProseMirrorPlugins: () => [ySyncPlugin(doc.getXmlFragment(COPY_FRAGMENT), { mapping: mapping() }) as Plugin, storyUndoPlugin(manager, lineage), caretAcrossUpdates()],
    dispatchTransaction({ transaction, next }) {
      const ownStep = isOwnUndoStep(transaction)
      if (ownStep) manager.stopCapturing()
      const records = factRecordsOf(transaction)
      if (records.length === 0) next(transaction)
      else writeTogether(this.editor, doc, records, () => next(transaction))
      if (ownStep) manager.stopCapturing()
      if (records.length > 0) onTagged?.(records)
    }
  })

/**
 * Marks and records in one Y transaction, so that no replica ever sees one without the other. The binding's own mutex is
 * held meanwhile: it neither opens a transaction of its own nor renders the document again in answer to this one.
 */
function writeTogether(editor: Editor, doc: Y.Doc, records: readonly FactTag[], apply: () => void): void {
  const binding = bindingOf(editor.state)
  binding.mux(
    () => doc.transact(() => {
      for (const record of records) setFactTag(doc, record)
      apply()
      binding._prosemirrorChanged(editor.state.doc)
    }, ySyncPluginKey),
    () => {
      throw new Error('A fact was tagged while the sheet was being rendered.')
    }
  )
}
