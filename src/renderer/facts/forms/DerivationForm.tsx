import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { useState, type FormEvent } from 'react'
import { computeDerived } from '../../../checks/derived/computeDerived'
import { wordsOfFacts } from '../../../story/assessment/assessFact'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Derivation, DerivedInput } from '../../../story/ledger/facts/derivation'
import { Button, SelectField, TextField, Problem } from '../../ui'
import { SideSheet } from '../../ui/dialogs/SideSheet'
import { pick, useClose, usePanels, useStory } from '../../state'
import { useDraft } from '../../state/hooks/useDraft'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { derivedLine } from './derivedLine'
import { useWindowServices } from '../../state/windowServices'
import { defined } from '../../../story/text/defined'

/** Asks how the figure of the open overlay was worked out, and shows the result at once. */
export function DerivationForm() {
  const overlay = usePanels(({ overlay }) => overlay)
  const story = useStory(pick('id', 'assessments'))
  const fact = overlay?.kind === 'derivation' ? story?.assessments.find(({ id }) => id === overlay.fact) : undefined
  return story && fact ? <Form key={fact.id} story={story.id} fact={fact} assessments={story.assessments} /> : null
}

const BLANK: readonly DerivedInput[] = [
  { name: 'a', value: '' },
  { name: 'b', value: '' },
]
const KINDS = [
  {
    value: 'b - a',
    get label() {
      return factsPanelText('derivationForm.timeFromBB')
    },
  },
  {
    value: 'years(a, b)',
    get label() {
      return factsPanelText('derivationForm.wholeYearsFromDate')
    },
  },
  {
    value: 'a / rate',
    get label() {
      return factsPanelText('derivationForm.dividedRateWonDollars')
    },
  },
  {
    value: 'a * rate',
    get label() {
      return factsPanelText('derivationForm.timesRateDollarsWon')
    },
  },
  {
    value: 'change(a, b)',
    get label() {
      return factsPanelText('derivationForm.changeFromBPercent')
    },
  },
  {
    value: 'share(a, b)',
    get label() {
      return factsPanelText('derivationForm.shareBPercent')
    },
  },
  {
    value: '',
    get label() {
      return factsPanelText('derivationForm.anotherExpression')
    },
  },
]

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
  const before = fact.record.derivation
  const {
    draft: { expression, inputs, rate, rounded },
    change,
    forget,
  } = useDraft((forms) => forms.derivation, `${story} ${fact.id}`, {
    expression: before?.expression ?? 'b - a',
    inputs: before?.inputs ?? BLANK,
    rate: before?.rate ?? { value: '', source: '', date: '' },
    rounded: before?.roundedTo?.toString() ?? '',
  })
  const [problem, setProblem] = useState<string>()
  const usesRate = /\brate\b/u.test(expression)
  const roundedTo = Number(rounded)
  const derivation: Derivation = {
    expression: expression.trim(),
    inputs: inputs.filter(({ value, fact: other }) => value.trim() !== '' || other !== undefined),
    ...(usesRate && rate.value.trim() !== '' ? { rate } : {}),
    ...(rounded.trim() !== '' && roundedTo > 0 ? { roundedTo } : {}),
  }
  const line = derivedLine(
    { expression, inputs, rate: rate.value },
    computeDerived(derivation, fact, wordsOfFacts(assessments)),
    fact.words,
  )
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
    if (usesRate && (rate.value.trim() === '' || rate.source.trim() === '' || rate.date.trim() === ''))
      return setProblem(factsPanelText('derivationForm.rateNeedsSourceDate'))
    void once(() => send(derivation))
  }
  const changeInput = (index: number, next: Partial<DerivedInput>): void =>
    change({ inputs: inputs.map((input, at) => (at === index ? { ...input, ...next } : input)) })

  return (
    <SideSheet title={factsPanelText('derivationForm.howFigureWorkedOut')} onClose={close}>
      <p className="quoted-words">{fact.text || fact.words}</p>
      <form className="form" onSubmit={submit} noValidate>
        <SelectField
          label={factsPanelText('derivationForm.kind')}
          data-first-focus
          options={KINDS}
          value={KINDS.some(({ value }) => value === expression) ? expression : ''}
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
          <fieldset key={input.name} className="form-group">
            <legend className="field-label">{input.name}</legend>
            <SelectField
              label={factsPanelText('derivationForm.comesFrom')}
              options={[
                { value: '', label: factsPanelText('derivationForm.whatWrittenHere') },
                ...others.map((other) => ({
                  value: other.id,
                  label: factsPanelText('derivationForm.fact', { slice: other.words.slice(0, 60) }),
                })),
              ]}
              value={input.fact ?? ''}
              onChange={(event) => {
                const { fact: _before, ...rest } = input
                change({
                  inputs: inputs.map((other, at) =>
                    at === index
                      ? { ...rest, ...(event.target.value === '' ? {} : { fact: event.target.value, value: '' }) }
                      : other,
                  ),
                })
              }}
            />
            {input.fact === undefined ? (
              <TextField
                label={factsPanelText('derivationForm.value')}
                placeholder="11:01, 3500억, 2019-06-29"
                value={input.value}
                onChange={(event) => changeInput(index, { value: event.target.value })}
              />
            ) : null}
            <TextField
              label={factsPanelText('derivationForm.sourcePlace')}
              placeholder={factsPanelText('derivationForm.sourcePlaceExample')}
              value={input.from ?? ''}
              onChange={(event) => changeInput(index, { from: event.target.value })}
            />
          </fieldset>
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
        {usesRate ? (
          <fieldset className="form-group">
            <legend className="field-label">{factsPanelText('derivationForm.rateGroup')}</legend>
            <TextField
              label={factsPanelText('derivationForm.rate')}
              placeholder="1,428.50"
              value={rate.value}
              onChange={(event) => change({ rate: { ...rate, value: event.target.value } })}
            />
            <TextField
              label={factsPanelText('derivationForm.sourceRate')}
              value={rate.source}
              onChange={(event) => change({ rate: { ...rate, source: event.target.value } })}
            />
            <TextField
              label={factsPanelText('derivationForm.dateRate')}
              placeholder="2026-10-30"
              value={rate.date}
              onChange={(event) => change({ rate: { ...rate, date: event.target.value } })}
            />
          </fieldset>
        ) : null}
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
        <Problem text={problem} />
        <div className="form-foot">
          {before ? (
            <Button onClick={() => void once(() => send(undefined))}>
              {factsPanelText('derivationForm.workedOut')}
            </Button>
          ) : null}
          <Button
            onClick={() => {
              forget()
              close()
            }}
          >
            {factsPanelText('derivationForm.cancel')}
          </Button>
          <Button type="submit" look="primary">
            {factsPanelText('derivationForm.keep')}
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}
