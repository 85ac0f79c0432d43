/** Which evidence can carry *verified*, and for whom (rule 7). */
import { factsText } from '../../catalogue/rooms/facts'
import type { SourceKind } from '../desk/source'
import type { FactRecord } from '../ledger/factRecord'
import type { Evidence } from '../ledger/fact'
import { isNamedIn } from '../text/personName'

export interface BackingQuestion {
  readonly verifier: string
  /** The evidence after the signature. */
  readonly evidence: readonly Evidence[]
  readonly record: Pick<FactRecord, 'broughtBy'>
  /** Whether a person is the author or has a byline. */
  readonly isAuthor: (person: string) => boolean
  readonly kindOf: (source: string) => SourceKind | undefined
}

/**
 * Why this evidence carries only *on author*, as one sentence; undefined if it carries *verified*. Evidence without a
 * captured file does not count if only the author brought it, or if it is the verifier's own observation. Evidence that
 * the record does not know yet is the verifier's.
 */
export function whyOnlyOnAuthor(question: BackingQuestion): string | undefined {
  const supporting = question.evidence.filter(({ stance }) => stance === 'supports')
  if (supporting.length === 0 || supporting.some((item) => carries(item, question))) return undefined
  return supporting.some((item) => isOwnObservation(item, question))
    ? factsText('refusal.verify.ownObservation', { by: question.verifier })
    : factsText('refusal.verify.onlyAuthorBrought')
}

function carries(item: Evidence, question: BackingQuestion): boolean {
  if (item.file !== undefined) return true
  return !question.isAuthor(bringerOf(item, question)) && !isOwnObservation(item, question)
}

/** The locator of an observation says who saw it: another person may have attached it. */
const isOwnObservation = (item: Evidence, question: BackingQuestion): boolean =>
  item.file === undefined &&
  question.kindOf(item.source) === 'observation' &&
  (bringerOf(item, question) === question.verifier || isNamedIn(item.locator, question.verifier))

const bringerOf = ({ id }: Evidence, { record, verifier }: BackingQuestion): string =>
  record.broughtBy?.[id] ?? verifier
