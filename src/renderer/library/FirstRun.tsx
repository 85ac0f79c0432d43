import { libraryText } from '../../catalogue/window/library'
import { useId, useState, type FormEvent } from 'react'
import { Button, CheckField, Dialog, rich, TextField } from '../ui'
import { pick, useClose, useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'
import { defined } from '../../story/text/defined'
import { EndingPins } from './EndingPins'
import './firstRun.css'

/** The only question before the first use: the person's name, and the PIN if there is one. */
export function FirstRun() {
  const { becomePerson } = useWindowServices().newsroom
  const { desk, library, hasStories, person, asks, readOnly } = useNewsroom(
    pick('desk', 'library', 'hasStories', 'person', 'asks', 'readOnly'),
  )
  const close = useClose()
  const id = useId()
  const [name, setName] = useState(asks ?? '')
  const [pin, setPin] = useState('')
  const [words, setWords] = useState<string>()
  const [sample, setSample] = useState(!hasStories && asks === undefined)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const known = desk.roster
  const needsPin = known.some((one) => one.pin && one.name === name.trim())

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') return setProblem(libraryText('firstRun.noName'))
    if (needsPin && pin === '') return setWrong(libraryText('shared.hasPin', { name: name.trim() }))
    setBusy(true)
    const problem = await becomePerson(name.trim(), { sample, ...(needsPin ? { pin, ...defined({ words }) } : {}) })
    setBusy(false)
    setPin('')
    if (problem === undefined) close()
    else if (needsPin) setWrong(problem)
    else setProblem(problem)
  }

  return (
    <Dialog
      title={asks === undefined ? libraryText('firstRun.welcome') : libraryText('firstRun.who')}
      onClose={close}
      must={person === undefined}
    >
      <form className="form first-run" onSubmit={(event) => void start(event)} noValidate>
        {asks === undefined ? (
          <p>{libraryText('firstRun.intro')}</p>
        ) : (
          <p>{libraryText('firstRun.askPin', { asks })}</p>
        )}
        <TextField
          label={libraryText('firstRun.name')}
          autoFocus={!needsPin}
          autoComplete="off"
          list={`${id}-roster`}
          value={name}
          error={problem}
          disabled={readOnly !== undefined}
          hint={known.length > 0 ? libraryText('firstRun.pickName') : libraryText('firstRun.nameNote')}
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
        {needsPin ? <EndingPins person={name.trim()} /> : null}
        {needsPin ? (
          <TextField
            label={libraryText(words === undefined ? 'firstRun.pin' : 'firstRun.newPin')}
            type="password"
            autoComplete="off"
            autoFocus={asks !== undefined}
            value={pin}
            error={wrong}
            disabled={readOnly !== undefined}
            hint={libraryText('firstRun.forgotten')}
            onChange={(event) => {
              setPin(event.target.value)
              setWrong(undefined)
            }}
          />
        ) : null}
        {needsPin ? (
          <>
            <CheckField
              label={libraryText('firstRun.recover')}
              checked={words !== undefined}
              disabled={readOnly !== undefined}
              onChange={(event) => setWords(event.target.checked ? '' : undefined)}
            />
            {words === undefined ? null : (
              <TextField
                label={libraryText('firstRun.words')}
                autoComplete="off"
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </>
        ) : null}
        {asks === undefined ? (
          <CheckField
            label={libraryText('firstRun.sample')}
            hint={libraryText('firstRun.sampleNote')}
            checked={sample}
            onChange={(event) => setSample(event.target.checked)}
          />
        ) : null}
        <p className="form-note">
          {rich(libraryText('firstRun.place'), { folder: () => <strong className="path">{library}</strong> })}
        </p>
        {readOnly ? (
          <p className="problem" role="alert">
            {readOnly}
          </p>
        ) : null}
        <div className="form-foot">
          <Button type="submit" look="primary" disabled={readOnly !== undefined}>
            {libraryText('firstRun.start')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
