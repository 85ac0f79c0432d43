import { libraryText } from '../../catalogue/window/library'
import { useId, useRef, useState, type FormEvent } from 'react'
import { isRole, ROLES, type Person, type Role, type SettingChange } from '../../story/desk/roster'
import { Button, CheckField, Dialog, rich, SelectField, TextField, type Option } from '../ui'
import { pick, useClose, useNewsroom } from '../state'
import { OtherComputers } from './DeviceForms'
import { EndingPins } from './EndingPins'
import { OwnPin, PinOfOther } from './PinForms'
import { useWindowServices } from '../state/windowServices'
import { focusOn, focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './roster.css'

const roleWord = (role: Role): string => libraryText(`role.${role}`)
const roleOptions = (): readonly Option[] => [
  { value: '', label: libraryText('role.none') },
  ...ROLES.map((role) => ({ value: role, label: roleWord(role) })),
]

/** Shows the roster and sets who acts in this window and whether one person is the whole desk. */
export function RosterPanel() {
  const close = useClose()
  const { desk, library } = useNewsroom(pick('desk', 'library'))
  const { open } = useWindowServices().panels
  return (
    <Dialog title={libraryText('roster.title')} place="side" onClose={close}>
      <div className="form roster">
        <People people={desk.roster} />
        <OwnPin />
        <AddPerson />
        <OtherComputers />
        <DeskOfOne on={desk.settings.deskOfOne} changes={desk.settings.changes ?? []} />
        <div className="form-group">
          <Button onClick={() => open({ kind: 'words' })}>{libraryText('words.open')}</Button>
          <p className="form-note">{libraryText('words.note')}</p>
        </div>
        <p className="form-note">
          {rich(libraryText('library.place'), { folder: () => <strong className="path">{library}</strong> })}
        </p>
      </div>
    </Dialog>
  )
}

function People({ people }: { readonly people: readonly Person[] }) {
  const { openStory, closeStory, becomePerson } = useWindowServices().newsroom
  const storyId = useNewsroom(({ session }) => session?.id ?? null)
  const { person, asks } = useNewsroom(pick('person', 'asks'))
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  /** The chosen person, who has to give a PIN first. */
  const [chosen, setChosen] = useState(asks)
  const [pin, setPin] = useState('')
  const wish = useRef(asks)

  /** Reopens the open story: its words are then typed under the new name. */
  const become = async (name: string, given?: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    const open = name === person ? null : storyId
    if (open !== null) await closeStory()
    const refusal = await becomePerson(name, { pin: given })
    if (open !== null) await openStory(open)
    setBusy(false)
    // Another person with a PIN was chosen meanwhile: that choice stays.
    if (wish.current !== name) return
    setPin('')
    setProblem(
      refusal === undefined
        ? undefined
        : libraryText('roster.stillActs', { name: person ?? libraryText('roster.nobody'), why: refusal }),
    )
    if (refusal !== undefined && given !== undefined) return
    setChosen(undefined)
    // The PIN field was removed. A person who has moved to another field keeps it.
    focusOn(PLACES.person, { unless: () => document.activeElement?.matches('input, select, button') === true })
  }

  const choose = (someone: Person): void => {
    wish.current = someone.name
    setProblem(undefined)
    setPin('')
    if (someone.pin && (someone.name !== person || asks !== undefined)) return setChosen(someone.name)
    setChosen(undefined)
    if (someone.name !== person) void become(someone.name)
  }

  const give = (event: FormEvent): void => {
    event.preventDefault()
    if (chosen === undefined) return
    if (pin === '') return setProblem(libraryText('shared.hasPin', { name: chosen }))
    void become(chosen, pin)
  }

  return (
    <fieldset className="form-group">
      <legend className="field-label">{libraryText('roster.youAre')}</legend>
      <ul className="people">
        {people.map((someone) => (
          <li key={someone.name}>
            <label>
              <input
                ref={someone.name === (chosen ?? person) ? focusPlace(PLACES.person) : null}
                type="radio"
                name={`${id}-person`}
                checked={someone.name === (chosen ?? person)}
                autoFocus={someone.name === person}
                onChange={() => choose(someone)}
              />
              <strong>{someone.name}</strong>{' '}
              <span className="soft">
                {[
                  ...(someone.role ? [roleWord(someone.role)] : []),
                  ...(someone.pin ? [libraryText('roster.withPin')] : []),
                ].join(', ')}
              </span>
            </label>
            {someone.name === person ? null : <PinOfOther person={someone.name} hasPin={someone.pin === true} />}
          </li>
        ))}
      </ul>
      <p className="field-hint">{libraryText('roster.note')}</p>
      {chosen === undefined ? null : (
        <form
          className="form panel-form"
          aria-label={libraryText('roster.become', { chosen })}
          onSubmit={give}
          noValidate
        >
          <EndingPins person={chosen} />
          <TextField
            label={libraryText('roster.pinOf', { chosen })}
            type="password"
            autoComplete="off"
            autoFocus
            value={pin}
            onChange={(event) => {
              setPin(event.target.value)
              setProblem(undefined)
            }}
          />
          <div className="form-foot">
            <Button type="submit">{libraryText('roster.actAs', { chosen })}</Button>
          </div>
        </form>
      )}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </fieldset>
  )
}

function AddPerson() {
  const { act } = useWindowServices().newsroom
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role | ''>('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (readOnly) return <p className="form-note">{libraryText('roster.readOnly', { readOnly })}</p>

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') return setProblem(libraryText('roster.noName'))
    setBusy(true)
    const outcome = await act('roster.add', { name: name.trim(), ...(role === '' ? {} : { role }) })
    setBusy(false)
    if (!outcome.ok) return setProblem(outcome.message)
    setName('')
    setRole('')
  }

  return (
    <form
      className="form panel-form"
      aria-label={libraryText('roster.addTitle')}
      onSubmit={(event) => void add(event)}
      noValidate
    >
      <div className="form-pair">
        <TextField
          label={libraryText('roster.newPerson')}
          placeholder={libraryText('roster.name')}
          autoComplete="off"
          value={name}
          error={problem}
          onChange={(event) => {
            setName(event.target.value)
            setProblem(undefined)
          }}
        />
        <SelectField
          label={libraryText('roster.role')}
          value={role}
          options={roleOptions()}
          onChange={(event) => {
            const { value } = event.target
            if (value === '' || isRole(value)) setRole(value)
          }}
        />
      </div>
      <div className="form-foot">
        <Button type="submit">{libraryText('roster.add')}</Button>
      </div>
    </form>
  )
}

function DeskOfOne({ on, changes }: { readonly on: boolean; readonly changes: readonly SettingChange[] }) {
  const { act } = useWindowServices().newsroom
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const set = async (deskOfOne: boolean): Promise<void> => {
    if (busy) return
    setBusy(true)
    const outcome = await act('library.settings', { deskOfOne })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
  }

  return (
    <div className="form-group">
      <CheckField
        label={libraryText('deskOfOne.title')}
        checked={on}
        disabled={readOnly !== undefined}
        onChange={(event) => void set(event.target.checked)}
        hint={libraryText('deskOfOne.note')}
      />
      {changes.length === 0 ? null : (
        <ul className="form-note" aria-label={libraryText('deskOfOne.history')}>
          {changes
            .slice(-5)
            .reverse()
            .map(({ at, by, deskOfOne }) => (
              <li key={at}>
                {libraryText(deskOfOne ? 'deskOfOne.on' : 'deskOfOne.off', {
                  by,
                  at: at.slice(0, 16).replace('T', ' '),
                })}
              </li>
            ))}
        </ul>
      )}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
