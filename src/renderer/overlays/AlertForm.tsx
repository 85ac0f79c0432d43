import { useState, type FormEvent } from 'react'
import { Button, TextField } from '../parts'
import { useNewsroom, usePanels } from '../state'
import { SideSheet } from './SideSheet'

/** A headline that cannot wait: two fields, and the alert is there. */
export function AlertForm() {
  const { act, openStory } = useNewsroom()
  const { close } = usePanels()
  const [headline, setHeadline] = useState('')
  const [slug, setSlug] = useState('')
  const [problem, setProblem] = useState<string>()
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const made = await act('story.alert', { headline, slug })
    if (!made.ok) return setProblem(made.message)
    close()
    await openStory(made.value.id)
  }
  return (
    <SideSheet title="New alert">
      <form className="form" onSubmit={(event) => void send(event)} noValidate>
        <TextField label="Headline" autoFocus value={headline} onChange={(event) => { setHeadline(event.target.value); setProblem(undefined) }} />
        <TextField label="Slug" value={slug} onChange={(event) => { setSlug(event.target.value); setProblem(undefined) }} />
        <p className="field-hint">Nothing stands below an alert’s headline. Someone else clears it in one move.</p>
        {problem ? <p className="problem" role="alert">{problem}</p> : null}
        <div className="form-foot"><Button onClick={close}>Cancel</Button><Button type="submit" look="primary">Make alert</Button></div>
      </form>
    </SideSheet>
  )
}
