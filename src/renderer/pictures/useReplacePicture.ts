import { useNotice, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'
import { laterPart } from '../ui/later'

/** The first frame replaces no picture. */
const replacing = laterPart(async () => import('./replacePicture'))

/** Puts another file in the place of a picture's (replacePicture.ts). */
export function useReplacePicture({
  editor,
}: StoryPart<'editor'>): (file: string, near: number) => Promise<string | undefined> {
  const { act, call } = useWindowServices().newsroom
  const { check, showAlert, announce } = useNotice()
  return async (file, near) => {
    if (!editor?.isEditable) return undefined
    const { replacePicture } = await replacing.load()
    return replacePicture(editor, { file, near }, { act, call, check, showAlert, announce })
  }
}
