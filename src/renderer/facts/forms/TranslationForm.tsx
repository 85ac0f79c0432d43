import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { useState, type FormEvent } from 'react'
import { sameName } from '../../../story/text/words/personName'
import { saysTheSame, type Translation } from '../../../story/ledger/facts/translation'
import { Button, CheckField, TextArea, TextField } from '../../ui'
import { FormEnd } from '../../ui/controls/FormEnd'
import { SideSheet } from '../../ui/dialogs/SideSheet'
import { pick, useClose, useNewsroom, usePanels, useStory } from '../../state'
import { useDraft } from '../../state/hooks/useDraft'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { sendOnEnter } from '../../ui/sendOnEnter'
import { useWindowServices } from '../../state/windowServices'
import { defined } from '../../../story/text/defined'

/** Asks for the original words of the quote in the open overlay, and who answers for the translation. */
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
    language: language.trim(),
    translator: translator.trim(),
  }
  const isTranslator = person === undefined || sameName(translator, person)
  /** Who has read these exact words: this person, who says so here, or another who said so before. */
  const reader =
    secondReader === person
      ? isTranslator
        ? ''
        : person
      : before && saysTheSame(before, now)
        ? (before.secondReader ?? '')
        : ''
  const once = useOneAtATime()
  const send = async (translation: Translation | undefined): Promise<void> => {
    const outcome = await act('fact.translate', { story, fact, ...defined({ translation }) })
    if (!outcome.ok) return setProblem(outcome.message)
    forget()
    close()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (original.trim() === '') return setProblem(factsPanelText('translationForm.originalWordsMissing'))
    if (language.trim() === '') return setProblem(factsPanelText('translationForm.languageMissing'))
    void once(() =>
      send({ ...now, ...(official ? { officialInterpreter: true } : reader ? { secondReader: reader } : {}) }),
    )
  }
  return (
    <SideSheet title={factsPanelText('translationForm.translatedQuote')} onClose={close}>
      <p className="quoted-words">{words}</p>
      <form className="form" onSubmit={submit} noValidate>
        <TextArea
          label={factsPanelText('translationForm.originalWords')}
          hint={factsPanelText('translationForm.comparedTranscriptPlaceTranslation')}
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
          label={factsPanelText('translationForm.language')}
          placeholder="ko"
          value={language}
          onChange={(event) => {
            change({ language: event.target.value })
            setProblem(undefined)
          }}
        />
        <TextField
          label={factsPanelText('translationForm.translator')}
          value={translator}
          onChange={(event) => change({ translator: event.target.value })}
        />
        <CheckField
          label={factsPanelText('translationForm.wordsOfficialInterpreter')}
          checked={official}
          onChange={(event) => change({ official: event.target.checked })}
        />
        {official ? null : isTranslator || (reader !== '' && reader !== person) ? (
          <p className="form-note">
            {reader === ''
              ? factsPanelText('translationForm.blocksUntilSomebodyElse')
              : factsPanelText('translationForm.readAgainLongNothing', { reader })}
          </p>
        ) : (
          <CheckField
            label={factsPanelText('translationForm.iReadAgain')}
            hint={factsPanelText('translationForm.originalBesideCopySecond')}
            checked={reader !== ''}
            onChange={(event) => change({ secondReader: event.target.checked ? person : '' })}
          />
        )}
        <FormEnd
          problem={problem}
          cancel={factsPanelText('translationForm.cancel')}
          onCancel={() => {
            forget()
            close()
          }}
          other={
            before ? (
              <Button onClick={() => void once(() => send(undefined))}>
                {factsPanelText('translationForm.noTranslation')}
              </Button>
            ) : null
          }
        >
          <Button type="submit" look="primary">
            {factsPanelText('translationForm.keep')}
          </Button>
        </FormEnd>
      </form>
    </SideSheet>
  )
}
