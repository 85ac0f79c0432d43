import { sheetText } from '../../catalogue/writing/sheet'
import { insertPicture } from '../../editor/pictures/pictureCommands'
import { useNotice, type StoryPart } from '../state'
import { runInSheet } from '../state/session/runEditor'
import { copyPicture } from './copyPicture'
import { useWindowServices } from '../state/windowServices'
import { inAnotherField } from '../ui/focus/focusService'

/**
 * Copies pictures into the library and puts them in at the caret, one after the other. Then asks for the details of the
 * last.
 */
export function useInsertPicture(story: StoryPart<'editor'>): (files: readonly File[]) => Promise<void> {
  const { act } = useWindowServices().newsroom
  const { say, showAlert, announce } = useNotice()
  const { panels } = useWindowServices()
  return async (files) => {
    const { editor } = story
    if (!editor?.isEditable) return
    for (const file of files) {
      if (file.size > 8 * 1024 * 1024) say(sheetText('insertPicture.copying', { name: file.name }))
      const { overlay } = panels.store.getState()
      const isInAnotherField = inAnotherField()
      const copied = await copyPicture(act, file, (share) =>
        announce(sheetText('insertPicture.copied', { round: Math.round(share * 100) })),
      )
      if (!copied.ok) {
        showAlert(copied.message)
        continue
      }
      if (editor.isDestroyed) return showAlert(sheetText('insertPicture.storyClosed', { name: file.name }))
      // Copying takes a while. A person who went elsewhere meanwhile keeps the keyboard there.
      const isElsewhere = panels.store.getState().overlay !== overlay || (overlay === null && isInAnotherField())
      const insert = insertPicture(copied.picture)
      const isIn = isElsewhere ? insert(editor.state, editor.view.dispatch, editor.view) : runInSheet(editor, insert)
      if (!isIn) return showAlert(sheetText('insertPicture.betweenGrafs'))
      if (isElsewhere) continue
      panels.open({ kind: 'picture', file: copied.picture.file, near: editor.state.selection.head })
    }
  }
}
