import { useState, type FormEvent } from 'react'
import { sameName } from '../../../story/text/personName'
import { saysTheSame, type Translation } from '../../../story/ledger/translation'
import { Button, CheckField, SideSheet, TextArea, TextField } from '../../ui'
import { pick, useClose, useNewsroom, usePanels, useStory } from '../../state'
import { useDraft } from '../../state/hooks/useDraft'
import { sendOnEnter } from '../../ui/sendOnEnter'
import { useWindowServices } from '../../state/windowServices'

/** The original words of the quote in the open overlay, and who stands for the translation. */
export function TranslationForm() {
  const overlay = usePanels(({ overlay }) => overlay)
  const story = useStory(pick('id', 'assessments'))
  const fact = overlay?.kind === 'translation' ? story?.assessments.find(({ id }) => id === overlay.fact) : undefined
  return story && fact ? (
    <Form
      key={fact.id}
      story={story.id}
      fact={fact.id}
      words={fact.text || fact.words}
      before={fact.record.translation}
    />
  ) : null
}

function Form({
  story,
  fact,
  words,
  before,
}: {
  readonly story: string
  readonly fact: string
  readonly words: string
  readonly before: Translation | undefined
}) {
  const { act } = useWindowServices().newsroom
  const person = useNewsroom(({ person }) => person)
  const close = useClose()
  const {
    draft: { original, language, translator, secondReader, official },
    change,
    forget,
  } = useDraft((forms) => forms.translation, `${story} ${fact}`, {
    original: before?.original ?? '',
    language: before?.language ?? '',
    translator: before?.translator ?? person ?? '',
    secondReader: before?.secondReader ?? '',
    official: before?.officialInterpreter ?? false,
  })
  const [problem, setProblem] = useState<string>()

  const now: Translation = {
    original: original.trim(),
    language: language.trim() || 'und',
    translator: translator.trim(),
  }
  const isTranslator = person === undefined || sameName(translator, person)
  /** Who has read these very words: this person, who says so here, or another who said so before. */
  const reader =
    secondReader === person
      ? isTranslator
        ? ''
        : person
      : before && saysTheSame(before, now)
        ? (before.secondReader ?? '')
        : ''
  const send = async (translation: Translation | undefined): Promise<void> => {
    const outcome = await act('fact.translate', { story, fact, ...(translation ? { translation } : {}) })
    if (!outcome.ok) return setProblem(outcome.message)
    forget()
    close()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (original.trim() === '') return setProblem('The original words are missing.')
    void send({ ...now, ...(official ? { officialInterpreter: true } : reader ? { secondReader: reader } : {}) })
  }
  return (
    <SideSheet title="Translated quote" onClose={close}>
      <p className="quoted-words">{words}</p>
      <form className="form" onSubmit={submit} noValidate>
        <TextArea
          label="Original words"
          hint="Compared with the transcript in place of the translation."
          rows={3}
          autoFocus
          value={original}
          dir="auto"
          onChange={(event) => {
            change({ original: event.target.value })
            setProblem(undefined)
          }}
          onKeyDown={sendOnEnter}
        />
        <TextField
          label="Language"
          placeholder="ko"
          value={language}
          onChange={(event) => change({ language: event.target.value })}
        />
        <TextField
          label="Translator"
          value={translator}
          onChange={(event) => change({ translator: event.target.value })}
        />
        <CheckField
          label="Words of the official interpreter"
          checked={official}
          onChange={(event) => change({ official: event.target.checked })}
        />
        {official ? null : isTranslator || (reader !== '' && reader !== person) ? (
          <p className="form-note">
            {reader === ''
              ? 'It blocks until somebody else on the roster has opened this and says that they have read it again.'
              : `Read again by ${reader}, as long as nothing is changed here.`}
          </p>
        ) : (
          <CheckField
            label="I have read it again"
            hint="The original beside the copy, as its second reader."
            checked={reader !== ''}
            onChange={(event) => change({ secondReader: event.target.checked ? person : '' })}
          />
        )}
        {problem ? (
          <p className="problem" role="alert">
            {problem}
          </p>
        ) : null}
        <div className="form-foot">
          {before ? <Button onClick={() => void send(undefined)}>No translation</Button> : null}
          <Button
            onClick={() => {
              forget()
              close()
            }}
          >
            Cancel
          </Button>
          <Button type="submit" look="primary">
            Keep
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}
