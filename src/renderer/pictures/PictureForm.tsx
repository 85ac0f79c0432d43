import { useState, type FormEvent } from 'react'
import { describePicture, findPicture } from '../../editor/pictures/pictureCommands'
import { isCaptureDate, pictureAddress, type Picture } from '../../story/copy/picture'
import { sendOnEnter } from '../ui/sendOnEnter'
import { Button, SideSheet, TextArea, TextField } from '../ui'
import { pick, useClose, useNotice, usePanels, useStory, type StoryPart } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { useFocusOnProblem } from '../ui/focus/useFocusOnProblem'
import './pictureForm.css'

/** What is said about the picture in the open overlay: credit, rights, text for those who cannot see it, capture date. */
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
    if (!isCaptureDate(details.captured.trim()))
      return setProblem('Write the day as 2026-10-30, or the instant as 2026-10-30T14:05+09:00.')
    const { editor } = story
    const found = editor ? findPicture(editor.state, start.file, near) : undefined
    if (!editor || !found) say('The picture is not in the story any more.')
    else describePicture(found.position, said)(editor.state, editor.view.dispatch)
    forget()
    close()
  }
  return (
    <SideSheet title="Picture" onClose={close}>
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
        {start.width} × {start.height} pixels, {start.mediaType.replace('image/', '').toUpperCase()}. What the file says
        of the camera and the place stays in the library.
      </p>
      <form ref={form} className="form" onSubmit={send} noValidate>
        <TextField
          label="Credit"
          autoFocus
          placeholder="Kim Ji-woo / Example Wire"
          value={details.credit}
          onChange={change('credit')}
        />
        <TextField
          label="Rights"
          hint="What it may be used for, and who holds the rights."
          value={details.rights}
          onChange={change('rights')}
        />
        <TextArea
          label="Alternative text"
          hint="What the picture shows, for those who cannot see it. The cutline is written under the picture."
          rows={3}
          value={details.alt}
          onKeyDown={sendOnEnter}
          onChange={change('alt')}
        />
        <TextField
          label="Capture date"
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
            Cancel
          </Button>
          <Button type="submit" look="primary">
            Save
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}
