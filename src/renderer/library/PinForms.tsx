import { useState, type FormEvent } from 'react'
import { isPin, PIN_RULE } from '../../story/desk/pin'
import { Button, TextField } from '../ui'
import { pick, useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'

const secret = { type: 'password', autoComplete: 'off' } as const

/** The PIN of who acts in this window: set, changed, taken away. */
export function OwnPin() {
  const { act } = useWindowServices().newsroom
  const { desk, person, asks, readOnly } = useNewsroom(pick('desk', 'person', 'asks', 'readOnly'))
  const [was, setWas] = useState('')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [done, setDone] = useState('')
  if (person === undefined || asks !== undefined || readOnly) return null
  const has = desk.roster.some((one) => one.name === person && one.pin)

  const send = async (what: 'pin.set' | 'pin.remove', said: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    const current = has ? { was } : {}
    const outcome = await (what === 'pin.set'
      ? act('pin.set', { pin, ...current })
      : act('pin.remove', { person, ...current }))
    setBusy(false)
    for (const empty of [setWas, setPin, setAgain]) empty('')
    setProblem(outcome.ok ? undefined : outcome.message)
    setDone(outcome.ok ? said : '')
  }

  const set = (event: FormEvent): void => {
    event.preventDefault()
    setDone('')
    if (has && was === '') return setProblem('Give the PIN that you have now.')
    if (!isPin(pin)) return setProblem(PIN_RULE)
    if (pin !== again) return setProblem('The two new PINs are not the same.')
    void send('pin.set', 'From now on nobody acts under your name without this PIN.')
  }
  const remove = (): void => {
    setDone('')
    if (was === '') return setProblem('Give the PIN that you have now.')
    void send('pin.remove', 'You have no PIN any more: anybody at this library can act under your name.')
  }
  const typed =
    (change: (value: string) => void) =>
    (event: { readonly target: { readonly value: string } }): void => {
      change(event.target.value)
      setProblem(undefined)
    }

  return (
    <form className="form panel-form" aria-label="Your PIN" onSubmit={set} noValidate>
      <p className="field-label">Your own PIN, {person}</p>
      {has ? <TextField label="Your PIN now" {...secret} value={was} onChange={typed(setWas)} /> : null}
      <div className="form-pair">
        <TextField label="New PIN" {...secret} value={pin} onChange={typed(setPin)} />
        <TextField label="The same again" {...secret} value={again} onChange={typed(setAgain)} />
      </div>
      <p className="field-hint">
        {has ? PIN_RULE : `Without a PIN anybody at this library can act under your name. ${PIN_RULE}`}
      </p>
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <p className="field-hint" role="status">
        {done}
      </p>
      <div className="form-foot">
        {has ? (
          <Button type="button" onClick={remove}>
            Take my PIN away
          </Button>
        ) : null}
        <Button type="submit">{has ? 'Change my PIN' : 'Set my PIN'}</Button>
      </div>
    </form>
  )
}

/** For an editor: somebody forgot a PIN. */
export function TakePinAway({ person }: { readonly person: string }) {
  const { act } = useWindowServices().newsroom
  const { desk, person: me, readOnly } = useNewsroom(pick('desk', 'person', 'readOnly'))
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (readOnly || desk.roster.find(({ name }) => name === me)?.role !== 'editor') return null

  const remove = async (): Promise<void> => {
    const outcome = await act('pin.remove', { person })
    setProblem(outcome.ok ? undefined : outcome.message)
  }
  return (
    <div className="take-pin">
      {asked ? (
        <>
          <p className="field-hint">
            Anybody can then act as {person} until there is a new one. The library’s history says that you did it.
          </p>
          <Button autoFocus onClick={() => void remove()}>
            Yes, take it away
          </Button>
        </>
      ) : (
        <Button onClick={() => setAsked(true)}>Take the PIN of {person} away…</Button>
      )}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
