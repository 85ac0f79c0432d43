import { libraryText } from '../../../catalogue/window/library'
import { useState, type FormEvent } from 'react'
import { isRole, peopleHere, roleOf, ROLES, type Person, type Role } from '../../../story/desk/roster'
import { Button, rich, SelectField, TextField, type Option, Problem } from '../../ui'
import { AskFirst } from '../../ui/dialogs/AskFirst'
import { Dialog } from '../../ui/dialogs/Dialog'
import { findPlace, focusPlace, onceGone } from '../../ui/focus/focusService'
import { pick, useClose, useNewsroom } from '../../state'
import { useDraft } from '../../state/hooks/useDraft'
import { NEW_ONE, type NewPersonDraft } from '../../state/stores/drafts'
import { OtherComputers } from './devices/OtherComputers'
import { useWindowServices } from '../../state/windowServices'
import './roster.css'

export const roleWord = (role: Role): string => libraryText(`role.${role}`)
const roleOptions = (): readonly Option[] => [
  { value: '', label: libraryText('role.none') },
  ...ROLES.map((role) => ({ value: role, label: roleWord(role) })),
]

/** The people of the library with their roles, and the computers that they work on elsewhere. */
export function RosterPanel() {
  const close = useClose()
  const { desk, library } = useNewsroom(pick('desk', 'library'))
  const gone = desk.roster.filter(({ left }) => left)
  return (
    <Dialog title={libraryText('roster.title')} place="side" onClose={close}>
      <div className="form roster">
        <ul className="people" aria-label={libraryText('roster.people')}>
          {peopleHere(desk.roster).map((person) => (
            <PersonRow key={person.name} person={person} />
          ))}
        </ul>
        {gone.length === 0 ? null : (
          <fieldset className="form-group">
            <legend className="field-label">{libraryText('roster.left')}</legend>
            <p className="field-hint">{libraryText('roster.leftNote')}</p>
            <ul className="people" aria-label={libraryText('roster.left')}>
              {gone.map((person) => (
                <PersonRow key={person.name} person={person} />
              ))}
            </ul>
          </fieldset>
        )}
        <AddPerson />
        <OtherComputers />
        <p className="form-note">
          {rich(libraryText('library.place'), { folder: () => <strong className="path">{library}</strong> })}
        </p>
      </div>
    </Dialog>
  )
}

const rowOf = (name: string): string => `person ${name}`

/** A person. Editors change the role here, and other editors note that the person has left or is back. */
function PersonRow({ person: { name, role, pin, left } }: { readonly person: Person }) {
  const { act } = useWindowServices().newsroom
  const { desk, person: me, asks, readOnly } = useNewsroom(pick('desk', 'person', 'asks', 'readOnly'))
  const [problem, setProblem] = useState<string>()
  const isEditor = me !== undefined && asks === undefined && roleOf(me, desk.roster) === 'editor'

  const send = async (action: 'roster.leave' | 'roster.return'): Promise<void> => {
    // The person gets a new row in the other list.
    const goOn = onceGone(findPlace(rowOf(name)) ?? null, () => findPlace(rowOf(name)))
    const outcome = await act(action, { person: name })
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) goOn()
  }
  const setRole = async (to: string): Promise<void> => {
    if (!isRole(to)) return
    const outcome = await act('roster.add', { name, role: to })
    setProblem(outcome.ok ? undefined : outcome.message)
  }
  const changesRole = isEditor && !readOnly && !left
  return (
    <li ref={focusPlace(rowOf(name))} className="roster-person">
      <span>
        <strong>{name}</strong>{' '}
        <span className="soft">
          {[...(role && !changesRole ? [roleWord(role)] : []), ...(pin ? [libraryText('roster.withPin')] : [])].join(
            ', ',
          )}
        </span>
      </span>
      {!isEditor || readOnly || name === me ? null : left ? (
        <Button onClick={() => void send('roster.return')}>{libraryText('roster.bringBack', { name })}</Button>
      ) : (
        <AskFirst
          question={libraryText('roster.askLeave', { name })}
          action={libraryText('roster.leaveNow', { name })}
          keep={libraryText('roster.stays')}
          onDo={() => void send('roster.leave')}
        >
          {libraryText('roster.leave', { name })}
        </AskFirst>
      )}
      {changesRole ? (
        <SelectField
          label={libraryText('roster.roleOf', { name })}
          hideLabel
          value={role ?? ''}
          options={roleOptions().filter(({ value }) => value !== '' || role === undefined)}
          onChange={(event) => void setRole(event.target.value)}
        />
      ) : null}
      <Problem text={problem} />
    </li>
  )
}

const NOBODY: NewPersonDraft = { name: '', role: '' }

function AddPerson() {
  const { act } = useWindowServices().newsroom
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const { draft, change, forget } = useDraft((forms) => forms.newPerson, NEW_ONE, NOBODY)
  const { name, role } = draft
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
    forget()
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
            change({ name: event.target.value })
            setProblem(undefined)
          }}
        />
        <SelectField
          label={libraryText('roster.role')}
          value={role}
          options={roleOptions()}
          onChange={(event) => {
            const { value } = event.target
            if (value === '' || isRole(value)) change({ role: value })
          }}
        />
      </div>
      <div className="form-foot">
        <Button type="submit">{libraryText('roster.add')}</Button>
      </div>
    </form>
  )
}
