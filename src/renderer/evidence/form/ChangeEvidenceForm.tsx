import { evidenceText } from '../../../catalogue/window/evidence'
import { useId, useState, type FormEvent } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import { shownSource } from '../../../story/desk/source'
import { STATUS_WORDS, type Evidence } from '../../../story/ledger/fact'
import { useClose, useNewsroom, usePanels, useStory } from '../../state'
import { useDraft } from '../../state/hooks/useDraft'
import { useWindowServices } from '../../state/windowServices'
import { Button, FormEnd, SideSheet } from '../../ui'
import { useFocusOnProblem } from '../../ui/focus/useFocusOnProblem'
import { LocatorField } from './LocatorField'
import { StanceField } from './StanceField'
import { WordsFields } from './WordsFields'

/** Changes where a piece of evidence is, what it says, its note, and whether it supports. Source and file stay. */
export function ChangeEvidenceForm() {
  const overlay = usePanels(({ overlay }) => overlay)
  const assessments = useStory(({ assessments }) => assessments)
  const story = useStory(({ id }) => id)
  if (overlay?.kind !== 'changeEvidence' || story == null) return null
  const fact = assessments?.find(({ id }) => id === overlay.fact)
  const item = fact?.evidence.find(({ id }) => id === overlay.evidence)
  return fact && item ? <Form key={item.id} story={story} fact={fact} item={item} /> : null
}

function Form({ story, fact, item }: { readonly story: string; readonly fact: Assessment; readonly item: Evidence }) {
  const { act } = useWindowServices().newsroom
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
  const { locator, excerpt, note = '', stance } = draft
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ readonly at: 'locator' | 'form'; readonly text: string }>()
  const form = useFocusOnProblem(problem)
  const source = sources.find((one) => one.id === item.source)
  const { current } = fact

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
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
    })
    setBusy(false)
    if (!outcome.ok) return setProblem({ at: 'form', text: outcome.message })
    forget()
    close()
  }

  return (
    <SideSheet title={evidenceText('changeEvidence.title')} onClose={close}>
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
        <LocatorField
          kind={source?.kind}
          value={locator}
          firstFocus
          error={problem?.at === 'locator' ? problem.text : undefined}
          onValue={(next) => {
            change({ locator: next })
            setProblem(undefined)
          }}
        />
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
            {evidenceText('changeEvidence.save')}
          </Button>
        </FormEnd>
      </form>
    </SideSheet>
  )
}
