import { correctionsText } from '../../catalogue/window/corrections'
import { useEffect, useRef, useState, type FormEvent, type Ref } from 'react'
import { CORRECTION_TEXTS, type CorrectionText } from '../../story/ledger/leaving/corrections/correctionNote'
import { isAloneWith, recordersOf } from '../../story/ledger/leaving/corrections/correctionRecorders'
import { whyNotApproveCorrection } from '../../story/assessment/people/entitlement'
import { whySaidTo } from '../../story/desk/saidTo'
import type { CorrectionView } from '../../story/requests/requests'
import { shortTime } from '../facts/shortTime'
import { sendOnEnter } from '../ui/sendOnEnter'
import { Button, Problem, SelectField, TextArea } from '../ui'
import { pick, useNewsroom, useNotice, useStory, useStoryReadOnly, type StoryPart } from '../state'
import type { CorrectionDraft } from '../state/stores/drafts'
import { useDraft } from '../state/hooks/useDraft'
import { Notices } from './Notices'
import { TabForm } from './TabForm'
import { useFocusOnProblem } from '../ui/focus/useFocusOnProblem'
import { onceGone } from '../ui/focus/focusService'
import { useWindowServices } from '../state/windowServices'
import '../checks/gate.css'
import { defined } from '../../story/text/defined'

/** Shows the record of a correction: was, is, since when, cause, text for readers; and who has to be told. */
export function CorrectionPanel() {
  const story = useStory(pick('id', 'story', 'copy', 'entries'))
  return story ? <Correction key={story.id} story={story} /> : null
}

function Correction({ story }: { readonly story: StoryPart<'id' | 'story' | 'copy' | 'entries'> }) {
  const { act } = useWindowServices().newsroom
  const [version, setVersion] = useState<number>()
  const [view, setView] = useState<CorrectionView>()
  const [problem, setProblem] = useState<string>()
  const { entries, copy, id } = story
  useEffect(() => {
    let gone = false
    void act('correction.show', { story: id, ...defined({ version }) }).then((outcome) => {
      if (gone) return
      setProblem(outcome.ok ? undefined : outcome.message)
      if (outcome.ok) setView(outcome.value)
    })
    return () => {
      gone = true
    }
    // The proposal depends on the words, the rest on the ledger.
  }, [act, id, entries, copy, version])

  if (view === undefined)
    return (
      <TabForm tab="correction" title={correctionsText('correctionPanel.correction')} isReady={false}>
        {problem ? (
          <Problem text={problem} />
        ) : (
          <p className="soft">{correctionsText('correctionPanel.lookingWhatChanged')}</p>
        )}
      </TabForm>
    )
  if (view.kind === undefined) {
    return (
      <TabForm tab="correction" title={correctionsText('correctionPanel.correction')} isReady>
        <div className="empty">
          <strong>{correctionsText('correctionPanel.nothingCorrectedHere')}</strong>
          <p>{correctionsText('correctionPanel.openNextVersionPublished')}</p>
        </div>
      </TabForm>
    )
  }
  const isApproved = view.record?.approver !== undefined && !view.lapsed
  return (
    <TabForm
      key="record"
      tab="correction"
      isReady
      title={correctionsText('correctionPanel.version', {
        part:
          view.kind === 'correction'
            ? correctionsText('correctionPanel.correction')
            : correctionsText('correctionPanel.clarification'),
        version: view.version,
      })}
      aside={
        <span className={isApproved ? 'is-ok' : 'is-stop'}>
          {correctionsText(
            view.lapsed
              ? 'correctionPanel.isLapsed'
              : isApproved
                ? 'correctionPanel.isApproved'
                : 'correctionPanel.notApproved',
          )}
        </span>
      }
    >
      {view.versions.length > 1 ? (
        <SelectField
          label={correctionsText('correctionPanel.versionLabel')}
          value={String(view.version)}
          options={view.versions.map((one) => ({
            value: String(one),
            label: correctionsText('correctionPanel.versionOption', { one }),
          }))}
          onChange={(event) => setVersion(Number(event.target.value))}
        />
      ) : null}
      <Record key={view.version} view={view} story={story} />
      <Notices
        of={{ story: story.id, version: view.version }}
        title={correctionsText('correctionNotices.whereWrongWordsWent', {
          count: view.published.length,
          version: view.published[0]?.version ?? 1,
        })}
        nowhere={correctionsText('correctionNotices.noExportCarriedThem', { kind: view.kind })}
        destinations={view.destinations}
        notYet={correctionsText('correctionNotices.noticeHereOnceRecord')}
      />
    </TabForm>
  )
}

const LABELS: Readonly<Record<CorrectionText, { readonly label: string; readonly hint?: string }>> = {
  was: {
    get label() {
      return correctionsText('correctionPanel.was')
    },
  },
  is: {
    get label() {
      return correctionsText('correctionPanel.is')
    },
  },
  cause: {
    get label() {
      return correctionsText('correctionPanel.cause')
    },
    get hint() {
      return correctionsText('correctionPanel.howCameAboutHistory')
    },
  },
  publicText: {
    get label() {
      return correctionsText('correctionPanel.readers')
    },
    get hint() {
      return correctionsText('correctionPanel.printedStoryAfterCorrection')
    },
  },
}

const NOTHING_TYPED: CorrectionDraft = {}

interface RecordProps {
  readonly view: CorrectionView
  readonly story: StoryPart<'id' | 'story' | 'entries'>
}

function Record({ view, story }: RecordProps) {
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
    <form
      ref={form}
      className="form"
      onSubmit={(event) => void send(event)}
      noValidate
      aria-label={correctionsText('correctionPanel.record')}
    >
      <Standing ref={standing} view={view} />
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

/** What is right now, where the record of a lapsed approval has other words for it. Undefined: as recorded. */
function lapsedIs({ record, lapsed, proposed }: CorrectionView): string | undefined {
  const isOfNote = lapsed && record !== undefined && proposed.was === record.was
  return isOfNote && proposed.is !== record.is ? proposed.is : undefined
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

function Standing({ view, ref }: { readonly view: CorrectionView; readonly ref: Ref<HTMLParagraphElement> }) {
  const { record, lapsed, kind, proposed } = view
  if (!record)
    return (
      <p ref={ref} className="panel-note" tabIndex={-1}>
        {proposed.was === undefined
          ? correctionsText('correctionPanel.sayWhatCorrectsCleared', { value: kind ?? '' })
          : correctionsText('correctionPanel.proposedFromWhatChanged')}
      </p>
    )
  if (record.approver === undefined)
    return (
      <p ref={ref} className="gate-words is-warn" tabIndex={-1}>
        <span aria-hidden="true">▲</span>{' '}
        {correctionsText('correctionPanel.recordedApprovedYet', { by: record.by, at: shortTime(record.at) })}
      </p>
    )
  const said = { approver: record.approver, at: shortTime(record.at) }
  if (lapsed)
    return (
      <p ref={ref} className="gate-words is-stop" tabIndex={-1}>
        <span aria-hidden="true">▲</span>{' '}
        {correctionsText(
          lapsedIs(view) === undefined ? 'correctionPanel.lapsed' : 'correctionPanel.lapsedProposed',
          said,
        )}
      </p>
    )
  return (
    <p ref={ref} className="gate-words is-ok" tabIndex={-1}>
      <span aria-hidden="true">●</span> {correctionsText('correctionPanel.approved', said)}
      {record.selfApproved ? correctionsText('correctionPanel.selfApproved') : ''}
    </p>
  )
}
