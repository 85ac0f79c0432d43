import { deskText } from '../../catalogue/rooms/desk'
import { libraryText } from '../../catalogue/window/library'
import { useId, useState, type FormEvent } from 'react'
import { tryWord } from '../../checks/teach/tryWord'
import { whyNotTaught } from '../../checks/teach/whyNotTaught'
import { whyNotMay } from '../../story/assessment/rights'
import { isWordList, NO_WORDS, WORD_LIST_WORDS, WORD_LISTS, type DeskWord, type DeskWords, type GivenWord, type WordList } from '../../story/desk/deskWords'
import { tidyWord } from '../../story/desk/whyNotWord'
import { Button, Dialog, SelectField, TextArea, TextField, type Option } from '../ui'
import { pick, useClose, useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'
import './words.css'

const listOptions = (): readonly Option[] => WORD_LISTS.map((list) => ({ value: list, label: WORD_LIST_WORDS[list] }))

/** Shows what the desk taught the checks. An editor teaches more, and tries a word on a sentence before it is saved. */
export function WordsPanel() {
  const close = useClose()
  const { desk, person, readOnly } = useNewsroom(pick('desk', 'person', 'readOnly'))
  const words = desk.words ?? NO_WORDS
  const mayNot = readOnly ?? whyNotMay('teachWords', person ?? '', { desk })
  return (
    <Dialog title={libraryText('words.title')} place="side" onClose={close}>
      <div className="form">
        <p className="form-note">{libraryText('words.note')}</p>
        {mayNot === undefined ? <AddWord known={words} /> : <p className="form-note">{mayNot}</p>}
        {words.length === 0 ? (
          <p className="form-note">{libraryText('words.none')}</p>
        ) : (
          WORD_LISTS.map((list) => (
            <WordGroup key={list} list={list} words={words} mayRemove={mayNot === undefined} />
          ))
        )}
      </div>
    </Dialog>
  )
}

function AddWord({ known }: { readonly known: DeskWords }) {
  const { act } = useWindowServices().newsroom
  const [list, setList] = useState<WordList>('superlative')
  const [words, setWords] = useState('')
  const [language, setLanguage] = useState('')
  const [source, setSource] = useState('')
  const [sentence, setSentence] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const outcome = await act('words.add', { list, words, language, source })
    setBusy(false)
    if (!outcome.ok) return setProblem(outcome.message)
    setProblem(undefined)
    setWords('')
    setSource('')
  }

  return (
    <form
      className="form panel-form"
      aria-label={libraryText('words.addTitle')}
      onSubmit={(event) => void add(event)}
      noValidate
    >
      <div className="form-pair">
        <SelectField
          label={libraryText('words.list')}
          value={list}
          options={listOptions()}
          onChange={({ target: { value } }) => {
            if (isWordList(value)) setList(value)
          }}
        />
        <TextField
          label={libraryText('words.language')}
          hint={libraryText('words.languageHint')}
          autoComplete="off"
          value={language}
          onChange={({ target: { value } }) => setLanguage(value)}
        />
      </div>
      <TextField
        label={libraryText('words.words')}
        hint={libraryText(`words.hint.${list}`)}
        error={problem}
        autoComplete="off"
        autoFocus
        value={words}
        onChange={({ target: { value } }) => {
          setWords(value)
          setProblem(undefined)
        }}
      />
      <TextField
        label={libraryText('words.source')}
        hint={libraryText('words.sourceHint')}
        autoComplete="off"
        value={source}
        onChange={({ target: { value } }) => setSource(value)}
      />
      <TextArea
        label={libraryText('words.try')}
        rows={2}
        value={sentence}
        onChange={({ target: { value } }) => setSentence(value)}
      />
      <TrialOf given={tidyWord({ list, words, language, source: '-' })} sentence={sentence} known={known} />
      <div className="form-foot">
        <Button type="submit">{libraryText('words.add')}</Button>
      </div>
    </form>
  )
}

/** What the word would do in the sentence, as it is typed. */
function TrialOf(props: { readonly given: GivenWord; readonly sentence: string; readonly known: DeskWords }) {
  return (
    <div className="word-trial" role="status" aria-label={libraryText('words.trial')}>
      {trialLines(props).map((line) => (
        <p key={line} className="form-note">
          {line}
        </p>
      ))}
    </div>
  )
}

function trialLines({
  given,
  sentence,
  known,
}: {
  readonly given: GivenWord
  readonly sentence: string
  readonly known: DeskWords
}): readonly string[] {
  if (given.words === '' || sentence.trim() === '') return []
  const why = whyNotTaught(given, known)
  if (why !== undefined) return [why]
  const { finds, already } = tryWord(given, sentence, known)
  const quoted = (found: readonly string[]): string =>
    found.length === 0 ? libraryText('words.nothing') : found.map((one) => `“${one}”`).join(', ')
  return [
    deskText(`trial.${given.list}`, { found: quoted(finds) }),
    libraryText('words.already', { found: quoted(already) }),
  ]
}

function WordGroup({
  list,
  words,
  mayRemove,
}: {
  readonly list: WordList
  readonly words: DeskWords
  readonly mayRemove: boolean
}) {
  const id = useId()
  const those = words.filter((word) => word.list === list)
  if (those.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="field-label">
        {WORD_LIST_WORDS[list]}
      </h3>
      <ul className="desk-words">
        {those.map((word) => (
          <WordRow key={word.id} word={word} mayRemove={mayRemove} />
        ))}
      </ul>
    </section>
  )
}

function WordRow({ word, mayRemove }: { readonly word: DeskWord; readonly mayRemove: boolean }) {
  const { act } = useWindowServices().newsroom
  const [problem, setProblem] = useState<string>()
  const { id, words, language, source, by, at } = word

  const remove = async (): Promise<void> => {
    const outcome = await act('words.remove', { word: id })
    if (!outcome.ok) setProblem(outcome.message)
  }

  return (
    <li>
      <span className="desk-word">
        <strong {...(language ? { lang: language } : {})}>{words}</strong>
        <span className="form-note">
          {[...(language ? [language] : []), source, by, at.slice(0, 10)].join(' · ')}
        </span>
        {problem ? (
          <span className="problem" role="alert">
            {problem}
          </span>
        ) : null}
      </span>
      {mayRemove ? (
        <Button aria-label={libraryText('words.removeOne', { words })} onClick={() => void remove()}>
          {libraryText('words.remove')}
        </Button>
      ) : null}
    </li>
  )
}
