import { libraryText } from '../../catalogue/window/library'
import { useState, type FormEvent } from 'react'
import { isPin, pinRule } from '../../story/desk/pin'
import { Button, TextField } from '../ui'
import { pick, useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'

const secret = { type: 'password', autoComplete: 'off' } as const

/** Sets, changes and removes the PIN of the person who acts in this window. */
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
    if (has && was === '') return setProblem(libraryText('pin.giveOld'))
    if (!isPin(pin)) return setProblem(pinRule())
    if (pin !== again) return setProblem(libraryText('pin.notSame'))
    void send('pin.set', libraryText('pin.set'))
  }
  const remove = (): void => {
    setDone('')
    if (was === '') return setProblem(libraryText('pin.giveOld'))
    void send('pin.remove', libraryText('pin.removed'))
  }
  const typed =
    (change: (value: string) => void) =>
    (event: { readonly target: { readonly value: string } }): void => {
      change(event.target.value)
      setProblem(undefined)
    }

  return (
    <form className="form panel-form" aria-label={libraryText('pin.yours')} onSubmit={set} noValidate>
      <p className="field-label">{libraryText('pin.yourOwn', { person })}</p>
      {has ? <TextField label={libraryText('pin.now')} {...secret} value={was} onChange={typed(setWas)} /> : null}
      <div className="form-pair">
        <TextField label={libraryText('pin.new')} {...secret} value={pin} onChange={typed(setPin)} />
        <TextField label={libraryText('pin.again')} {...secret} value={again} onChange={typed(setAgain)} />
      </div>
      <p className="field-hint">{has ? pinRule() : libraryText('pin.why', { rule: pinRule() })}</p>
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
            {libraryText('pin.removeMine')}
          </Button>
        ) : null}
        <Button type="submit">{has ? libraryText('pin.changeMine') : libraryText('pin.setMine')}</Button>
      </div>
    </form>
  )
}

/** For editors: removes a PIN that somebody forgot. */
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
          <p className="field-hint">{libraryText('pin.removeNote', { person })}</p>
          <Button autoFocus onClick={() => void remove()}>
            {libraryText('pin.removeYes')}
          </Button>
        </>
      ) : (
        <Button onClick={() => setAsked(true)}>{libraryText('pin.removeOf', { person })}</Button>
      )}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
