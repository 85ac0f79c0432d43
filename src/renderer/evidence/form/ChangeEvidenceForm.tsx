import { evidenceText } from '../../../catalogue/window/evidence'
import { useId, useState, type FormEvent } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import { shownSource } from '../../../story/desk/source'
import { STATUS_WORDS, type Evidence } from '../../../story/ledger/facts/fact'
import { useClose, useNewsroom, usePanels, useStory } from '../../state'
import { useDraft } from '../../state/hooks/useDraft'
import { useWindowServices } from '../../state/windowServices'
import { Button } from '../../ui'
import { FormEnd } from '../../ui/controls/FormEnd'
import { SideSheet } from '../../ui/dialogs/SideSheet'
import { useFocusOnProblem } from '../../ui/focus/useFocusOnProblem'
import { FileField } from './file/FileField'
import { LocatorField } from './LocatorField'
import { StanceField } from './StanceField'
import { WordsFields } from './WordsFields'
import { ReplacedFile, ReplacedWords } from './Replaced'
import { withFile, withOldFile, withOldWords } from '../passage/withPassage'

/**
 * Changes where a piece of evidence is, what it says, its note, and whether it supports, and gives it the file that it
 * lacks. Its source stays, and so does a captured file.
 */
export function ChangeEvidenceForm() {
  const overlay = usePanels(({ overlay }) => overlay)
  const assessments = useStory(({ assessments }) => assessments)
  const story = useStory(({ id }) => id)
  if (overlay?.kind !== 'changeEvidence' || story == null) return null
  const fact = assessments?.find(({ id }) => id === overlay.fact)
  const item = fact?.evidence.find(({ id }) => id === overlay.evidence)
  return fact && item ? (
    <Form
      key={`${item.id} ${overlay.taken ?? 0}`}
      story={story}
      fact={fact}
      item={item}
      attach={overlay.attach === true}
    />
  ) : null
}

interface FormProps {
  readonly story: string
  readonly fact: Assessment
  readonly item: Evidence
  readonly attach: boolean
}

function Form({ story, fact, item, attach }: FormProps) {
  const { newsroom, panels } = useWindowServices()
  const { act } = newsroom
  const sources = useNewsroom(({ desk }) => desk.sources)
  const close = useClose()
  const id = useId()
  const { draft, change, forget } = useDraft((forms) => forms.evidence, `${story} ${fact.id} ${item.id}`, {
    source: item.source,
    locator: item.locator,
    excerpt: item.excerpt ?? '',
    note: item.note ?? '',
    stance: item.stance,
    reason: '',
  })
  const { locator, excerpt, note = '', stance, file } = draft
  const [busy, setBusy] = useState(false)
  const [copying, setCopying] = useState(false)
  const [problem, setProblem] = useState<{ readonly at: 'locator' | 'form'; readonly text: string }>()
  const form = useFocusOnProblem(problem)
  const source = sources.find((one) => one.id === item.source)
  const { current } = fact

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (copying) return setProblem({ at: 'form', text: evidenceText('evidenceForm.fileStillBeingCopied') })
    if (attach && !file) return setProblem({ at: 'form', text: evidenceText('changeEvidence.chooseFile') })
    if (locator.trim() === '') return setProblem({ at: 'locator', text: evidenceText('evidenceForm.sayWhereSourceSo') })
    setBusy(true)
    const outcome = await act('fact.editEvidence', {
      story,
      fact: fact.id,
      evidence: item.id,
      locator: locator.trim(),
      excerpt: excerpt.trim(),
      note: note.trim(),
      stance,
      ...(file ? { file: file.sha256, fileName: file.name } : {}),
    })
    setBusy(false)
    if (!outcome.ok) return setProblem({ at: 'form', text: outcome.message })
    forget()
    // A changed piece is another one: the tab that was read stays open.
    panels.store.setState({ piece: { fact: fact.id, evidence: outcome.value.id } })
    close()
  }

  return (
    <SideSheet title={evidenceText(attach ? 'changeEvidence.attachTitle' : 'changeEvidence.title')} onClose={close}>
      <p className="quoted-words">{fact.text || fact.words}</p>
      <form ref={form} className="form" onSubmit={(event) => void send(event)} noValidate>
        <p>
          {source ? shownSource(source, sources) : ''}
          {item.fileName ? (
            <bdi className="soft">
              {' · '}
              {item.fileName}
            </bdi>
          ) : null}
        </p>
        {attach || item.file === undefined ? (
          <FileField
            replaced={<ReplacedFile draft={draft} onKeepOld={() => change(withOldFile(draft))} />}
            file={file}
            firstFocus={attach}
            onFile={(next) => {
              change(withFile(draft, next))
              setProblem(undefined)
            }}
            onCopying={(next) => {
              setCopying(next)
              setProblem(undefined)
            }}
            onTaken={() => form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus()}
          />
        ) : null}
        <LocatorField
          kind={source?.kind}
          picture={file?.kind === 'image'}
          value={locator}
          firstFocus={!attach}
          error={problem?.at === 'locator' ? problem.text : undefined}
          onValue={(next) => {
            change({ locator: next })
            setProblem(undefined)
          }}
        />
        <ReplacedWords replaced={draft.replaced} onKeepOld={() => change(withOldWords(draft))} />
        <WordsFields
          excerpt={excerpt}
          note={note}
          rows={5}
          onWrite={(words) => {
            change(words)
            setProblem(undefined)
          }}
        />
        <StanceField name={`${id}-stance`} stance={stance} onStance={(next) => change({ stance: next })} />
        {current ? (
          <p className="field-hint">
            {evidenceText('changeEvidence.lapses', { status: STATUS_WORDS[current.status], by: current.by })}
          </p>
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
            {evidenceText(attach ? 'evidenceForm.attach' : 'changeEvidence.save')}
          </Button>
        </FormEnd>
      </form>
    </SideSheet>
  )
}
