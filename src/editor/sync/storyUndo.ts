/**
 * Undo through the one Y.UndoManager. The binding's undo plugin is not used: it destroys the manager when plugins are
 * added to a running editor, and it restores the caret of the previous step.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { relativePositionToAbsolutePosition, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { bindingOf } from '../copy/bindingOf'
import { relativeSelection, type RelativeSelection } from './bindBlockwise'
import { cutAtRedone } from './cutAtRedone'
import { ASKED_FOR, isFromSharedDocument } from '../copy/origin'
import { factsInDoc, rangesOfFact, textOf } from '../facts/factRanges'
import { keepingHeldTags } from './tags/heldTags'
import type { TagLineage } from './tags/tagLineage'
import { undoneMarks, type UndoneMarks } from './undoneMarks'

interface UndoState {
  readonly manager: Y.UndoManager
  readonly lineage: TagLineage
  readonly tells: UndoTells
  /** The selection before the person's last change. */
  readonly before: RelativeSelection | undefined
  /** While an undo or redo runs: the selection when it was requested. */
  readonly asked: { selection: RelativeSelection | undefined }
}

/** Called after undo or redo has changed tags or comments only. */
export type OnUndone = (undone: UndoneMarks) => void

/** What an undo asks and tells the window. */
export interface UndoTells {
  readonly onUndone?: OnUndone | undefined
  /** Called when an undo was asked for and there is nothing to take back. */
  readonly onNothing?: (() => void) | undefined
  /** Whether a tag comes off by an untag request only. Absent: none does. */
  readonly isHeld?: ((fact: string) => boolean) | undefined
  /** Called with the words whose tags an undo would have taken off. They have them still. */
  readonly onTagsHeld?: ((words: readonly string[]) => void) | undefined
}

const key = new PluginKey<UndoState>('storyUndo')
const SELECTION = 'stet.selection'

export function storyUndoPlugin(manager: Y.UndoManager, lineage: TagLineage, tells: UndoTells): Plugin<UndoState> {
  return new Plugin<UndoState>({
    key,
    state: {
      init: () => ({ manager, lineage, tells, before: undefined, asked: { selection: undefined } }),
      apply(transaction, value, oldState) {
        if (
          !transaction.docChanged ||
          isFromSharedDocument(transaction) ||
          transaction.getMeta('appendedTransaction') !== undefined
        )
          return value
        return { ...value, before: relativeSelection(bindingOf(oldState), oldState) }
      },
    },
    view(view) {
      const remember = ({
        stackItem,
        type,
        origin,
      }: {
        stackItem: { meta: Map<unknown, unknown> }
        type: 'undo' | 'redo'
        origin: unknown
      }): void => {
        // Main made it, and `before` is of what was typed before it: its undo leaves the caret where it is.
        if (origin === ASKED_FOR) return
        const { asked, before } = undoStateOf(view.state)
        // Undo makes a redo item, and redo an undo item. Both return to the caret at the request.
        const selection = asked.selection ?? (type === 'undo' ? before : undefined)
        if (selection) stackItem.meta.set(SELECTION, selection)
      }
      manager.on('stack-item-added', remember)
      const stopCutting = cutAtRedone(bindingOf(view.state).doc, manager)
      return {
        destroy: () => {
          manager.off('stack-item-added', remember)
          stopCutting()
        },
      }
    },
    props: {
      handleDOMEvents: {
        // The browser's own undo does not know the shared document.
        beforeinput(view, event) {
          if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
          event.preventDefault()
          // An empty field has nothing to undo. The browser then goes to the last field that was typed in: this sheet.
          if (view.hasFocus()) step(view, event.inputType === 'historyUndo' ? 'undo' : 'redo')
          return true
        },
      },
    },
  })
}

function undoStateOf(state: EditorState): UndoState {
  const value = key.getState(state)
  if (!value) throw new Error('This editor has no undo.')
  return value
}

export const undoManagerOf = (state: EditorState): Y.UndoManager => undoStateOf(state).manager

/** Calls `then` once the latest step is taken back: by key, menu or button. */
export function onceTakenBack(state: EditorState, then: () => void): void {
  const manager = undoManagerOf(state)
  const step = manager.undoStack.at(-1)
  const look = ({ stackItem }: { readonly stackItem: unknown }): void => {
    if (stackItem !== step) return
    manager.off('stack-item-popped', look)
    then()
  }
  manager.on('stack-item-popped', look)
}

/** Undoes this person's last step. Other people's changes stay. Without any step it says so. */
export const undoStory: Command = (state, dispatch, view) => {
  const { manager, tells } = undoStateOf(state)
  if (!manager.canUndo()) {
    if (dispatch) tells.onNothing?.()
    return false
  }
  return !dispatch || !view || step(view, 'undo')
}

export const redoStory: Command = (state, dispatch, view) => {
  if (!undoManagerOf(state).canRedo()) return false
  return !dispatch || !view || step(view, 'redo')
}

function step(view: EditorView, direction: 'undo' | 'redo'): boolean {
  const { manager, lineage, asked, tells } = undoStateOf(view.state)
  const { doc } = view.state
  const binding = bindingOf(view.state)
  asked.selection = relativeSelection(binding, view.state)
  try {
    const { isHeld = () => false, onUndone, onTagsHeld } = tells
    const inCopy = (): ReadonlySet<string> => factsInDoc(view.state.doc)
    const { value: item, kept } = keepingHeldTags(binding.doc, { isHeld, inCopy }, () =>
      lineage.undo(() => (direction === 'undo' ? manager.undo() : manager.redo())),
    )
    if (!item) return false
    restoreSelection(view, binding, item.meta.get(SELECTION) as RelativeSelection | undefined)
    const undone = undoneMarks(doc, view.state.doc)
    if (undone) onUndone?.({ direction, ...undone })
    if (kept.size > 0) onTagsHeld?.([...kept].map((fact) => wordsOfFact(view.state.doc, fact)))
    return true
  } finally {
    asked.selection = undefined
  }
}

const wordsOfFact = (doc: SheetNode, fact: string): string =>
  rangesOfFact(doc, fact)
    .map((range) => textOf(doc, range))
    .join(' ')

function restoreSelection(
  view: EditorView,
  binding: ProsemirrorBinding,
  selection: RelativeSelection | undefined,
): void {
  if (!selection) return
  const anchor = relativePositionToAbsolutePosition(binding.doc, binding.type, selection.anchor, binding.mapping)
  const head = relativePositionToAbsolutePosition(binding.doc, binding.type, selection.head, binding.mapping)
  if (anchor === null || head === null) return
  const { doc, tr } = view.state
  const size = doc.content.size
  view.dispatch(
    tr
      .setSelection(TextSelection.between(doc.resolve(Math.min(anchor, size)), doc.resolve(Math.min(head, size))))
      .scrollIntoView(),
  )
}
