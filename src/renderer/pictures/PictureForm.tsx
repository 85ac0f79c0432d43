import type { Editor } from '@tiptap/core'
import { evidenceText } from '../../catalogue/window/evidence'
import { useState, type FormEvent } from 'react'
import { describePicture, findPicture } from '../../editor/pictures/pictureCommands'
import { isSuggesting } from '../../editor/suggesting/suggestingMode'
import { isCaptureDate, PICTURE_DETAILS, pictureAddress, type Picture } from '../../story/copy/picture'
import { sendOnEnter } from '../ui/sendOnEnter'
import { useSuggesting } from '../pen/useSuggesting'
import { Button, TextArea, TextField } from '../ui'
import { FormEnd } from '../ui/controls/FormEnd'
import { SideSheet } from '../ui/dialogs/SideSheet'
import { pick, useClose, useNewsroom, usePanels, useStory, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'
import { useReplacePicture } from './useReplacePicture'
import { useDraft } from '../state/hooks/useDraft'
import { useFocusOnProblem } from '../ui/focus/useFocusOnProblem'
import './pictureForm.css'

/** Asks for a picture's credit, rights, alternative text and capture date. */
export function PictureForm() {
  const overlay = usePanels(({ overlay }) => overlay)
  const story = useStory(pick('id', 'editor'))
  if (overlay?.kind !== 'picture' || !story?.editor) return null
  const { file, near } = overlay
  return <Opened key={`${story.id} ${file} ${near}`} story={story} editor={story.editor} file={file} near={near} />
}

interface OpenedProps {
  readonly story: StoryPart<'id' | 'editor'>
  readonly editor: Editor
  readonly file: string
  readonly near: number
}

/** Looks for the picture once: the form stays with what was typed when the picture goes. */
function Opened({ story, editor, file, near }: OpenedProps) {
  const [found] = useState(() => findPicture(editor.state, file, near))
  return found ? <Form story={story} start={found.picture} near={near} /> : null
}

function Form({
  story,
  start,
  near,
}: {
  readonly story: StoryPart<'id' | 'editor'>
  readonly start: Picture
  readonly near: number
}) {
  const close = useClose()
  const { penOf } = useSuggesting()
  const { panels } = useWindowServices()
  const person = useNewsroom(({ person = '' }) => person)
  const replace = useReplacePicture(story)
  const {
    draft: details,
    change: note,
    forget,
  } = useDraft((forms) => forms.picture, `${story.id} ${start.file}`, {
    credit: start.credit,
    rights: start.rights,
    alt: start.alt,
    captured: start.captured,
  })
  const [problem, setProblem] = useState<{ readonly at: 'captured' | 'form'; readonly text: string }>()
  const form = useFocusOnProblem(problem)
  const change =
    (name: keyof typeof details) =>
    (event: { readonly target: { readonly value: string } }): void => {
      note({ [name]: event.target.value })
      setProblem(undefined)
    }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const said = Object.fromEntries(Object.entries(details).map(([name, text]) => [name, text.trim()]))
    if (!isCaptureDate(details.captured.trim()))
      return setProblem({ at: 'captured', text: evidenceText('pictureForm.writeDate') })
    const unsaid = describe(said)
    if (unsaid !== undefined) return setProblem({ at: 'form', text: unsaid })
    forget()
    close()
  }

  /** The form goes on with the new file, and with what was typed. */
  const replaceFile = async (): Promise<void> => {
    const file = await replace(start.file, near)
    if (file === undefined || file === start.file) return
    const own = (of: string): string => `${person}\n${story.id} ${of}`
    const typed = panels.drafts.picture.get(own(start.file))
    if (typed) panels.drafts.picture.keep(own(file), typed)
    forget()
    const { overlay } = panels.store.getState()
    // The person may have gone elsewhere while the file was copied.
    if (overlay?.kind === 'picture' && overlay.file === start.file) panels.open({ kind: 'picture', file, near })
  }

  /** Writes the details into the copy. Returns why they are not there. */
  const describe = (said: Readonly<Record<string, string>>): string | undefined => {
    const { editor } = story
    const found = editor ? findPicture(editor.state, start.file, near) : undefined
    if (!editor || !found) return evidenceText('pictureForm.pictureStoryAnyMore')
    const proposes = isSuggesting(editor.state)
    const before = editor.state.doc
    // Details of a picture are never a suggestion.
    if (!proposes) describePicture(found.position, said)(editor.state, editor.view.dispatch)
    const differs = PICTURE_DETAILS.some((name) => said[name] !== found.picture[name])
    if (!differs || editor.state.doc !== before) return undefined
    if (!proposes) return evidenceText('pictureForm.notWritten')
    return penOf === undefined
      ? evidenceText('pictureForm.noSuggestion')
      : evidenceText('pictureForm.penOfOther', { holder: penOf })
  }

  return (
    <SideSheet title={evidenceText('pictureForm.picture')} onClose={close}>
      {start.file !== '' && start.width > 0 ? (
        <img
          className="picture-thumb"
          src={pictureAddress(start.file)}
          alt={details.alt}
          width={start.width}
          height={start.height}
        />
      ) : null}
      <p className="panel-note">
        {evidenceText('pictureForm.pixelsWhatFileSays', {
          width: start.width,
          height: start.height,
          toUpperCase: start.mediaType.replace('image/', '').toUpperCase(),
        })}
      </p>
      <Button onClick={() => void replaceFile()}>{evidenceText('pictureForm.replace')}</Button>
      <form ref={form} className="form" onSubmit={send} noValidate>
        <TextField
          label={evidenceText('pictureForm.credit')}
          autoFocus
          placeholder={evidenceText('pictureForm.kimJiWooExample')}
          value={details.credit}
          onChange={change('credit')}
        />
        <TextField
          label={evidenceText('pictureForm.rights')}
          hint={evidenceText('pictureForm.rightsHint')}
          value={details.rights}
          onChange={change('rights')}
        />
        <TextArea
          label={evidenceText('pictureForm.alternativeText')}
          hint={evidenceText('pictureForm.whatPictureShowsThose')}
          rows={3}
          value={details.alt}
          onKeyDown={sendOnEnter}
          onChange={change('alt')}
        />
        <TextField
          label={evidenceText('pictureForm.captureDate')}
          placeholder="2026-10-30"
          value={details.captured}
          error={problem?.at === 'captured' ? problem.text : undefined}
          onChange={change('captured')}
        />
        <FormEnd
          problem={problem?.at === 'form' ? problem.text : undefined}
          cancel={evidenceText('pictureForm.cancel')}
          onCancel={() => {
            forget()
            close()
          }}
        >
          <Button type="submit" look="primary">
            {evidenceText('pictureForm.save')}
          </Button>
        </FormEnd>
      </form>
    </SideSheet>
  )
}
