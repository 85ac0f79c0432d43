import { evidenceText } from '../../catalogue/window/evidence'
import { useState, type FormEvent } from 'react'
import { describePicture, findPicture } from '../../editor/pictures/pictureCommands'
import { isCaptureDate, pictureAddress, type Picture } from '../../story/copy/picture'
import { sendOnEnter } from '../ui/sendOnEnter'
import { Button, SideSheet, TextArea, TextField } from '../ui'
import { pick, useClose, useNotice, usePanels, useStory, type StoryPart } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { useFocusOnProblem } from '../ui/focus/useFocusOnProblem'
import './pictureForm.css'

/** Asks for a picture's credit, rights, alternative text and capture date. */
export function PictureForm() {
  const overlay = usePanels(({ overlay }) => overlay)
  const story = useStory(pick('id', 'editor'))
  if (overlay?.kind !== 'picture' || !story) return null
  const found = story.editor ? findPicture(story.editor.state, overlay.file, overlay.near) : undefined
  return found ? (
    <Form key={`${overlay.file} ${overlay.near}`} story={story} start={found.picture} near={overlay.near} />
  ) : null
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
  const { say } = useNotice()
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
  const [problem, setProblem] = useState<string>()
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
    if (!isCaptureDate(details.captured.trim())) return setProblem(evidenceText('pictureForm.writeDay202610'))
    const { editor } = story
    const found = editor ? findPicture(editor.state, start.file, near) : undefined
    if (!editor || !found) say(evidenceText('pictureForm.pictureStoryAnyMore'))
    else describePicture(found.position, said)(editor.state, editor.view.dispatch)
    forget()
    close()
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
          hint={evidenceText('pictureForm.whatMayUsedWho')}
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
          error={problem}
          onChange={change('captured')}
        />
        <div className="form-foot">
          <Button
            onClick={() => {
              forget()
              close()
            }}
          >
            {evidenceText('pictureForm.cancel')}
          </Button>
          <Button type="submit" look="primary">
            {evidenceText('pictureForm.save')}
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}
