/** Whether a look may still carry its verdict over to another context. */
import { rightsText } from '../../../catalogue/story/rights'
import type { SignOff } from '../../ledger/facts/fact'
import { isAnswered, knewEntry, type FactRecord } from '../../ledger/record/factRecord'

/**
 * Why a look does not count, as one sentence for people. Undefined: it counts. It does not after an answer took the
 * verdict away, nor if its writer knew of a verdict that came after it, or of a different one by somebody who did not
 * know it. `given`: the verdict. `before`: the sign-offs that count and that the writer of the look knew, each with its
 * verdict.
 */
export function whyNotLook(
  look: SignOff,
  given: SignOff,
  before: readonly { readonly signOff: SignOff; readonly verdict: SignOff }[],
  record: Pick<FactRecord, 'answers' | 'known'>,
): string | undefined {
  const isPassed = before.some(
    ({ signOff, verdict }) =>
      verdict.entry !== given.entry &&
      !knewEntry(record, given.entry, signOff.entry) &&
      (knewEntry(record, signOff.entry, given.entry) || signOff.status !== given.status),
  )
  if (!isPassed && !isAnswered(record, given)) return undefined
  return rightsText('look.since', { by: given.by, looker: look.acceptedBy ?? look.by })
}
