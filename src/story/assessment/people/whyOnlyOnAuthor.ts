/** Which evidence can carry *verified*, and for whom (rule 7). */
import { factsText } from '../../../catalogue/story/facts'
import { isObservation, type Source } from '../../desk/source'
import type { FactRecord } from '../../ledger/record/factRecord'
import type { Evidence } from '../../ledger/facts/fact'
import { isNamedIn } from '../../text/words/personName'

export interface BackingQuestion {
  readonly verifier: string
  /** The evidence after the signature. */
  readonly evidence: readonly Evidence[]
  readonly record: Pick<FactRecord, 'broughtBy'>
  /** Whether a person is the author or has a byline. */
  readonly isAuthor: (person: string) => boolean
  /** Whether nobody knows who added the piece of evidence with this id. Asked when somebody signs. */
  readonly isUnproven?: (evidence: string) => boolean
  /** The names of all authors. */
  readonly authors: () => readonly string[]
  /** What the id of a piece of evidence leads to. */
  readonly source: (id: string) => Source | undefined
}

/**
 * Why this evidence carries only *on author*, as one sentence; undefined if it carries *verified*. Evidence without a
 * captured file does not count if only the author brought it, or if an author or the verifier saw it. Evidence that the
 * record does not know yet is the verifier's.
 */
export function whyOnlyOnAuthor(question: BackingQuestion): string | undefined {
  const supporting = supportingIn(question)
  if (supporting.length === 0 || carryingIn(question).length > 0) return undefined
  if (supporting.some((item) => item.file === undefined && isUnproven(item, question)))
    return factsText('refusal.verify.broughtWithoutPin')
  return supporting.some((item) => isSight(item, question) && isSeenBy(item, question.verifier, question))
    ? factsText('refusal.verify.ownObservation', { by: question.verifier })
    : factsText('refusal.verify.onlyAuthorBrought')
}

const supportingIn = ({ evidence }: BackingQuestion): readonly Evidence[] =>
  evidence.filter(({ stance }) => stance === 'supports')

/** The supporting evidence that carries *verified*. */
export const carryingIn = (question: BackingQuestion): readonly Evidence[] =>
  supportingIn(question).filter((item) => carries(item, question))

function carries(item: Evidence, question: BackingQuestion): boolean {
  if (item.file !== undefined) return true
  if (bringersOf(item, question).some((person) => question.isAuthor(person)) || isUnproven(item, question)) return false
  if (!isSight(item, question)) return true
  return (
    !isSeenBy(item, question.verifier, question) && !question.authors().some((name) => isSeenBy(item, name, question))
  )
}

/** An author may have added it under that name. */
const isUnproven = ({ id }: Evidence, question: BackingQuestion): boolean => question.isUnproven?.(id) === true

const isSight = (item: Evidence, question: BackingQuestion): boolean => {
  const source = question.source(item.source)
  return item.file === undefined && source !== undefined && isObservation(source)
}

/** The locator of an observation says who saw it: another person may have attached it. */
const isSeenBy = (item: Evidence, person: string, question: BackingQuestion): boolean =>
  bringersOf(item, question).includes(person) || isNamedIn(item.locator, person)

const bringersOf = ({ id }: Evidence, { record, verifier }: BackingQuestion): readonly string[] =>
  record.broughtBy?.[id] ?? [verifier]
