import { libraryText } from '../../../catalogue/window/library'
import { useId, useRef, useState } from 'react'
import {
  WORD_LIST_WORDS,
  WORD_LISTS,
  type DeskWord,
  type DeskWords,
  type WordList,
} from '../../../story/desk/deskWords'
import { Button } from '../../ui'
import { focusPlace, nextRow } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { useWindowServices } from '../../state/windowServices'
import { shortDay } from '../../facts/shortTime'

/** Called with a word that was removed. Absent: this person removes none. */
type OnRemoved = ((word: DeskWord) => void) | undefined

/** The desk's words, by list. */
export function WordLists({ words, onRemoved }: { readonly words: DeskWords; readonly onRemoved: OnRemoved }) {
  return (
    <div ref={focusPlace(PLACES.wordLists)} className="word-lists">
      {WORD_LISTS.map((list) => (
        <WordGroup key={list} list={list} words={words} onRemoved={onRemoved} />
      ))}
    </div>
  )
}

function WordGroup({
  list,
  words,
  onRemoved,
}: {
  readonly list: WordList
  readonly words: DeskWords
  readonly onRemoved: OnRemoved
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
          <WordRow key={word.id} word={word} onRemoved={onRemoved} />
        ))}
      </ul>
    </section>
  )
}

function WordRow({ word, onRemoved }: { readonly word: DeskWord; readonly onRemoved: OnRemoved }) {
  const { act } = useWindowServices().newsroom
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const row = useRef<HTMLLIElement>(null)
  const { id, words, language, source, by, at } = word

  const remove = async (): Promise<void> => {
    if (busy) return
    const goOn = nextRow(row.current, PLACES.words, PLACES.wordLists, PLACES.newWord)
    setBusy(true)
    const outcome = await act('words.remove', { word: id })
    setBusy(false)
    if (!outcome.ok) return setProblem(outcome.message)
    onRemoved?.(word)
    goOn()
  }

  return (
    <li ref={row}>
      <span className="desk-word">
        <strong dir="auto" {...(language ? { lang: language } : {})}>
          {words}
        </strong>
        <span className="form-note">
          {language ? `${language} · ` : ''}
          <bdi>{source}</bdi>
          {` · ${by}, ${shortDay(at)}`}
        </span>
        {problem ? (
          <span className="problem" role="alert">
            {problem}
          </span>
        ) : null}
      </span>
      {onRemoved ? (
        <span ref={focusPlace(PLACES.words)}>
          <Button look="plain" aria-label={libraryText('words.removeOne', { words })} onClick={() => void remove()}>
            {libraryText('words.remove')}
          </Button>
        </span>
      ) : null}
    </li>
  )
}

/** What was just removed, and the way back: the same word, added again. */
export function PutBack({ word, onDone }: { readonly word: DeskWord; readonly onDone: () => void }) {
  const { act } = useWindowServices().newsroom
  const [problem, setProblem] = useState<string>()
  const { list, words, language = '', source } = word

  const putBack = async (): Promise<void> => {
    const outcome = await act('words.add', { list, words, language, source })
    if (outcome.ok) onDone()
    else setProblem(outcome.message)
  }

  return (
    <div className="word-removed" role="status">
      <p>{problem ?? libraryText('words.removed', { words })}</p>
      <Button look="plain" onClick={() => void putBack()}>
        {libraryText('words.putBack')}
      </Button>
    </div>
  )
}
