import { useEffect, useState, type FormEvent } from 'react'
import { CORRECTION_TEXTS, type CorrectionText } from '../../story/ledger/correctionNote'
import { whyNotApproveCorrection } from '../../story/assessment/entitlement'
import type { CorrectionView } from '../../story/requests/requests'
import { shortTime } from '../facts/list/factLines'
import { sendOnEnter } from '../ui/sendOnEnter'
import { Button, SelectField, SideSheet, TextArea } from '../ui'
import { pick, useClose, useNewsroom, useNotice, useStory, useStoryReadOnly, type StoryPart } from '../state'
import type { CorrectionDraft } from '../state/stores/drafts'
import { useDraft } from '../state/hooks/useDraft'
import { CorrectionNotices } from './CorrectionNotices'
import { useFocusOnProblem } from '../ui/focus/useFocusOnProblem'
import { useWindowServices } from '../state/windowServices'
import '../checks/gate.css'

/** What the version corrects: was and is, since when, why, what readers are told; and who has to be told. */
export function CorrectionPanel() {
  const story = useStory(pick('id', 'story', 'copy', 'entries'))
  return story ? <Correction key={story.id} story={story} /> : null
}

function Correction({ story }: { readonly story: StoryPart<'id' | 'story' | 'copy' | 'entries'> }) {
  const { act } = useWindowServices().newsroom
  const close = useClose()
  const [version, setVersion] = useState<number>()
  const [view, setView] = useState<CorrectionView>()
  const [problem, setProblem] = useState<string>()
  const { entries, copy, id } = story
  useEffect(() => {
    let gone = false
    void act('correction.show', { story: id, ...(version === undefined ? {} : { version }) }).then((outcome) => {
      if (gone) return
      setProblem(outcome.ok ? undefined : outcome.message)
      if (outcome.ok) setView(outcome.value)
    })
    return () => {
      gone = true
    }
    // What is proposed follows the words, and the rest the ledger.
  }, [act, id, entries, copy, version])

  if (view === undefined)
    return (
      <SideSheet title="Correction" onClose={close}>
        {problem ? (
          <p className="problem" role="alert">
            {problem}
          </p>
        ) : (
          <p className="soft">Looking at what changed…</p>
        )}
      </SideSheet>
    )
  if (view.kind === undefined) {
    return (
      <SideSheet title="Correction" onClose={close}>
        <div className="empty">
          <strong>Nothing is corrected here</strong>
          <p>
            Open the next version of a published story as a correction or clarification. What it corrects, and who has
            to be told, then stands here.
          </p>
        </div>
        <div className="form-foot">
          <Button data-first-focus onClick={close}>
            Close
          </Button>
        </div>
      </SideSheet>
    )
  }
  return (
    <SideSheet
      key="record"
      onClose={close}
      title={`${view.kind === 'correction' ? 'Correction' : 'Clarification'}, version ${view.version}`}
    >
      {view.versions.length > 1 ? (
        <SelectField
          label="Version"
          value={String(view.version)}
          options={view.versions.map((one) => ({ value: String(one), label: `Version ${one}` }))}
          onChange={(event) => setVersion(Number(event.target.value))}
        />
      ) : null}
      <Record key={view.version} view={view} story={story} />
      <CorrectionNotices view={view} story={story.id} />
    </SideSheet>
  )
}

const LABELS: Readonly<Record<CorrectionText, { readonly label: string; readonly hint?: string }>> = {
  was: { label: 'Was' },
  is: { label: 'Is' },
  cause: { label: 'Cause', hint: 'How it came about. In the history only.' },
  publicText: {
    label: 'For readers',
    hint: 'Printed with the story, after “Correction” or “Clarification” and the day.',
  },
}

const NOTHING_TYPED: CorrectionDraft = {}

