import { insertPicture } from '../../editor/pictures/pictureCommands'
import { useNotice, type StoryPart } from '../state'
import { runInSheet } from '../state/session/runEditor'
import { copyPicture } from './copyPicture'
import { useWindowServices } from '../state/windowServices'

/** Copies pictures into the library and puts them in at the caret, one after the other; then asks what must be said about the last. */
export function useInsertPicture(story: StoryPart<'editor'>): (files: readonly File[]) => Promise<void> {
  const { act } = useWindowServices().newsroom
  const { say, trouble, announce } = useNotice()
  const { open } = useWindowServices().panels
  return async (files) => {
    const { editor } = story
    if (!editor?.isEditable) return
    for (const file of files) {
      if (file.size > 8 * 1024 * 1024) say(`Copying ${file.name} into the library…`)
      const copied = await copyPicture(act, file, (share) => announce(`${Math.round(share * 100)} % copied`))
      if (!copied.ok) {
        trouble(copied.message)
        continue
      }
      if (!runInSheet(editor, insertPicture(copied.picture))) {
        trouble(
          'A picture stands between paragraphs of the body: put the caret there first. The file is in the library.',
        )
        return
      }
      open({ kind: 'picture', file: copied.picture.file, near: editor.state.selection.head })
    }
  }
}
