import type { Assessment } from '../../../../story/assessment/assessment'
import { replacedVerdict } from '../../../../story/assessment/people/entitlement'
import type { SignOff } from '../../../../story/ledger/facts/fact'

/** A reason that the form asks for before it signs. */
export interface ReasonAsked {
  /** The verdict against the fact that the tick takes the place of. Undefined: other evidence contradicts the fact. */
  readonly replaced: SignOff | undefined
}

/** The reason that a tick of this fact needs now. Undefined: none. */
export function reasonAsked(fact: Assessment): ReasonAsked | undefined {
  const replaced = replacedVerdict('verified', fact.words, fact)
  const isContradicted = fact.evidence.some(({ stance }) => stance === 'contradicts')
  return replaced !== undefined || isContradicted ? { replaced } : undefined
}
