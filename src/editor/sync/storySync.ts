import { Extension, type Editor } from '@tiptap/core'
import type { Node as SheetNode } from '@tiptap/pm/model'
import type { EditorState, Plugin, Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { ySyncPlugin, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { setFactTag, setSuggestionRecord } from '../../document/createStoryDoc'
import { COPY_FRAGMENT, FACTS_MAP, SUGGESTIONS_MAP } from '../../story/copy/documentSchema'
import type { FactTag } from '../../story/ledger/facts/fact'
import type { SuggestionRecord } from '../../story/copy/suggestions/suggestion'
import { asSuggestion } from '../suggesting/asSuggestion'
import { isSuggesting } from '../suggesting/suggestingMode'
import { isProposal, suggestionRecordsOf } from '../suggesting/suggestionRecords'
import { bindBlockwise, writeStage } from './bindBlockwise'
import { bindingOf } from '../copy/bindingOf'
import { writeSheet } from './sheetBinding'
import { caretAcrossUpdates } from './caretAcrossUpdates'
import { factRecordsOf, isOwnUndoStep } from '../copy/factRecords'
import { ASKED_FOR, isFromSharedDocument } from '../copy/origin'
import { storyUndoPlugin, type UndoTells } from './storyUndo'
import type { TagLineage } from './tags/tagLineage'

export interface StorySyncOptions {
  readonly doc: Y.Doc
  readonly manager: Y.UndoManager
  readonly lineage: TagLineage
  /** The mapping from which the first sheet was made. */
  readonly mapping: () => ProsemirrorBinding['mapping']
  /** Called after a mark and its record have reached the shared document. */
  readonly onTagged?: ((facts: readonly FactTag[]) => void) | undefined
  /** Called when an edit in Suggesting mode cannot be proposed. It was not made. */
  readonly onUnproposable?: (() => void) | undefined
  readonly undoTells: UndoTells
}

/** What is typed in one paragraph with shorter pauses is one undo step. */
const UNDO_STEP_MS = 500

/**
 * One undo manager for copy, marks and the records of facts tagged here. Signatures are elsewhere and are never undone.
 */
export function storyUndoManager(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager([doc.getXmlFragment(COPY_FRAGMENT), doc.getMap(FACTS_MAP), doc.getMap(SUGGESTIONS_MAP)], {
    trackedOrigins: new Set<unknown>([ySyncPluginKey, ASKED_FOR]),
    captureTimeout: UNDO_STEP_MS,
  })
}

/** Binds the sheet to the story's shared document. */
export const storySync = ({
  doc,
  manager,
  lineage,
  mapping,
  onTagged,
  onUnproposable,
  undoTells,
}: StorySyncOptions): Extension => {
  /** The block that this person changed last. */
  let changed: string | undefined
  return Extension.create({
    name: 'storySync',
    priority: 1000,
    addProseMirrorPlugins: () => [
      ySyncPlugin(doc.getXmlFragment(COPY_FRAGMENT), { mapping: mapping() }) as Plugin,
      bindBlockwise(),
      storyUndoPlugin(manager, lineage, undoTells),
      caretAcrossUpdates(),
    ],
    dispatchTransaction({ transaction: done, next }) {
      const transaction = asWritten(this.editor, done)
      if (!transaction) {
        onUnproposable?.()
        return
      }
      const ownStep = isOwnUndoStep(transaction)
      const isOwn = transaction.docChanged && !isFromSharedDocument(transaction)
      const [from, to] = [blockOf(this.editor.state), blockOf(transaction)]
      // Each paragraph and cell begins a step: who types without a pause would else undo the whole story at once.
      if (ownStep || (isOwn && (from !== changed || to !== from))) manager.stopCapturing()
      if (isOwn) changed = to
      const records = factRecordsOf(transaction)
      const proposed = suggestionRecordsOf(transaction)
      const stages = isFromSharedDocument(transaction) ? [] : stagesOf(transaction)
      if (records.length === 0 && proposed.length === 0 && stages.length === 0) next(transaction)
      else writeTogether(this.editor, doc, { records, proposed, stages }, () => next(transaction))
      if (ownStep) manager.stopCapturing()
      if (records.length > 0) onTagged?.(records)
    },
  })
}

/** The place of the block, cell or cutline with the caret. */
const blockOf = ({ selection: { $head } }: Pick<EditorState, 'selection'>): string =>
  Array.from({ length: $head.depth }, (_, depth) => $head.index(depth)).join('.')

/** In Suggesting mode, the edit as a proposal. Undefined if it cannot be proposed. */
function asWritten({ state }: Editor, done: Transaction): Transaction | undefined {
  if (
    !done.docChanged ||
    !isSuggesting(state) ||
    isFromSharedDocument(done) ||
    isProposal(done) ||
    done.before !== state.doc
  )
    return done
  return asSuggestion(state, done)
}

/**
 * The sheets between the replacements of one transaction. The binding writes one difference per block: two distant
 * replacements would delete and rewrite everything between, also other people's text and its authorship.
 */
function stagesOf({ steps, docs, before: first }: Transaction): Stage[] {
  const replacements = steps.flatMap((step, index) => (step instanceof ReplaceStep ? [index] : []))
  const sheets = replacements.slice(1).flatMap((index) => docs[index] ?? [])
  return sheets.map((sheet, index) => ({ before: sheets[index - 1] ?? first, sheet }))
}

interface Stage {
  readonly before: SheetNode
  readonly sheet: SheetNode
}

interface Together {
  readonly records: readonly FactTag[]
  readonly proposed: readonly SuggestionRecord[]
  readonly stages: readonly Stage[]
}

/**
 * Writes marks, records and every stage in one Y transaction, so that no replica sees one without the other. Holds the
 * binding's mutex: it opens no transaction and does not render this one.
 */
function writeTogether(editor: Editor, doc: Y.Doc, { records, proposed, stages }: Together, apply: () => void): void {
  const binding = bindingOf(editor.state)
  binding.mux(
    () =>
      doc.transact(() => {
        for (const record of records) setFactTag(doc, record)
        for (const record of proposed) setSuggestionRecord(doc, record)
        apply()
        for (const { before, sheet } of stages) writeStage(binding, before, sheet)
        writeSheet(binding, editor.state.doc)
      }, ySyncPluginKey),
    () => {
      throw new Error('The sheet was changed while it was being rendered.')
    },
  )
}
