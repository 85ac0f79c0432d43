import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { peopleHere } from '../../../story/desk/roster'
import { useEffect, useState, type FormEvent } from 'react'
import { sameWords } from '../../../story/copy/words/factWords'
import { Button, SelectField, TextArea, TextField } from '../../ui'
import { focusFact } from '../../verdicts/focusFact'
import { sendOnEnter } from '../../ui/sendOnEnter'
import { keyOrName, pick, useNewsroom, usePanels, useStory } from '../../state'
import type { ReviewQuestion, AskAnswer } from '../../state/stores/reviewQuestion'
import { useWindowServices } from '../../state/windowServices'
import { useDraft } from '../../state/hooks/useDraft'
import { afterDrawing, isFocusLost } from '../../ui/focus/focusService'
import { withOpeningOf } from './withOpeningOf'
import { withoutClosing } from './withoutClosing'
import './askForm.css'

/** The whole form, not only the field. */
const intoView = (form: HTMLFormElement | null): void => form?.scrollIntoView({ block: 'nearest' })

/**
 * Asks for what a verdict needs before it is given. Closes when the verdict is signed; keeps the words when it is
 * refused.
 */
export function AskForm() {
  const ask = usePanels(({ ask }) => ask)
  const story = useStory(({ id }) => id) ?? ''
  return ask ? <Form key={`${story} ${ask.fact} ${ask.label}`} ask={ask} story={story} /> : null
}

function Form({ ask, story }: { readonly ask: ReviewQuestion; readonly story: string }) {
  const { panels } = useWindowServices()
  const {
    draft: { text, more },
    change,
    forget,
  } = useDraft((forms) => forms.ask, `${story} ${ask.fact} ${ask.label}`, { text: ask.start ?? '', more: {} })
  const [busy, setBusy] = useState(false)
  const hasBackup =
    useStory(({ assessments }) =>
      assessments.find((fact) => fact.id === ask.fact)?.evidence.some(({ locator }) => locator.trim() !== ''),
    ) === true
  const accepted = hasBackup
    ? factsPanelText('askForm.whenAnotherPersonAccepts')
    : factsPanelText('askForm.factNoEvidenceAttach', { keyOrName: keyOrName('review.evidence') })
  const unanswered = !ask.optional && text.trim() === ''
  const send = async (): Promise<void> => {
    if (busy || unanswered) return
    setBusy(true)
    const done = await ask.submit(text.trim(), said(ask, more))
    setBusy(false)
    if (!done) return
    forget()
    if (panels.store.getState().ask === ask) panels.store.setState({ ask: null })
    // Without a next open fact, the form would take the keyboard away when it closes.
    afterDrawing(() => {
      if (isFocusLost()) focusFact(ask.fact)
    })
  }
  /** Restores what was typed when the same is asked again. */
  const leave = (): void => {
    panels.store.setState({ ask: null })
    focusFact(ask.fact)
  }
  const cancel = (): void => {
    forget()
    leave()
  }
  // In a narrow window the backup returns when the form is done.
  useEffect(
    () => () => {
      if (panels.store.getState().review) panels.store.setState({ drawer: 'library' })
    },
    [panels],
  )
  return (
    <form
      ref={intoView}
      className="fact-ask"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        leave()
      }}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void send()
      }}
    >
      {ask.speaker === undefined ? null : (
        <TextField
          label={factsPanelText('askForm.said')}
          placeholder={factsPanelText('askForm.transcriptCopyNamesSpeaker')}
          autoFocus
          value={more.attributedTo ?? ask.speaker}
          onChange={(event) => change({ more: { attributedTo: event.target.value } })}
        />
      )}
      <TextArea
        label={ask.label}
        hint={ask.hint}
        rows={2}
        value={text}
        autoFocus={ask.speaker === undefined}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={sendOnEnter}
      />
      {ask.query ? (
        <QueryFields
          more={more}
          onMore={(next) => change({ more: next })}
          onQuestion={(question) => change({ text: question })}
        />
      ) : null}
      {ask.words === undefined ? null : (
        <TextField
          label={factsPanelText('askForm.rightWords')}
          dir="auto"
          value={more.proposed ?? `${ask.words}${ask.closing ?? ''}`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => change({ more: { proposed: event.target.value } })}
          hint={factsPanelText('askForm.proposedCopyLeftThey', { accepted })}
        />
      )}
      <div className="fact-ask-foot">
        <Button look="plain" keys={factsPanelText('askForm.esc')} onClick={cancel}>
          {factsPanelText('askForm.cancel')}
        </Button>
        <Button
          look="primary"
          keys={factsPanelText('askForm.enter')}
          type="submit"
          disabled={unanswered}
          aria-disabled={busy}
        >
          {ask.action}
        </Button>
      </div>
    </form>
  )
}

/** Only what was really said: no empty addressee, and no proposal equal to the standing words. */
function said(
  { words, closing = '', speaker }: ReviewQuestion,
  { addressee = '', due = '', proposed: typed = '', attributedTo = speaker }: AskAnswer,
): AskAnswer {
  const proposed = withOpeningOf(withoutClosing(typed.trim(), closing), words ?? '')
  return {
    ...(attributedTo !== undefined && attributedTo.trim() !== speaker ? { attributedTo: attributedTo.trim() } : {}),
    ...(addressee.trim() ? { addressee: addressee.trim() } : {}),
    ...(due.trim() ? { due: due.trim() } : {}),
    ...(words !== undefined && proposed && !sameWords(proposed, words) ? { proposed } : {}),
  }
}

interface QueryFieldsProps {
  readonly more: AskAnswer
  readonly onMore: (more: AskAnswer) => void
  readonly onQuestion: (question: string) => void
}

function QueryFields({ more, onMore, onQuestion }: QueryFieldsProps) {
  const { desk, person } = useNewsroom(pick('desk', 'person'))
  return (
    <>
      <SelectField
        label={factsPanelText('askForm.commonQuestions')}
        hideLabel
        value=""
        options={cannedQuestions()}
        onChange={(event) => {
          if (event.target.value !== '') onQuestion(event.target.value)
        }}
      />
      <div className="fact-ask-pair">
        <SelectField
          label={factsPanelText('askForm.to')}
          value={more.addressee ?? ''}
          onChange={(event) => onMore({ ...more, addressee: event.target.value })}
          options={[
            { value: '', label: factsPanelText('askForm.author') },
            ...peopleHere(desk.roster)
              .filter(({ name }) => name !== person)
              .map(({ name }) => ({ value: name, label: name })),
          ]}
        />
        <TextField
          label={factsPanelText('askForm.due')}
          placeholder="18:00"
          value={more.due ?? ''}
          onChange={(event) => onMore({ ...more, due: event.target.value })}
        />
      </div>
    </>
  )
}

/** Questions that every desk asks. */
const cannedQuestions = (): readonly { readonly value: string; readonly label: string }[] => [
  { value: '', label: factsPanelText('askForm.chooseQuestion') },
  ...(['source', 'who', 'wording', 'asOf', 'workedOut', 'spelling', 'title', 'response'] as const).map((name) => {
    const question = factsPanelText(`askForm.canned.${name}`)
    return { value: question, label: question }
  }),
]
