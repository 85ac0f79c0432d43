import { useStore } from 'zustand'
import { redoStory, undoStory } from '../../editor/sync/storyUndo'
import { useCommand, useNewsroom, useStory, useStoryReadOnly } from '../state'
import { runInSheet } from '../state/session/runEditor'
import { useWindowServices } from '../state/windowServices'
import { isDialogOpen } from '../ui/focus/focusService'

/**
 * Registers undo and redo. In the sheet undo takes back words, as its keymap does. Elsewhere it takes back what came
 * last: words, or something that this window did outside them. Behind a dialog no words change.
 */
export function useUndo(): void {
  const { undoList } = useWindowServices().newsroom
  const session = useNewsroom(({ session: open }) => open)
  const editor = useStory(({ editor: open }) => open)
  const readOnly = useStoryReadOnly()
  const hasSteps = useStore(undoList.store, ({ steps }) => steps.length > 0)
  const writable = readOnly === undefined && editor?.isEditable === true
  useCommand(
    'edit.undo',
    () => {
      const { newest } = undoList
      const isInWords = editor?.view.hasFocus() === true
      if (newest !== undefined && !isInWords && newest > (session?.editedAt ?? 0)) void undoList.undoNewest()
      else if (writable && !isDialogOpen()) runInSheet(editor, undoStory)
    },
    writable || hasSteps,
  )
  useCommand('edit.redo', () => void (isDialogOpen() || runInSheet(editor, redoStory)), writable)
}
