import { useStore } from 'zustand'
import { windowText } from '../../catalogue/window/window'
import { redoStory, undoStory } from '../../editor/sync/storyUndo'
import { keyOrName, useCommand, useNewsroom, useNotice, useStory, useStoryReadOnly } from '../state'
import { runInSheet } from '../state/session/runEditor'
import { useWindowServices } from '../state/windowServices'
import { isDialogOpen } from '../ui/focus/focusService'
import { focusSheet } from '../state/session/sheet/focusSheet'

/**
 * Registers undo and redo. In the sheet undo takes back words, as its keymap does. Elsewhere it takes back what came
 * last: words, or something that this window did outside them. Behind a dialog no words change. A verdict that came
 * last in review is taken back with a reason only, so undo changes nothing and says how. Before it takes back anything
 * older than an action that it cannot take back, it says so once. Where there is nothing to take back, as in a story
 * that was just opened, it says that.
 */
export function useUndo(): void {
  const { newsroom, panels } = useWindowServices()
  const { undoList } = newsroom
  const { say } = useNotice()
  const session = useNewsroom(({ session: open }) => open)
  const editor = useStory(({ editor: open }) => open)
  const readOnly = useStoryReadOnly()
  const hasSteps = useStore(undoList.store, ({ steps }) => steps.length > 0)
  const hasStory = session !== null
  const writable = readOnly === undefined && editor?.isEditable === true
  useCommand(
    'edit.undo',
    () => {
      const { newest, actedAt } = undoList
      const isInWords = editor?.view.hasFocus() === true
      const wordsAt = session?.editedAt ?? 0
      const [back, takeBack] = [keyOrName('review.back'), keyOrName('review.takeBack')]
      const { signedAt } = newsroom
      const undoable = Math.max(newest ?? 0, wordsAt)
      if (panels.store.getState().review && !isInWords && signedAt >= actedAt && signedAt > undoable)
        say(windowText('undo.verdict', { back, takeBack }))
      else if (!isInWords && actedAt > undoable) {
        newsroom.passActs(undoable)
        say(windowText('undo.other'))
      } else if (newest !== undefined && !isInWords && newest > wordsAt) void undoList.undoNewest()
      else if (isDialogOpen()) return
      else if (!writable) say(windowText('undo.nothing'))
      else if (undoStory(editor.state, editor.view.dispatch, editor.view)) focusSheet(editor)
    },
    hasStory || hasSteps,
  )
  useCommand('edit.redo', () => void (isDialogOpen() || runInSheet(editor, redoStory)), writable)
}