function Record({ view, story }: { readonly view: CorrectionView; readonly story: StoryPart<'id' | 'story'> }) {
  const { act } = useWindowServices().newsroom
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const { announce } = useNotice()
  const close = useClose()
  const readOnly = useStoryReadOnly()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ readonly at: CorrectionText | 'form'; readonly text: string }>()
  const form = useFocusOnProblem(problem)
  const { draft, change, forget } = useDraft((forms) => forms.correction, `${story.id}\n${view.version}`, NOTHING_TYPED)
  const { record, proposed, published } = view
  const why = person === undefined ? undefined : whyNotApproveCorrection(person, story.story, desk)
  const { stage } = story.story.ledger.standing
  const locked =
    readOnly !== undefined ||
    person === undefined ||
    !view.open ||
    (why !== undefined && (stage === 'cleared' || stage === 'published'))
  const text = (name: CorrectionText): string =>
    draft[name] ?? record?.[name] ?? (name === 'was' || name === 'is' ? proposed[name] : undefined) ?? ''
  const since = draft.since ?? String(record?.since.version ?? proposed.since ?? published.at(-1)?.version ?? '')
  const changed = Object.keys(draft).length > 0
  /** It stands as it is, and this person adds nothing by recording it once more. */
  const done = record !== undefined && !changed && (record.approver !== undefined || why !== undefined)
  const type = (name: CorrectionText | 'since', value: string): void => {
    change({ [name]: value })
    setProblem(undefined)
  }

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || locked || done) return
    const empty = CORRECTION_TEXTS.find((name) => text(name).trim() === '')
    if (empty !== undefined) return setProblem({ at: empty, text: `${LABELS[empty].label} is empty.` })
    setBusy(true)
    setProblem(undefined)
    const outcome = await act('correction.note', {
      story: story.id,
      was: text('was'),
      is: text('is'),
      cause: text('cause'),
      publicText: text('publicText'),
      since: Number(since),
    })
    setBusy(false)
    if (!outcome.ok)
      return setProblem({
        at: outcome.message.startsWith('The text for readers') ? 'publicText' : 'form',
        text: outcome.message,
      })
    forget()
    announce(outcome.value.approved ? 'Recorded and approved.' : 'Recorded; somebody else approves it.')
  }

  const field = (name: CorrectionText) => (
    <TextArea
      label={LABELS[name].label}
      hint={LABELS[name].hint}
      rows={name === 'publicText' ? 3 : 2}
      value={text(name)}
      readOnly={locked}
      dir="auto"
      data-first-focus={(!locked && !done && name === firstEmpty(text)) || undefined}
      error={problem?.at === name ? problem.text : undefined}
      onKeyDown={sendOnEnter}
      onChange={(event) => type(name, event.target.value)}
    />
  )
  return (
    <form ref={form} className="form" onSubmit={(event) => void send(event)} noValidate aria-label="Record">
      <Standing view={view} />
      {field('was')}
      {field('is')}
      <SelectField
        label="Since"
        value={since}
        disabled={locked}
        onChange={(event) => type('since', event.target.value)}
        options={published.map(({ version, at }) => ({
          value: String(version),
          label: `Version ${version}, published ${shortTime(at)}`,
        }))}
      />
      {field('cause')}
      {field('publicText')}
      {problem?.at === 'form' ? (
        <p className="problem" role="alert">
          {problem.text}
        </p>
      ) : null}
      {!locked && why !== undefined && record?.approver === undefined ? (
        <p className="form-note">You are author or byline, so somebody else approves what you record.</p>
      ) : null}
      <div className="form-foot">
        {changed && !locked ? <Button onClick={forget}>{record ? 'Back to the record' : 'Start anew'}</Button> : null}
        <Button data-first-focus={locked || done || undefined} onClick={close}>
          Close
        </Button>
        {locked || done ? null : (
          <Button type="submit" look="primary" aria-disabled={busy}>
            {submitWords(record !== undefined && !changed, why === undefined)}
          </Button>
        )}
      </div>
    </form>
  )
}

const firstEmpty = (text: (name: CorrectionText) => string): CorrectionText =>
  CORRECTION_TEXTS.find((name) => text(name) === '') ?? 'was'
const submitWords = (asItStands: boolean, approves: boolean): string =>
  approves ? (asItStands ? 'Approve' : 'Record and approve') : 'Record'

function Standing({ view: { record, kind, proposed } }: { readonly view: CorrectionView }) {
  if (!record)
    return (
      <p className="panel-note">
        {proposed.was === undefined
          ? `Say what this ${kind ?? ''} corrects; it is cleared with its record.`
          : 'Proposed from what changed since the last publication. Look at it, then say why, and what readers are told.'}
      </p>
    )
  if (record.approver === undefined)
    return (
      <p className="gate-words is-stop">
        <span aria-hidden="true">✕</span> Recorded by {record.by}, {shortTime(record.at)}. Not approved yet.
      </p>
    )
  return (
    <p className="gate-words is-ok">
      <span aria-hidden="true">●</span> Approved by {record.approver}, {shortTime(record.at)}
      {record.selfApproved ? '. Self-approved' : ''}
    </p>
  )
}
