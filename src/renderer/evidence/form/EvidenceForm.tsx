import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { evidenceText } from '../../../catalogue/window/evidence'
import { useId, useMemo, useRef, useState, type FormEvent } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import { replacedVerdict } from '../../../story/assessment/people/entitlement'
import type { Outcome } from '../../../ipc/contract'
import { STATUS_WORDS, type Evidence } from '../../../story/ledger/facts/fact'
import { listedSources, sourceBook } from '../../../story/desk/source'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { FileField } from './file/FileField'
import { NewSourceFields } from './NewSourceFields'
import { SourcePicker } from '../../sources/picker/SourcePicker'
import { Button, TextArea } from '../../ui'
import { FormEnd } from '../../ui/controls/FormEnd'
import { SideSheet } from '../../ui/dialogs/SideSheet'
import { lastEvidenceOf } from '../../verdicts/lastEvidence'
import { isInCopy } from '../../verdicts/focusFact'
import { lookKey } from '../../verdicts/lookKey'
import { behindForm, duplicatesShown, seenFact } from '../../verdicts/useSign'
import { useVerdicts } from '../../verdicts/useVerdicts'
import { pick, useClose, useNewsroom, usePanels, useStory, type StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { useDraft } from '../../state/hooks/useDraft'
import { LocatorField } from './LocatorField'
import { sendOnEnter } from '../../ui/sendOnEnter'
import { isLatestOfFact } from './isLatestOfFact'
import { newSourceKind } from './newSourceKind'
import { StanceField } from './StanceField'
import { WordsFields } from './WordsFields'
import { ReplacedFile } from './Replaced'
import { withFile, withOldFile } from '../passage/withPassage'
import { useFocusOnProblem } from '../../ui/focus/useFocusOnProblem'
import { unlessMovedOn } from '../../ui/focus/focusService'

/**
 * Attaches evidence to the fact of the open overlay. With `verify`, the same action also signs the fact as verified.
 */
export function EvidenceForm() {
  const overlay = usePanels(({ overlay }) => overlay)
  const story = useStory(pick('id', 'entries', 'assessments'))
  if (overlay?.kind !== 'evidence' || !story) return null
  const assessment = story.assessments.find((fact) => fact.id === overlay.fact)
  return assessment ? (
    <Opened
      key={overlay.fact}
      story={story}
      assessment={assessment}
      verify={overlay.verify === true}
      taken={overlay.taken ?? 0}
    />
  ) : null
}

/** The fact and its story as the person had them before them, and whether that was long enough. */
interface Seen {
  readonly fact: Assessment
  readonly assessments: readonly Assessment[]
  readonly isLookedAt: () => boolean
}

interface OpenedProps {
  readonly story: StoryPart<'id' | 'entries' | 'assessments'>
  readonly assessment: Assessment
  readonly verify: boolean
}

/** Keeps what the person saw when the form opened, also while a passage of a file is taken into it. */
function Opened({ taken, ...opened }: OpenedProps & { readonly taken: number }) {
  const { panels } = useWindowServices()
  const { assessment, story } = opened
  const [first] = useState(assessment)
  const [seen, setSeen] = useState((): Seen => ({
    ...{ fact: assessment, assessments: story.assessments, isLookedAt: behindForm(assessment, panels) },
  }))
  const askAgain = (): void =>
    setSeen({ fact: assessment, assessments: story.assessments, isLookedAt: behindForm(assessment, panels) })
  return <Form key={taken} {...opened} first={first} seen={seen} askAgain={askAgain} />
}

function Form({
  story,
  assessment,
  verify,
  first,
  seen,
  askAgain,
}: OpenedProps & {
  /** The fact when the form opened. */
  readonly first: Assessment
  /** What is signed: the fact when the form opened, or as it was when the form asked again. */
  readonly seen: Seen
  /** From now on the fact as it is now is what the person has before them. */
  readonly askAgain: () => void
}) {
  const { act } = useWindowServices().newsroom
  const { desk, person } = useNewsroom(pick('desk', 'person'))
  const close = useClose()
  const review = usePanels(({ review }) => review)
  const { panels, newsroom, notices } = useWindowServices()
  const { step, order } = useVerdicts()
  const id = useId()
  const locatorField = useRef<HTMLInputElement>(null)
  const [last] = useState(() => lastEvidenceOf(story.entries, person ?? '', desk.sources)?.source)
  const { draft, change, forget } = useDraft((forms) => forms.evidence, `${story.id} ${assessment.id}`, {
    source: last,
    locator: '',
    excerpt: '',
    stance: 'supports',
    reason: '',
  })
  const { source, fresh, sought, locator, excerpt, note = '', stance, file, reason } = draft
  const typing = sought !== undefined
  const [copying, setCopying] = useState(false)
  const [remembered] = useState(source !== undefined)
  /** The source is the one of the person’s evidence before this. */
  const [isGuess, setGuess] = useState(source !== undefined && source === last && file === undefined)
  const type = assessment.record.type ?? assessment.tag.type
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{
    readonly at: 'source' | 'locator' | 'reason' | 'form'
    readonly text: string
  }>()

  const form = useFocusOnProblem(problem)
  const sources = useMemo(() => listedSources(desk.sources), [desk.sources])
  const book = useMemo(() => sourceBook(desk.sources), [desk.sources])
  const kind = fresh?.kind ?? desk.sources.find((item) => item.id === source)?.kind
  const signs = verify && stance === 'supports'
  const replaced = signs ? replacedVerdict('verified', assessment.words, assessment) : undefined
  const asksReason =
    signs && (replaced !== undefined || assessment.evidence.some((item) => item.stance === 'contradicts'))

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (copying) return setProblem({ at: 'form', text: evidenceText('evidenceForm.fileStillBeingCopied') })
    if (typing) return setProblem({ at: 'source', text: evidenceText('evidenceForm.pickSourceMeantAdd') })
    if (!fresh && source === undefined)
      return setProblem({ at: 'source', text: evidenceText('evidenceForm.pickSourceTypeNew') })
    if (locator.trim() === '') return setProblem({ at: 'locator', text: evidenceText('evidenceForm.sayWhereSourceSo') })
    if (asksReason && reason.trim() === '')
      return setProblem({
        at: 'reason',
        text: evidenceText(replaced ? 'evidenceForm.sayWhyReplaced' : 'evidenceForm.someEvidenceContradictsFact'),
      })
    if (signs && lookKey(assessment) !== lookKey(seen.fact)) {
      askAgain()
      return setProblem({ at: 'form', text: evidenceText('evidenceForm.askedAgain') })
    }
    if (signs && !seen.isLookedAt()) return setProblem({ at: 'form', text: factsPanelText('useVerdicts.lookFirst') })
    setBusy(true)
    setProblem(undefined)
    const opened = panels.store.getState().overlay
    const walk = order()
    const refused = await attach()
    setBusy(false)
    if (refused !== undefined) return setProblem({ at: 'form', text: refused })
    // In review the next fact is said instead. What was only attached is offered for undo.
    if (!review && signs) notices.announce(evidenceText('evidenceForm.verified'))
    const shown = panels.store.getState().overlay
    // A passage came into this form meanwhile: its draft stays with the form that shows it.
    if (shown !== opened && shown?.kind === 'evidence' && shown.fact === assessment.id && shown.taken !== undefined)
      return
    forget()
    // Another story is open now, or the person left the form: it is gone, and they are elsewhere.
    if (newsroom.store.getState().session?.id !== story.id || shown !== opened) return
    // The person is writing in the copy: leave the keyboard there.
    if (isInCopy()) return panels.dismiss()
    close()
    // One verdict moves on by one fact, as every other status does.
    if (review && signs) step(1, assessment.id, walk)
  }

  /** Moves on after Enter on a source. A person who went elsewhere meanwhile keeps the keyboard there. */
  const toLocator = (): void => unlessMovedOn(() => locatorField.current?.focus())

  /**
   * Moves to the next field that is still empty, or to the button that sends the form. A file that is new to the story
   * may well come from another source than the one before: that one is selected, and typing replaces it.
   */
  const onwards = (): void => {
    const isOther =
      isGuess &&
      !story.assessments.some(({ evidence }) =>
        evidence.some((one) => one.source === source && one.file === file?.sha256),
      )
    const missing =
      isOther || typing || (!fresh && source === undefined)
        ? '[role="combobox"]'
        : locator.trim() === ''
          ? undefined
          : asksReason && reason.trim() === ''
            ? '[data-reason]'
            : '[type="submit"]'
    const next = missing === undefined ? locatorField.current : form.current?.querySelector<HTMLElement>(missing)
    next?.focus()
    if (isOther && next instanceof HTMLInputElement) next.select()
  }

  /** The new piece is the one that is shown. Undo removes it, unless somebody has dealt with the fact since. */
  const add = async (evidence: Omit<Evidence, 'id'>): Promise<Outcome<unknown>> => {
    const fact = assessment.id
    const added = await act('fact.addEvidence', { story: story.id, fact, evidence })
    if (!added.ok) return added
    const piece = added.value.id
    panels.store.setState({ piece: { fact, evidence: piece } })
    newsroom.undoList.offer(
      evidenceText('evidenceForm.attached'),
      async () => notices.check(await act('fact.removeEvidence', { story: story.id, fact, evidence: piece })),
      async () => isLatestOfFact(newsroom.store.getState().session?.store.getState().view.entries ?? [], fact, piece),
    )
    return added
  }

  /** Returns what stood in the way. Undefined when all was done. */
  const attach = async (): Promise<string | undefined> => {
    let used = source
    if (fresh) {
      const { aliases, ...words } = fresh
      const added = await act('source.add', fresh.protected && aliases.length > 0 ? fresh : words)
      if (!added.ok) return added.message
      used = added.value.id
      change({ source: used, fresh: undefined })
    }
    const evidence = {
      source: used ?? '',
      locator: locator.trim(),
      stance,
      ...(excerpt.trim() ? { excerpt: excerpt.trim() } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(file ? { file: file.sha256, fileName: file.name } : {}),
    }
    const outcome = signs
      ? await act('fact.sign', {
          story: story.id,
          ...seenFact(seen.fact),
          status: 'verified',
          evidence,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
          ...(review ? duplicatesShown(seen.fact, seen.assessments, panels) : {}),
        })
      : await add(evidence)
    return outcome.ok ? undefined : outcome.message
  }

  return (
    <SideSheet
      title={verify ? evidenceText('evidenceForm.verifyEvidence') : evidenceText('evidenceForm.addEvidence')}
      onClose={close}
    >
      <p className="quoted-words">{assessment.text || assessment.words}</p>
      {signs && lookKey(assessment) !== lookKey(first) ? (
        <ChangedMeanwhile before={first} now={assessment} sources={book} />
      ) : null}
      <form ref={form} className="form" onSubmit={(event) => void send(event)} noValidate>
        <SourcePicker
          label={evidenceText('evidenceForm.source')}
          placeholder={evidenceText('evidenceForm.typeFindAddSource')}
          sources={sources}
          picked={fresh ? undefined : source}
          problem={problem?.at === 'source' ? problem.text : undefined}
          focusFirst={!remembered}
          fresh={fresh?.name}
          onPick={(next, done) => {
            setGuess(false)
            change({ source: next, fresh: undefined, chosen: true })
            setProblem(undefined)
            if (done) toLocator()
          }}
          onNew={(name) => {
            setGuess(false)
            change({
              chosen: true,
              fresh: {
                ...(fresh ?? { kind: newSourceKind(name, type), groundRules: 'onTheRecord', protected: false }),
                name,
                aliases: [],
              },
            })
            setProblem(undefined)
          }}
          begun={sought}
          onTyping={(text) => {
            if (text !== sought) change({ sought: text })
            setProblem(undefined)
          }}
        />
        {fresh ? <NewSourceFields fresh={fresh} onChange={(next) => change({ fresh: next })} /> : null}
        <LocatorField
          field={locatorField}
          kind={kind}
          picture={file?.kind === 'image'}
          value={locator}
          firstFocus={remembered}
          error={problem?.at === 'locator' ? problem.text : undefined}
          onValue={(next) => {
            change({ locator: next })
            setProblem(undefined)
          }}
        />
        <WordsFields excerpt={excerpt} note={note} onWrite={change} />
        <FileField
          file={file}
          replaced={<ReplacedFile draft={draft} onKeepOld={() => change(withOldFile(draft))} />}
          onFile={(next) => change(withFile(draft, next))}
          onCopying={(next) => {
            setCopying(next)
            setProblem(undefined)
          }}
          onTaken={onwards}
        />
        <StanceField name={`${id}-stance`} stance={stance} onStance={(next) => change({ stance: next })} />
        {asksReason ? (
          <TextArea
            data-reason
            label={
              replaced
                ? factsPanelText('useVerdicts.whyReplaced', { by: replaced.by, status: STATUS_WORDS[replaced.status] })
                : evidenceText('evidenceForm.whyStandsAlthoughOther')
            }
            rows={2}
            value={reason}
            onKeyDown={sendOnEnter}
            error={problem?.at === 'reason' ? problem.text : undefined}
            onChange={(event) => {
              change({ reason: event.target.value })
              setProblem(undefined)
            }}
          />
        ) : null}
        <FormEnd
          problem={problem?.at === 'form' ? problem.text : undefined}
          cancel={evidenceText('evidenceForm.cancel')}
          onCancel={() => {
            forget()
            close()
          }}
        >
          <Button type="submit" look="primary">
            {signs ? evidenceText('evidenceForm.attachVerify') : evidenceText('evidenceForm.attach')}
          </Button>
        </FormEnd>
      </form>
    </SideSheet>
  )
}
