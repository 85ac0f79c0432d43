import { computeDerived } from '../../../../checks/derived/computeDerived'
import { wordsOfFacts } from '../../../../story/assessment/assessFact'
import type { Assessment } from '../../../../story/assessment/assessment'
import type { Derivation, DerivedInput } from '../../../../story/ledger/facts/derivation'
import { useDraft } from '../../../state/hooks/useDraft'
import { derivedLine } from './derivedLine'

const BLANK: readonly DerivedInput[] = [
  { name: 'a', value: '' },
  { name: 'b', value: '' },
]

/** Keeps the calculation that a person is writing for a fact, and works out its result. */
export function useDerivationDraft(story: string, fact: Assessment, assessments: readonly Assessment[]) {
  const before = fact.record.derivation
  const { draft, change, forget } = useDraft((forms) => forms.derivation, `${story} ${fact.id}`, {
    expression: before?.expression ?? 'b - a',
    inputs: before?.inputs ?? BLANK,
    rate: before?.rate ?? { value: '', source: '', date: '' },
    rounded: before?.roundedTo?.toString() ?? '',
  })
  const { expression, inputs, rate, rounded } = draft
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
  /** Whether the rate, its source or its date is missing. */
  const lacksRate = usesRate && (rate.value.trim() === '' || rate.source.trim() === '' || rate.date.trim() === '')
  return { draft, change, forget, usesRate, lacksRate, derivation, line }
}
