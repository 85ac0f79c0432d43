import { useId, useState, type FormEvent } from 'react'
import { Button, CheckField, Dialog, TextField } from '../ui'
import { pick, useClose, useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'
import './firstRun.css'

/** The only thing Stet asks before it works: who you are, with the PIN of who has one. */
export function FirstRun() {
  const { becomePerson } = useWindowServices().newsroom
  const { desk, library, stories, person, asks, readOnly } = useNewsroom(
    pick('desk', 'library', 'stories', 'person', 'asks', 'readOnly'),
  )
  const close = useClose()
  const id = useId()
  const [name, setName] = useState(asks ?? '')
  const [pin, setPin] = useState('')
  const [sample, setSample] = useState(stories.length === 0 && asks === undefined)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const known = desk.roster
  const needsPin = known.some((one) => one.pin && one.name === name.trim())

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') return setProblem('Give the name that bylines and sign-offs are to carry.')
    if (needsPin && pin === '') return setWrong(`${name.trim()} has a PIN.`)
    setBusy(true)
    const problem = await becomePerson(name.trim(), { sample, ...(needsPin ? { pin } : {}) })
    setBusy(false)
    setPin('')
    if (problem === undefined) close()
    else if (needsPin) setWrong(problem)
    else setProblem(problem)
  }

  return (
    <Dialog title={asks === undefined ? 'Welcome to Stet' : 'Who is here?'} onClose={close} must={person === undefined}>
      <form className="form first-run" onSubmit={(event) => void start(event)} noValidate>
        {asks === undefined ? (
          <p>
            Stet is a newsroom in which a story carries its own proof: every fact in the copy is tagged, checked and
            signed, and what was signed lapses the moment its words change.
          </p>
        ) : (
          <p>{asks} has a PIN. Until it is given, nothing is done here under that name.</p>
        )}
        <TextField
          label="Your name"
          autoFocus={!needsPin}
          autoComplete="off"
          list={`${id}-roster`}
          value={name}
          error={problem}
          disabled={readOnly !== undefined}
          hint={
            known.length > 0
              ? 'Pick yours from the roster, or give a new one.'
              : 'As it stands in bylines. It joins the roster; there are no accounts.'
          }
          onChange={(event) => {
            setName(event.target.value)
            setProblem(undefined)
            setWrong(undefined)
          }}
        />
        <datalist id={`${id}-roster`}>
          {known.map((person) => (
            <option key={person.name} value={person.name} />
          ))}
        </datalist>
        {needsPin ? (
          <TextField
            label="PIN"
            type="password"
            autoComplete="off"
            autoFocus={asks !== undefined}
            value={pin}
            error={wrong}
            disabled={readOnly !== undefined}
            hint="Forgotten? An editor can take it away in “Roster and desk”."
            onChange={(event) => {
              setPin(event.target.value)
              setWrong(undefined)
            }}
          />
        ) : null}
        {asks === undefined ? (
          <CheckField
            label="Open the sample story"
            hint="A short story with facts to try everything on."
            checked={sample}
            onChange={(event) => setSample(event.target.checked)}
          />
        ) : null}
        <p className="form-note">
          Your library lies in <strong className="path">{library}</strong>: plain files that you can read and back up.
          Stet never calls the network on its own.
        </p>
        {readOnly ? (
          <p className="problem" role="alert">
            {readOnly}
          </p>
        ) : null}
        <div className="form-foot">
          <Button type="submit" look="primary" disabled={readOnly !== undefined}>
            Start
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
