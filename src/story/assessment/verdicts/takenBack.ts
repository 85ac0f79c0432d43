/** Which verdict of a fact an act of a person replaces or takes back. */
import type { SignOff } from '../../ledger/facts/fact'
import type { FactRecord } from '../../ledger/record/factRecord'
import { lookerOf } from './anotherLook'

/** The verdict that is shown, and those beside it: Assessment and Counted tell them. */
export interface ShownVerdict {
  readonly record: Pick<FactRecord, 'current' | 'known'>
  readonly current?: SignOff
  readonly beside?: readonly SignOff[]
  readonly differs?: readonly SignOff[]
  readonly refused?: { readonly signOff: SignOff }
}

/** The verdict that another one would replace. Of one writer the last, whether it counts or not. */
export const lastVerdict = ({ record, current }: ShownVerdict): SignOff | undefined =>
  record.known ? (current ?? record.current) : (record.current ?? current)

/** The verdict that a person takes back. Of several that stand side by side their own. */
export function takenBack(by: string, shown: ShownVerdict): SignOff | undefined {
  const { record, current, beside = [], differs = [], refused } = shown
  if (!record.known) return lastVerdict(shown)
  const all = [...(refused ? [refused.signOff] : []), ...(current ? [current] : []), ...beside, ...differs]
  return all.find((one) => lookerOf(one) === by) ?? lastVerdict(shown)
}
