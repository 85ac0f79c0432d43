import { sheetText } from '../../catalogue/writing/sheet'
import type { Editor } from '@tiptap/core'
import { HeldPlace } from '../../editor/pictures/heldPlace'
import { findPicture, insertPicture, insertPictureAt } from '../../editor/pictures/pictureCommands'
import { useNotice, type StoryPart } from '../state'
import { runInSheet } from '../state/session/runEditor'
import { useWindowServices } from '../state/windowServices'
import { inAnotherField } from '../ui/focus/focusService'
import { laterPart } from '../ui/later'

/** The first frame needs no copying. */
const copying = laterPart(async () => import('./copyPicture'))

/**
 * Copies pictures into the library and puts them in where the caret was, one after the other. Then asks for the details
 * of the last.
 */
export function useInsertPicture(story: StoryPart<'editor'>): (files: readonly File[]) => Promise<void> {
  const { act } = useWindowServices().newsroom
  const { say, showAlert, announce } = useNotice()
  const { panels } = useWindowServices()

  const insertAll = async (editor: Editor, place: HeldPlace, files: readonly File[]): Promise<void> => {
    let isFirst = true
    for (const file of files) {
      if (file.size > 8 * 1024 * 1024) say(sheetText('insertPicture.copying', { name: file.name }))
      const { overlay } = panels.store.getState()
      const isInAnotherField = inAnotherField()
      const { copyPicture } = await copying.load()
      const copied = await copyPicture(act, file, (share) =>
        announce(sheetText('insertPicture.copied', { round: Math.round(share * 100) })),
      )
      if (!copied.ok) {
        showAlert(copied.message)
        continue
      }
      if (editor.isDestroyed) return showAlert(sheetText('insertPicture.storyClosed', { name: file.name }))
      // Copying takes a while. A person who went elsewhere meanwhile keeps the keyboard there, and what they selected.
      const isElsewhere = panels.store.getState().overlay !== overlay || (overlay === null && isInAnotherField())
      const { isSelected } = place
      const insert =
        isSelected && isFirst ? insertPicture(copied.picture) : insertPictureAt(copied.picture, place.range.to)
      const isIn = isElsewhere ? insert(editor.state, editor.view.dispatch, editor.view) : runInSheet(editor, insert)
      if (!isIn) return showAlert(sheetText('insertPicture.betweenGrafs'))
      isFirst = false
      const found = findPicture(editor.state, copied.picture.file, place.range.to)
      if (!found) return
      place.moveTo(found.position + (editor.state.doc.nodeAt(found.position)?.nodeSize ?? 0))
      if (isElsewhere || !isSelected) continue
      panels.open({ kind: 'picture', file: copied.picture.file, near: found.position })
    }
  }
  return async (files) => {
    const { editor } = story
    if (!editor?.isEditable) return
    const place = new HeldPlace(editor)
    try {
      await insertAll(editor, place, files)
    } finally {
      place.release()
    }
  }
}
