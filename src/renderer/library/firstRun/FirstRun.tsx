import { libraryText } from '../../../catalogue/window/library'
import { languageNow } from '../../../catalogue/area'
import { isLanguage, type Language } from '../../../catalogue/language'
import { useId, useState, type FormEvent } from 'react'
import { peopleHere } from '../../../story/desk/roster'
import { Button, CheckField, rich, TextField, Problem } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { pick, useClose, useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { defined } from '../../../story/text/defined'
import { EndingPins } from '../people/EndingPins'
import { FirstLeaf } from './FirstLeaf'
import './firstRun.css'

/** The only question before the first use: the person's name, and the PIN if there is one. */
export function FirstRun() {
  const { newsroom, panels } = useWindowServices()
  const { becomePerson, setLook } = newsroom
  const { desk, library, hasStories, person, asks, readOnly } = useNewsroom(
    pick('desk', 'library', 'hasStories', 'person', 'asks', 'readOnly'),
  )
  const close = useClose()
  const id = useId()
  const asked = desk.roster.find((one) => one.name === asks)
  const [name, setName] = useState(asked?.left ? '' : (asks ?? ''))
  const [pin, setPin] = useState('')
  const [words, setWords] = useState<string>()
  const known = peopleHere(desk.roster)
  // The sample desk joins the roster: only the first person of a library, its editor, may add it.
  const isNew = !hasStories && desk.roster.length === 0 && asks === undefined
  const [begin, setBegin] = useState<Language | 'empty'>(isNew ? languageOfWindow() : 'empty')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const needsPin = known.some((one) => one.pin && one.name === name.trim())

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') return setProblem(libraryText('firstRun.noName'))
    if (needsPin && pin === '') return setWrong(libraryText('shared.hasPin', { name: name.trim() }))
    setBusy(true)
    // Another person goes on here: the open story closes once its words are saved.
    if (asked?.left) await newsroom.closeStory()
    const problem = await becomePerson(name.trim(), {
      ...(begin === 'empty' ? {} : { sample: begin }),
      ...(needsPin ? { pin, ...defined({ words }) } : {}),
    })
    setBusy(false)
    setPin('')
    if (problem === undefined && begin !== 'empty') setLook({ tour: { step: 1, open: true } })
    if (problem === undefined) {
      close()
      await (await import('../../state/arrivedFiles')).openArrived(newsroom.call, panels)
    } else if (needsPin) setWrong(problem)
    else setProblem(problem)
  }

  const place = (
    <p className="form-note">
      {rich(libraryText('firstRun.place'), { folder: () => <strong className="path">{library}</strong> })}
    </p>
  )
  return (
    <Dialog
      title={asks === undefined ? libraryText('firstRun.welcome') : libraryText('firstRun.who')}
      onClose={close}
      must={person === undefined}
      {...(isNew ? { place: 'page' as const, hideTitle: true } : {})}
    >
      {isNew ? <FirstLeaf /> : null}
      <form className="form first-run" onSubmit={(event) => void start(event)} noValidate>
        {isNew ? (
          <>
            <p className="title-brand first-brand">Stet</p>
            <p className="first-intro">{libraryText('firstRun.intro')}</p>
          </>
        ) : asks === undefined ? (
          <p>{libraryText('firstRun.intro')}</p>
        ) : (
          <p>{libraryText(asked?.left ? 'firstRun.left' : 'firstRun.askPin', { asks })}</p>
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
        {isNew ? <Beginnings chosen={begin} onChoose={setBegin} /> : null}
        {isNew ? null : place}
        <Problem text={readOnly} />
        <div className="form-foot">
          <Button type="submit" look="primary" disabled={readOnly !== undefined}>
            {libraryText('firstRun.start')}
          </Button>
        </div>
        {isNew ? place : null}
      </form>
    </Dialog>
  )
}

const BEGINNINGS = ['en', 'ko', 'empty'] as const

const languageOfWindow = (): Language => (isLanguage(languageNow()) ? (languageNow() as Language) : 'en')

/** What the library begins with. */
function Beginnings({
  chosen,
  onChoose,
}: {
  readonly chosen: Language | 'empty'
  readonly onChoose: (begin: Language | 'empty') => void
}) {
  const id = useId()
  return (
    <fieldset className="first-beginnings">
      <legend className="field-label">{libraryText('firstRun.beginWith')}</legend>
      {BEGINNINGS.map((begin) => (
        <label key={begin} className="first-beginning">
          <input
            type="radio"
            name={id}
            aria-describedby={`${id}-${begin}`}
            checked={begin === chosen}
            onChange={() => onChoose(begin)}
          />
          <span>
            <strong>{libraryText(`firstRun.begin.${begin}`)}</strong>
            <span id={`${id}-${begin}`} className="first-about">
              {libraryText(`firstRun.begin.${begin}Note`)}
            </span>
          </span>
          {begin === 'empty' ? null : <span className="first-minutes">{libraryText('firstRun.minutes')}</span>}
        </label>
      ))}
    </fieldset>
  )
}
