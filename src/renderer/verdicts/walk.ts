import type { Assessment } from '../../story/assessment/assessment'
import type { FactStatus } from '../../story/ledger/facts/fact'
import type { Source } from '../../story/desk/source'
import { groupByBackup } from '../../review/groupByBackup'

const TRAY: ReadonlySet<FactStatus> = new Set<FactStatus>(['cut', 'lost', 'untagged'])

/** Whether the fact's tag is not in the copy. */
export const isInTray = ({ status }: Assessment): boolean => TRAY.has(status)

/** How many facts are in the copy: the number that the rail, the list and the fact sheet give. */
export const countInCopy = (assessments: readonly Assessment[]): number =>
  assessments.reduce((count, fact) => (isInTray(fact) ? count : count + 1), 0)

/**
 * The order in which checkers walk: by the text, or by the document that backs the facts. Facts without a tag come
 * last.
 */
export type WalkOrder = 'text' | 'backup'

export function inWalkOrder(
  assessments: readonly Assessment[],
  order: WalkOrder,
  sources: ReadonlyMap<string, Source>,
): readonly Assessment[] {
  if (order === 'text') return assessments
  const standing = assessments.filter((fact) => !isInTray(fact))
  return [...groupByBackup(standing, sources).flatMap((group) => group.facts), ...assessments.filter(isInTray)]
}
