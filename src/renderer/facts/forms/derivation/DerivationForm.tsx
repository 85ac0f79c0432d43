import { useState, type FormEvent } from 'react'
import { factsPanelText } from '../../../../catalogue/window/factsPanel'
import type { Assessment } from '../../../../story/assessment/assessment'
import type { Derivation } from '../../../../story/ledger/facts/derivation'
import { defined } from '../../../../story/text/defined'
import { pick, useClose, usePanels, useStory } from '../../../state'
import { useOneAtATime } from '../../../state/hooks/useOneAtATime'
import { useWindowServices } from '../../../state/windowServices'
import { Button, SelectField, TextField } from '../../../ui'
import { FormEnd } from '../../../ui/controls/FormEnd'
import { SideSheet } from '../../../ui/dialogs/SideSheet'
import { DERIVATION_KINDS } from './derivationKinds'
import { InputFields } from './InputFields'
import { RateFields } from './RateFields'
import { useDerivationDraft } from './useDerivationDraft'

/** Asks how the figure of the open overlay was worked out, and shows the result at once. */
export function DerivationForm() {
  const overlay = usePanels(({ overlay }) => overlay)
  const story = useStory(pick('id', 'assessments'))
  const fact = overlay?.kind === 'derivation' ? story?.assessments.find(({ id }) => id === overlay.fact) : undefined
  return story && fact ? <Form key={fact.id} story={story.id} fact={fact} assessments={story.assessments} /> : null
}

function Form({
  story,
  fact,
  assessments,
}: {
  readonly story: string
  readonly fact: Assessment
  readonly assessments: readonly Assessment[]
}) {
  const { act } = useWindowServices().newsroom
  const close = useClose()
  const { draft, change, forget, usesRate, lacksRate, derivation, line } = useDerivationDraft(story, fact, assessments)
  const { expression, inputs, rate, rounded } = draft
  const [problem, setProblem] = useState<string>()
  const others = assessments.filter((other) => other.id !== fact.id && other.ranges.length > 0)

  const once = useOneAtATime()
  const send = async (next: Derivation | undefined): Promise<void> => {
    const outcome = await act('fact.derive', { story, fact: fact.id, ...defined({ derivation: next }) })
    if (!outcome.ok) return setProblem(outcome.message)
    forget()
    close()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (lacksRate) return setProblem(factsPanelText('derivationForm.rateNeedsSourceDate'))
    void once(() => send(derivation))
  }

  return (
    <SideSheet title={factsPanelText('derivationForm.howFigureWorkedOut')} onClose={close}>
      <p className="quoted-words">{fact.text || fact.words}</p>
      <form className="form" onSubmit={submit} noValidate>
        <SelectField
          label={factsPanelText('derivationForm.kind')}
          data-first-focus
          options={DERIVATION_KINDS}
          value={DERIVATION_KINDS.some(({ value }) => value === expression) ? expression : ''}
          onChange={(event) => {
            if (event.target.value !== '') change({ expression: event.target.value })
          }}
        />
        <TextField
          label={factsPanelText('derivationForm.expression')}
          hint={factsPanelText('derivationForm.namesNumbersMinutesB')}
          value={expression}
          onChange={(event) => change({ expression: event.target.value })}
        />
        {inputs.map((input, index) => (
          <InputFields
            key={input.name}
            input={input}
            facts={others}
            onChange={(next) => change({ inputs: inputs.map((other, at) => (at === index ? next : other)) })}
          />
        ))}
        <Button
          look="plain"
          onClick={() =>
            change({
              inputs: [...inputs, { name: 'abcdefghij'.charAt(inputs.length) || `x${inputs.length}`, value: '' }],
            })
          }
        >
          {factsPanelText('derivationForm.anotherInput')}
        </Button>
        {usesRate ? <RateFields rate={rate} onChange={(next) => change({ rate: next })} /> : null}
        <TextField
          label={factsPanelText('derivationForm.rounded')}
          hint={factsPanelText('derivationForm.roundedHint')}
          inputMode="decimal"
          value={rounded}
          onChange={(event) => change({ rounded: event.target.value })}
        />
        <p role="status" className={line.wrong ? 'problem' : 'soft'}>
          {line.text}
        </p>
        <FormEnd
          problem={problem}
          cancel={factsPanelText('derivationForm.cancel')}
          onCancel={() => {
            forget()
            close()
          }}
          other={
            fact.record.derivation ? (
              <Button onClick={() => void once(() => send(undefined))}>
                {factsPanelText('derivationForm.workedOut')}
              </Button>
            ) : null
          }
        >
          <Button type="submit" look="primary">
            {factsPanelText('derivationForm.keep')}
          </Button>
        </FormEnd>
      </form>
    </SideSheet>
  )
}
