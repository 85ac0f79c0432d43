import { deskText } from '../../../catalogue/story/desk'
import { libraryText } from '../../../catalogue/window/library'
import { useState, type FormEvent } from 'react'
import { tryWord } from '../../../checks/teach/tryWord'
import { whyNotTaught } from '../../../checks/teach/whyNotTaught'
import { whyNotMay } from '../../../story/assessment/people/rights'
import {
  isWordList,
  NO_WORDS,
  WORD_LIST_WORDS,
  WORD_LISTS,
  type DeskWord,
  type DeskWords,
  type GivenWord,
} from '../../../story/desk/deskWords'
import { whySaidTo } from '../../../story/desk/saidTo'
import { tidyWord, type WordProblem } from '../../../story/desk/whyNotWord'
import { Button, SelectField, TextArea, TextField, type Option } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { pick, useClose, useNewsroom, useNotice } from '../../state'
import { useDraft } from '../../state/hooks/useDraft'
import { NEW_ONE, type WordDraft } from '../../state/stores/drafts'
import { PLACES } from '../../state/focusPlaces'
import { focusOn, focusPlace, inAnotherField } from '../../ui/focus/focusService'
import { useFocusOnProblem } from '../../ui/focus/useFocusOnProblem'
import { useWindowServices } from '../../state/windowServices'
import { PutBack, WordLists } from './WordLists'
import './words.css'

const listOptions = (): readonly Option[] => WORD_LISTS.map((list) => ({ value: list, label: WORD_LIST_WORDS[list] }))

/** Shows what the desk taught the checks. An editor teaches more, and tries a word on a sentence before it is saved. */
export function WordsPanel() {
  const close = useClose()
  const { desk, person, readOnly } = useNewsroom(pick('desk', 'person', 'readOnly'))
  const words = desk.words ?? NO_WORDS
  const mayNot = readOnly ?? whySaidTo(person, whyNotMay('teachWords', person ?? '', { desk }))
  const [removed, setRemoved] = useState<DeskWord>()
  return (
    <Dialog title={libraryText('words.title')} place="side" onClose={close}>
      <div className="form">
        <p className="form-note">{libraryText('words.note')}</p>
        {mayNot === undefined ? <AddWord known={words} /> : <p className="form-note">{mayNot}</p>}
        {removed ? <PutBack key={removed.id} word={removed} onDone={() => setRemoved(undefined)} /> : null}
        {words.length === 0 ? (
          <p className="form-note">{libraryText('words.none')}</p>
        ) : (
          <WordLists words={words} onRemoved={mayNot === undefined ? setRemoved : undefined} />
        )}
      </div>
    </Dialog>
  )
}

const NO_WORD: WordDraft = { list: 'superlative', words: '', language: '', source: '', sentence: '' }

function AddWord({ known }: { readonly known: DeskWords }) {
  const { act } = useWindowServices().newsroom
  const { draft, change, forget } = useDraft((forms) => forms.word, NEW_ONE, NO_WORD)
  const { list, words, language, source, sentence } = draft
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<WordProblem>()
  const form = useFocusOnProblem(problem)
  const { announce } = useNotice()

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    const why = whyNotTaught(tidyWord({ list, words, language, source }), known)
    if (why) return setProblem(why)
    setBusy(true)
    const isInAnotherField = inAnotherField()
    const outcome = await act('words.add', { list, words, language, source })
    setBusy(false)
    if (!outcome.ok) return setProblem({ part: 'words', why: outcome.message })
    setProblem(undefined)
    // The next word is often of the same list and source.
    forget((latest) => ({ ...latest, words: '' }))
    announce(libraryText('words.added', { words }))
    focusOn(PLACES.newWord, { unless: isInAnotherField })
  }
  const wrong = (part: WordProblem['part']): string | undefined => (problem?.part === part ? problem.why : undefined)
  const write = (part: Partial<WordDraft>): void => {
    change(part)
    setProblem(undefined)
  }

  return (
    <form
      ref={form}
      className="form panel-form"
      aria-label={libraryText('words.addTitle')}
      onSubmit={(event) => void add(event)}
      noValidate
    >
      <TextField
        ref={focusPlace(PLACES.newWord)}
        label={libraryText('words.words')}
        hint={libraryText(`words.hint.${list}`)}
        error={wrong('words')}
        autoComplete="off"
        autoFocus
        dir="auto"
        value={words}
        onChange={({ target: { value } }) => write({ words: value })}
      />
      <div className="form-pair">
        <SelectField
          label={libraryText('words.list')}
          value={list}
          options={listOptions()}
          onChange={({ target: { value } }) => {
            if (isWordList(value)) write({ list: value })
          }}
        />
        <TextField
          label={libraryText('words.language')}
          hint={libraryText(list === 'filler' ? 'words.languageNeeded' : 'words.languageHint')}
          error={wrong('language')}
          autoComplete="off"
          value={language}
          onChange={({ target: { value } }) => write({ language: value })}
        />
      </div>
      <TextField
        label={libraryText('words.source')}
        hint={libraryText('words.sourceHint')}
        error={wrong('source')}
        autoComplete="off"
        value={source}
        onChange={({ target: { value } }) => write({ source: value })}
      />
      <TextArea
        label={libraryText('words.try')}
        rows={2}
        dir="auto"
        value={sentence}
        onChange={({ target: { value } }) => change({ sentence: value })}
      />
      <TrialOf given={tidyWord({ list, words, language, source: '-' })} sentence={sentence} known={known} />
      <div className="form-foot">
        <Button type="submit" aria-disabled={busy}>
          {libraryText('words.add')}
        </Button>
      </div>
    </form>
  )
}

/** What the word would do in the sentence, as it is typed. */
function TrialOf(props: { readonly given: GivenWord; readonly sentence: string; readonly known: DeskWords }) {
  return (
    <div className="word-trial" role="status" aria-label={libraryText('words.trial')}>
      {trialLines(props).map((line, index) => (
        <p key={line} className={index === 0 ? undefined : 'form-note'}>
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
  const problem = whyNotTaught(given, known)
  if (problem) return [problem.why]
  const { finds, already } = tryWord(given, sentence, known)
  const quoted = (found: readonly string[]): string =>
    found.length === 0 ? libraryText('words.nothing') : found.map((one) => `“${one}”`).join(', ')
  return [
    deskText(`trial.${given.list}`, { found: quoted(finds) }),
    libraryText('words.already', { found: quoted(already) }),
  ]
}
