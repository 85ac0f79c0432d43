import { useId, useState, type FormEvent } from 'react'
import { Button, CheckField, Dialog, TextField } from '../parts'
import { useNewsroom, usePanels } from '../state'
import './overlays.css'

/** The only thing Stet asks before it works: who you are. */
export function FirstRun() {
  const { desk, library, stories, becomePerson, readOnly } = useNewsroom()
  const { close } = usePanels()
  const id = useId()
  const [name, setName] = useState('')
  const [sample, setSample] = useState(stories.length === 0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const known = desk.roster

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') return setProblem('Give the name that bylines and sign-offs are to carry.')
    setBusy(true)
    const done = await becomePerson(name.trim(), sample)
    setBusy(false)
    if (done) close()
    else setProblem('Not done; why stands under the title bar.')
  }

  return (
    <Dialog title="Welcome to Stet" onClose={close} must>
      <form className="form first-run" onSubmit={(event) => void start(event)} noValidate>
        <p>Stet is a newsroom in which a story carries its own proof: every fact in the copy is tagged, checked and signed, and what was signed lapses the moment its words change.</p>
        <TextField
          label="Your name" autoFocus autoComplete="off" list={`${id}-roster`} value={name} error={problem} disabled={readOnly !== undefined}
          hint={known.length > 0 ? 'Pick yours from the roster, or give a new one.' : 'As it stands in bylines. It joins the roster; there are no accounts.'}
          onChange={(event) => { setName(event.target.value); setProblem(undefined) }}
        />
        <datalist id={`${id}-roster`}>{known.map((person) => <option key={person.name} value={person.name} />)}</datalist>
        <CheckField label="Open the sample story" hint="A short story with facts to try everything on." checked={sample} onChange={(event) => setSample(event.target.checked)} />
        <p className="form-note">Your library lies in <strong className="export-path">{library}</strong>: plain files that you can read and back up. Stet never calls the network on its own.</p>
        {readOnly ? <p className="problem" role="alert">{readOnly}</p> : null}
        <div className="form-foot">
          <Button type="submit" look="primary" disabled={readOnly !== undefined}>Start</Button>
        </div>
      </form>
    </Dialog>
  )
}
