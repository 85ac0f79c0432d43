import { libraryText } from '../../catalogue/window/library'
import { useState, type FormEvent } from 'react'
import { Button, TextField, Problem } from '../ui'
import { SideSheet } from '../ui/dialogs/SideSheet'
import { useClose } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useWindowServices } from '../state/windowServices'

/** Creates an alert from a headline and a slug. */
export function AlertForm() {
  const { act, openStory } = useWindowServices().newsroom
  const close = useClose()
  const once = useOneAtATime()
  const {
    draft: { headline, slug },
    change,
    forget,
  } = useDraft((forms) => forms.alert, '', { headline: '', slug: '' })
  const [problem, setProblem] = useState<string>()
  const send = async (): Promise<void> => {
    const made = await act('story.alert', { headline, slug })
    if (!made.ok) return setProblem(made.message)
    forget()
    close()
    await openStory(made.value.id)
  }
  return (
    <SideSheet title={libraryText('alert.title')} onClose={close}>
      <form
        className="form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void once(send)
        }}
        noValidate
      >
        <TextField
          label={libraryText('alert.headline')}
          autoFocus
          value={headline}
          onChange={(event) => {
            change({ headline: event.target.value })
            setProblem(undefined)
          }}
        />
        <TextField
          label={libraryText('alert.slug')}
          value={slug}
          onChange={(event) => {
            change({ slug: event.target.value })
            setProblem(undefined)
          }}
        />
        <p className="field-hint">{libraryText('alert.note')}</p>
        <Problem text={problem} />
        <div className="form-foot">
          <Button
            onClick={() => {
              forget()
              close()
            }}
          >
            {libraryText('shared.cancel')}
          </Button>
          <Button type="submit" look="primary">
            {libraryText('alert.make')}
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}
