import { useId, useMemo, useState, type FormEvent } from 'react'
import { evidenceText } from '../../../../catalogue/window/evidence'
import { factsPanelText } from '../../../../catalogue/window/factsPanel'
import type { Assessment } from '../../../../story/assessment/assessment'
import { sourceBook } from '../../../../story/desk/source'
import { pick, useClose, useNewsroom, type StoryPart } from '../../../state'
import { useDraft } from '../../../state/hooks/useDraft'
import type { EvidenceDraft } from '../../../state/stores/drafts'
import { Button } from '../../../ui'
import { FormEnd } from '../../../ui/controls/FormEnd'
import { SideSheet } from '../../../ui/dialogs/SideSheet'
import { useFocusOnProblem } from '../../../ui/focus/useFocusOnProblem'
import { lastEvidenceOf } from '../../../verdicts/lastEvidence'
import { lookKey } from '../../../verdicts/lookKey'
import { withFile, withOldFile } from '../../passage/withPassage'
import { FileField } from '../file/FileField'
import { LocatorField } from '../LocatorField'
import { ReplacedFile } from '../Replaced'
import { StanceField } from '../StanceField'
import { WordsFields } from '../WordsFields'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { firstMissing, type AttachProblem } from './firstMissing'
import { reasonAsked } from './reasonAsked'
import { ReasonField } from './ReasonField'
import type { Seen } from './seen'
import { SourceField } from './SourceField'
import { useAfterAttach } from './useAfterAttach'
import { useAttach } from './useAttach'
import { useFieldOrder } from './useFieldOrder'

export interface AttachFormProps {
  readonly story: StoryPart<'id' | 'entries' | 'assessments'>
  readonly assessment: Assessment
  /** The form signs the fact, too, if the evidence supports it. */
  readonly verify: boolean
  /** The fact when the form opened. */
  readonly first: Assessment
  /** What is signed: the fact when the form opened, or as it was when the form asked again. */
  readonly seen: Seen
  /** From now on the fact as it is now is what the person has before them. */
  readonly askAgain: () => void
}

/** The fields of a new piece of evidence, and what sends them. */
export function AttachForm({ story, assessment, verify, first, seen, askAgain }: AttachFormProps) {
  const { desk, person } = useNewsroom(pick('desk', 'person'))
  const close = useClose()
  const id = useId()
  const [last] = useState(() => lastEvidenceOf(story.entries, person ?? '', desk.sources)?.source)
  const { draft, change, forget } = useDraft((forms) => forms.evidence, `${story.id} ${assessment.id}`, {
    source: last,
    locator: '',
    excerpt: '',
    stance: 'supports',
    reason: '',
  })
  const { source, fresh, sought, locator, excerpt, note = '', stance, file, reason } = draft
  const [copying, setCopying] = useState(false)
  const [remembered] = useState(source !== undefined)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AttachProblem>()

  const form = useFocusOnProblem(problem)
  const book = useMemo(() => sourceBook(desk.sources), [desk.sources])
  const kind = fresh?.kind ?? desk.sources.find((item) => item.id === source)?.kind
  const signs = verify && stance === 'supports'
  const asked = signs ? reasonAsked(assessment) : undefined
  const order = useFieldOrder({ form, draft, asked, last, assessments: story.assessments })
  const problemAt = (field: AttachProblem['at']): string | undefined =>
    problem?.at === field ? problem.text : undefined

  const at = { story: story.id, fact: assessment.id }
  const attach = useAttach({ ...at, seen, onSource: (used) => change({ source: used, fresh: undefined }) })
  const beforeAttach = useAfterAttach({ ...at, forget })

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (copying) return setProblem({ at: 'form', text: evidenceText('evidenceForm.fileStillBeingCopied') })
    const missing = firstMissing(draft, asked)
    if (missing) return setProblem(missing)
    if (signs && lookKey(assessment) !== lookKey(seen.fact)) {
      askAgain()
      return setProblem({ at: 'form', text: evidenceText('evidenceForm.askedAgain') })
    }
    if (signs && !seen.isLookedAt()) return setProblem({ at: 'form', text: factsPanelText('useVerdicts.lookFirst') })
    setBusy(true)
    setProblem(undefined)
    const goOn = beforeAttach()
    const refused = await attach(draft, signs)
    setBusy(false)
    if (refused !== undefined) return setProblem({ at: 'form', text: refused })
    goOn(signs)
  }

  /** Writes into the draft. The problem is about what was there before. */
  const write = (part: Partial<EvidenceDraft>): void => {
    change(part)
    setProblem(undefined)
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
        <SourceField
          draft={draft}
          type={assessment.record.type ?? assessment.tag.type}
          problem={problemAt('source')}
          focusFirst={!remembered}
          onChoose={(choice) => {
            order.sourceChosen()
            write(choice)
          }}
          onDone={order.toLocator}
          onTyping={(text) => {
            if (text !== sought) change({ sought: text })
            setProblem(undefined)
          }}
          onDescribe={(next) => change({ fresh: next })}
        />
        <LocatorField
          field={order.locatorField}
          kind={kind}
          picture={file?.kind === 'image'}
          value={locator}
          firstFocus={remembered}
          error={problemAt('locator')}
          onValue={(next) => write({ locator: next })}
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
          onTaken={order.onwards}
        />
        <StanceField name={`${id}-stance`} stance={stance} onStance={(next) => change({ stance: next })} />
        {asked ? (
          <ReasonField
            asked={asked}
            reason={reason}
            error={problemAt('reason')}
            onReason={(next) => write({ reason: next })}
          />
        ) : null}
        <FormEnd
          problem={problemAt('form')}
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
