/** Which verdicts of a fact a person has before them, beside the view of its words (story/view). */
import type { SignOff } from '../../ledger/facts/fact'
import type { ShownVerdict } from './takenBack'

/** The verdicts on a fact that are shown. Leaves out those that were taken back, and those whose query was answered. */
export interface StandingVerdicts extends ShownVerdict {
  readonly unfit?: readonly SignOff[]
}

/** The name of a verdict in a request: the hash of its entry. */
export const nameOfVerdict = ({ hash, entry }: SignOff): string => hash ?? String(entry)

/** The verdicts that stand on a fact, each once. */
export function standingVerdicts(shown: StandingVerdicts): readonly SignOff[] {
  const { record, current, refused, beside = [], differs = [], unfit = [] } = shown
  const all = [record.current, refused?.signOff, current, ...beside, ...differs, ...unfit]
  const byName = new Map(all.flatMap((one) => (one ? [[nameOfVerdict(one), one] as const] : [])))
  return [...byName.values()]
}

/** The names of the verdicts that stand on a fact, as requests carry them. Empty: none stands. */
export const standingOf = (shown: StandingVerdicts): readonly string[] => standingVerdicts(shown).map(nameOfVerdict)
