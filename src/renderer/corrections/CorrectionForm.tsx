import { correctionsText } from '../../catalogue/window/corrections'
import { useRef, useState, type FormEvent } from 'react'
import { CORRECTION_TEXTS, type CorrectionText } from '../../story/ledger/leaving/corrections/correctionNote'
import { isAloneWith, recordersOf } from '../../story/ledger/leaving/corrections/correctionRecorders'
import { whyNotApproveCorrection } from '../../story/assessment/people/entitlement'
import { whySaidTo } from '../../story/desk/saidTo'
import type { CorrectionView } from '../../story/requests/requests'
import { shortTime } from '../facts/shortTime'
import { sendOnEnter } from '../ui/sendOnEnter'
import { Button, Problem, SelectField, TextArea } from '../ui'
import { pick, useNewsroom, useNotice, useStoryReadOnly, type StoryPart } from '../state'
import type { CorrectionDraft } from '../state/stores/drafts'
import { useDraft } from '../state/hooks/useDraft'
import { CORRECTION_LABELS } from './correctionLabels'
import { CorrectionStanding } from './CorrectionStanding'
import { lapsedIs } from './lapsedIs'
import { useFocusOnProblem } from '../ui/focus/useFocusOnProblem'
import { onceGone } from '../ui/focus/focusService'
import { useWindowServices } from '../state/windowServices'

const NOTHING_TYPED: CorrectionDraft = {}

interface CorrectionFormProps {
  readonly view: CorrectionView
  readonly story: StoryPart<'id' | 'story' | 'entries'>
}

/** The record of a correction: a person fills it in, records it, approves it. */
export function CorrectionForm({ view, story }: CorrectionFormProps) {
  const { act } = useWindowServices().newsroom
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const { announce } = useNotice()
  const readOnly = useStoryReadOnly()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ readonly at: CorrectionText | 'form'; readonly text: string }>()
  const form = useFocusOnProblem(problem)
  const standing = useRef<HTMLParagraphElement>(null)
  const { draft, change, forget } = useDraft((forms) => forms.correction, `${story.id}\n${view.version}`, NOTHING_TYPED)
  const { record, proposed, published } = view
  const closed = person === undefined ? undefined : whyNotApproveCorrection(person, story.story, desk)
  const { stage } = story.story.ledger.standing
  const locked =
    readOnly !== undefined ||
    person === undefined ||
    !view.open ||
    (closed !== undefined && (stage === 'cleared' || stage === 'published'))
  const isNow = lapsedIs(view)
  const text = (name: CorrectionText): string =>
    draft[name] ??
    (name === 'is' ? isNow : undefined) ??
    record?.[name] ??
    (name === 'was' || name === 'is' ? proposed[name] : undefined) ??
    ''
  const since = draft.since ?? String(record?.since.version ?? proposed.since ?? published.at(-1)?.version ?? '')
  const isTyped = Object.keys(draft).length > 0
  const changed = isTyped || isNow !== undefined
  // As the ledger has it: the view shows names sealed.
  const noted = story.entries.find((entry) => entry.kind === 'correctionNoted' && entry.seq === record?.entry)
  const asItStands = !changed && noted?.kind === 'correctionNoted' ? noted : undefined
  const wrote = person !== undefined && (!asItStands || isAloneWith(person, asItStands, story.entries))
  const why =
    person === undefined ? undefined : whySaidTo(person, whyNotApproveCorrection(person, story.story, desk, wrote))
  const stands = asItStands !== undefined && recordersOf(asItStands, story.entries).includes(person ?? '')
  /** The record is complete, and this person would add nothing by recording it again. */
  const done = record !== undefined && !changed && (record.approver !== undefined || (why !== undefined && stands))
  const startOver = (): void => {
    const goOn = onceButtonGone(() => form.current?.querySelector('textarea'))
    setProblem(undefined)
    forget()
    goOn()
  }
  const type = (name: CorrectionText | 'since', value: string): void => {
    change({ [name]: value })
    setProblem(undefined)
  }

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || locked || done) return
    const empty = CORRECTION_TEXTS.find((name) => text(name).trim() === '')
    if (empty !== undefined) return setProblem({ at: empty, text: correctionsText(`correctionMissing.${empty}`) })
    setBusy(true)
    setProblem(undefined)
    const goOn = onceButtonGone(() => standing.current)
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
        at: outcome.message.startsWith(correctionsText('correctionPanel.textReaders')) ? 'publicText' : 'form',
        text: outcome.message,
      })
    forget()
    goOn()
    announce(
      outcome.value.approved
        ? correctionsText(asItStands ? 'correctionPanel.approvedNow' : 'correctionPanel.recordedApproved')
        : correctionsText('correctionPanel.recordedSomebodyElseApproves'),
    )
  }

  const field = (name: CorrectionText) => (
    <TextArea
      label={CORRECTION_LABELS[name].label}
      hint={CORRECTION_LABELS[name].hint}
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
    <form
      ref={form}
      className="form"
      onSubmit={(event) => void send(event)}
      noValidate
      aria-label={correctionsText('correctionPanel.record')}
    >
      <CorrectionStanding ref={standing} view={view} />
      {field('was')}
      {field('is')}
      <SelectField
        label={correctionsText('correctionPanel.since')}
        value={since}
        disabled={locked}
        onChange={(event) => type('since', event.target.value)}
        options={published.map(({ version, at }) => ({
          value: String(version),
          label: correctionsText('correctionPanel.versionPublished', { version, at: shortTime(at) }),
        }))}
      />
      {field('cause')}
      {field('publicText')}
      <Problem text={problem?.at === 'form' ? problem.text : undefined} />
      {!locked && why !== undefined && record?.approver === undefined ? (
        <p className="form-note">
          {closed === undefined
            ? correctionsText('correctionPanel.youWriteSo')
            : asItStands && !stands
              ? correctionsText('correctionPanel.standBy', { by: asItStands.by })
              : correctionsText('correctionPanel.youAuthorBylineSo')}
        </p>
      ) : null}
      <div className="form-foot">
        {isTyped && !locked ? (
          <Button onClick={startOver}>
            {record ? correctionsText('correctionPanel.backRecord') : correctionsText('correctionPanel.startAnew')}
          </Button>
        ) : null}
        {locked || done ? null : (
          <Button type="submit" aria-disabled={busy}>
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
  approves
    ? asItStands
      ? correctionsText('correctionPanel.approve')
      : correctionsText('correctionPanel.recordApprove')
    : correctionsText('correctionPanel.record')

/** Prepares to move the keyboard when the pressed button goes. A key of a field that sends the form stays there. */
function onceButtonGone(place: () => HTMLElement | null | undefined): () => void {
  const pressed = document.activeElement
  return onceGone(pressed instanceof HTMLButtonElement ? pressed : null, place)
}
