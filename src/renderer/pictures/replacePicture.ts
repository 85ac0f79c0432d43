import type { Editor } from '@tiptap/core'
import { evidenceText } from '../../catalogue/window/evidence'
import { sheetText } from '../../catalogue/writing/sheet'
import { describePicture, findPicture } from '../../editor/pictures/pictureCommands'
import { isSuggesting } from '../../editor/suggesting/suggestingMode'
import type { useNotice } from '../state'
import type { useWindowServices } from '../state/windowServices'
import { copyPicture } from './copyPicture'

type Notices = Pick<ReturnType<typeof useNotice>, 'check' | 'showAlert' | 'announce'>
type Newsroom = Pick<ReturnType<typeof useWindowServices>['newsroom'], 'act' | 'call'>

/**
 * Asks for a file and puts it in the place of a picture's. Cutline, credit, rights, alternative text and capture date
 * stay. `near`: the picture of `file` that is nearest to this position. Resolves with the new file; undefined: nothing
 * changed, and the person was told why unless they cancelled.
 */
export async function replacePicture(
  editor: Editor,
  { file, near }: { readonly file: string; readonly near: number },
  { act, call, check, showAlert, announce }: Newsroom & Notices,
): Promise<string | undefined> {
  const refuse = (why: string): undefined => void showAlert(why)
  // A picture is never a suggestion. Someone who only proposes is told so before choosing a file.
  if (isSuggesting(editor.state)) return refuse(evidenceText('pictureForm.noReplacing'))
  const [chosen] = check(await call('choosePictures', { replaces: true })) ?? []
  if (!chosen) return undefined
  if ('problem' in chosen) return refuse(chosen.problem)
  const copied = await copyPicture(act, new File([new Uint8Array(chosen.bytes)], chosen.name), (share) =>
    announce(sheetText('insertPicture.copied', { round: Math.round(share * 100) })),
  )
  if (!copied.ok) return refuse(copied.message)
  if (editor.isDestroyed) return refuse(sheetText('insertPicture.storyClosed', { name: chosen.name }))
  const found = findPicture(editor.state, file, near)
  if (!found) return refuse(evidenceText('pictureForm.pictureGone'))
  if (isSuggesting(editor.state) || !editor.isEditable) return refuse(evidenceText('pictureForm.noReplacing'))
  describePicture(found.position, copied.picture)(editor.state, editor.view.dispatch)
  return copied.picture.file
}
