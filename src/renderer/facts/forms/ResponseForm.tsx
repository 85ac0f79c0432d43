import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { useId, useRef, useState, type FormEvent } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import { lastEarlierResponse } from '../../../story/assessment/responses'
import { Button, TextField } from '../../ui'
import { useNotice, useStoryReadOnly } from '../../state'
import { useHasDraft, useDraft } from '../../state/hooks/useDraft'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import type { ResponseDraft } from '../../state/stores/drafts'
import { useWindowServices } from '../../state/windowServices'
import { focusIfLost } from '../../ui/focus/focusService'
import './responseForm.css'

/** Notes for an allegation who was asked for a response, how, when, and what they said. */
export function Responses({ fact, story }: { readonly fact: Assessment; readonly story: string }) {
  const readOnly = useStoryReadOnly()
  const [adding, setAdding] = useState(useHasDraft((forms) => forms.response, `${story} ${fact.id}`))
  const responses = fact.record.responses ?? []
  const opener = useRef<HTMLButtonElement>(null)
  const done = (): void => {
    setAdding(false)
    // The form takes the keyboard away when it closes.
    focusIfLost(() => opener.current)
  }
  return (
    <div className="responses">
      <span className="fact-changed-label">{factsPanelText('responseForm.responseSought')}</span>
      {responses.map(({ who, how, when, reply }, place) => (
        <p key={place}>
          {[who, how, when].join(', ')}:{' '}
          {reply === '' ? (
            <span className="soft">{factsPanelText('responseForm.noReplyYet')}</span>
          ) : (
            <q dir="auto">{reply}</q>
          )}
        </p>
      ))}
      {responses.length === 0 ? <p className="soft">{factsPanelText('responseForm.nobodyNotedOneYet')}</p> : null}
      {readOnly !== undefined ? null : adding ? (
        <ResponseForm fact={fact} story={story} done={done} />
      ) : (
        <Button ref={opener} onClick={() => setAdding(true)}>
          {factsPanelText('responseForm.noteResponse')}
        </Button>
      )}
    </div>
  )
}

const EMPTY = { who: '', how: '', when: '', reply: '' }

/** What a new form begins with: the last response, if the words of the allegation changed since. Else nothing. */
function startOf(fact: Assessment): ResponseDraft {
  const last = lastEarlierResponse(fact)
  if (last?.words === undefined) return EMPTY
  const { who, how, when, reply, words } = last
  return { who, how, when, reply, earlierWords: words }
}

function ResponseForm({
  fact,
  story,
  done,
}: {
  readonly fact: Assessment
  readonly story: string
  readonly done: () => void
}) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const key = `${story} ${fact.id}`
  const { draft, change, forget } = useDraft<ResponseDraft>((forms) => forms.response, key, startOf(fact))
  const { earlierWords, ...words } = draft
  const note = useId()
  const close = (): void => {
    forget()
    done()
  }
  const set =
    (field: keyof typeof EMPTY) =>
    (event: { readonly target: { readonly value: string } }): void =>
      change({ [field]: event.target.value })
  const once = useOneAtATime()
  const send = async (): Promise<void> => {
    if (check(await act('fact.response', { story, fact: fact.id, ...words })) !== undefined) close()
  }
  return (
    <form
      className="form panel-form"
      aria-label={factsPanelText('responseForm.responseSought')}
      aria-describedby={earlierWords === undefined ? undefined : note}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void once(send)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        done()
      }}
      noValidate
    >
      {earlierWords === undefined ? null : (
        <p className="soft" id={note}>
          {factsPanelText('responseForm.onEarlierWords', { words: earlierWords })}
        </p>
      )}
      <TextField
        label={factsPanelText('responseForm.whoAsked')}
        autoFocus
        value={words.who}
        placeholder={factsPanelText('responseForm.ministrysPressOffice')}
        onChange={set('who')}
      />
      <div className="form-pair">
        <TextField
          label={factsPanelText('responseForm.how')}
          value={words.how}
          placeholder={factsPanelText('responseForm.phone')}
          onChange={set('how')}
        />
        <TextField
          label={factsPanelText('responseForm.when')}
          value={words.when}
          placeholder={factsPanelText('responseForm.whenExample')}
          onChange={set('when')}
        />
      </div>
      <TextField
        label={factsPanelText('responseForm.reply')}
        hint={factsPanelText('responseForm.leaveEmptyWhileAwaited')}
        value={words.reply}
        onChange={set('reply')}
      />
      <div className="form-foot">
        <Button onClick={close}>{factsPanelText('responseForm.cancel')}</Button>
        <Button type="submit" look="primary">
          {factsPanelText('responseForm.note')}
        </Button>
      </div>
    </form>
  )
}
