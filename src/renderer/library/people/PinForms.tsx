import { libraryText } from '../../../catalogue/window/library'
import { useState, type FormEvent } from 'react'
import { isPin, pinRule } from '../../../story/desk/pin'
import { roleOf } from '../../../story/desk/roster'
import { Button, CheckField, TextField, Problem } from '../../ui'
import { EndingPins } from './EndingPins'
import { pick, useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'

/** Why nothing was saved. `at`: the field that has to change; absent if none of them does. */
interface PinProblem {
  readonly at?: 'was' | 'code' | 'pin' | 'again'
  readonly text: string
}

const secret = { type: 'password', autoComplete: 'off' } as const

/** Sets, changes and removes the PIN of the person who acts in this window. */
export function OwnPin() {
  const { newsroom, panels } = useWindowServices()
  const { act } = newsroom
  const { desk, person, asks, readOnly } = useNewsroom(pick('desk', 'person', 'asks', 'readOnly'))
  const [was, setWas] = useState('')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [code, setCode] = useState('')
  const [newKey, setNewKey] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PinProblem>()
  const [done, setDone] = useState('')
  if (person === undefined || asks !== undefined || readOnly) return null
  const me = desk.roster.find(({ name }) => name === person)
  const has = me?.pin === true
  const isFirst = desk.beforeFirstPin === true || !desk.roster.some(({ pin }) => pin)

  if (isFirst && !has && roleOf(person, desk.roster) !== 'editor')
    return <p className="form-note">{libraryText('pin.firstByEditor')}</p>

  const send = async (what: 'pin.set' | 'pin.remove', said: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    const current = has ? { was } : {}
    const invited = has || isFirst ? {} : { code }
    const outcome = await (what === 'pin.set'
      ? act('pin.set', { pin, ...current, ...invited, ...(has && newKey ? { newKey } : {}) })
      : act('pin.remove', current))
    setBusy(false)
    setNewKey(false)
    for (const empty of [setWas, setPin, setAgain, setCode]) empty('')
    // They come only once, and this form may be gone by now.
    if (outcome.ok && 'words' in outcome.value && typeof outcome.value.words === 'string')
      panels.holdRecoveryWords(person, outcome.value.words)
    setProblem(outcome.ok ? undefined : { text: outcome.message })
    setDone(outcome.ok ? said : '')
  }

  const set = (event: FormEvent): void => {
    event.preventDefault()
    setDone('')
    if (has && was === '') return setProblem({ at: 'was', text: libraryText('pin.giveOld') })
    if (!has && !isFirst && code.trim() === '') return setProblem({ at: 'code', text: libraryText('pin.giveCode') })
    if (!isPin(pin)) return setProblem({ at: 'pin', text: pinRule() })
    if (pin !== again) return setProblem({ at: 'again', text: libraryText('pin.notSame') })
    void send('pin.set', libraryText('pin.set'))
  }
  const remove = (): void => {
    setDone('')
    if (was === '') return setProblem({ at: 'was', text: libraryText('pin.giveOld') })
    void send('pin.remove', libraryText('pin.removed'))
  }
  const wrong = (at: PinProblem['at']): string | undefined => (problem?.at === at ? problem?.text : undefined)
  const typed =
    (change: (value: string) => void) =>
    (event: { readonly target: { readonly value: string } }): void => {
      change(event.target.value)
      setProblem(undefined)
    }

  return (
    <form className="form panel-form" aria-label={libraryText('pin.yours')} onSubmit={set} noValidate>
      <p className="field-label">{libraryText('pin.yourOwn', { person })}</p>
      {has ? (
        <TextField
          label={libraryText('pin.now')}
          {...secret}
          value={was}
          error={wrong('was')}
          onChange={typed(setWas)}
        />
      ) : null}
      {has || isFirst ? null : (
        <TextField
          label={libraryText('pin.code')}
          autoComplete="off"
          hint={libraryText('pin.codeHint')}
          value={code}
          error={wrong('code')}
          onChange={typed(setCode)}
        />
      )}
      <div className="form-pair">
        <TextField
          label={libraryText('pin.new')}
          {...secret}
          value={pin}
          error={wrong('pin')}
          onChange={typed(setPin)}
        />
        <TextField
          label={libraryText('pin.again')}
          {...secret}
          value={again}
          error={wrong('again')}
          onChange={typed(setAgain)}
        />
      </div>
      <p className="field-hint">
        {has ? pinRule() : libraryText(isFirst ? 'pin.firstNote' : 'pin.why', { rule: pinRule() })}
      </p>
      {has ? (
        <CheckField
          label={libraryText('pin.newKey')}
          hint={libraryText('pin.newKeyHint')}
          checked={newKey}
          onChange={(event) => setNewKey(event.target.checked)}
        />
      ) : null}
      <EndingPins person={person} />
      <Problem text={problem !== undefined && problem.at === undefined ? problem.text : undefined} />
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

/** For editors with a PIN: a one-time code for a person without one, or in place of a PIN that was forgotten. */
export function PinOfOther({ person, hasPin }: { readonly person: string; readonly hasPin: boolean }) {
  const { act } = useWindowServices().newsroom
  const { desk, person: me, readOnly } = useNewsroom(pick('desk', 'person', 'readOnly'))
  const [asked, setAsked] = useState(false)
  const [code, setCode] = useState<string>()
  const [devices, setDevices] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string>()
  const own = desk.roster.find(({ name }) => name === me)
  if (readOnly || own?.role !== 'editor' || !own.pin) return null

  const make = async (): Promise<void> => {
    const outcome = await act(hasPin ? 'pin.reset' : 'pin.invite', { person })
    setAsked(false)
    setProblem(outcome.ok ? undefined : outcome.message)
    setCode(outcome.ok ? outcome.value.code : undefined)
    setDevices(outcome.ok && 'devices' in outcome.value ? outcome.value.devices : [])
  }
  return (
    <div className="take-pin">
      {asked ? (
        <>
          <p className="field-hint">{libraryText('pin.resetNote', { person })}</p>
          <Button autoFocus onClick={() => void make()}>
            {libraryText('pin.resetYes')}
          </Button>
        </>
      ) : (
        <Button onClick={() => (hasPin ? setAsked(true) : void make())}>
          {libraryText(hasPin ? 'pin.reset' : 'pin.invite', { person })}
        </Button>
      )}
      <p className="field-hint" role="status">
        {code === undefined ? null : (
          <>
            {libraryText('pin.inviteCode', { person })}
            <strong className="one-time-code selectable">{code}</strong>
          </>
        )}
        {devices.length > 0 ? ` ${libraryText('pin.resetDevices', { person, codes: devices.join(', ') })}` : ''}
      </p>
      <Problem text={problem} />
    </div>
  )
}
