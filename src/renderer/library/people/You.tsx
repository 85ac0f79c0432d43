import { libraryText } from '../../../catalogue/window/library'
import { useId, useRef, useState, type FormEvent } from 'react'
import { peopleHere, type Person } from '../../../story/desk/roster'
import { Button, TextField, Problem } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { pick, useClose, useNewsroom } from '../../state'
import { EndingPins } from './EndingPins'
import { OwnPin, PinOfOther } from './PinForms'
import { roleWord } from './RosterPanel'
import { useWindowServices } from '../../state/windowServices'
import { focusOn, focusPlace } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import './roster.css'

/** Who acts in this window, and their PIN. */
export function You() {
  const close = useClose()
  const people = useNewsroom(({ desk }) => desk.roster)
  return (
    <Dialog title={libraryText('you.title')} place="side" onClose={close}>
      <div className="form roster">
        <People people={peopleHere(people)} />
        <OwnPin />
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
  const [chosen, setChosen] = useState(people.some(({ name }) => name === asks) ? asks : undefined)
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
      <Problem text={problem} />
    </fieldset>
  )
}
