import { findingName } from '../ledger/events/gateEvent'
import type { Stage } from '../ledger/stages'
import type { Finding } from './finding'

/**
 * The names under which “nothing to check” or an override holds for a finding. What an earlier Stet cleared with its
 * own keys stays cleared and can leave again. A person who clears a story now is asked by the keys of now.
 */
export const namesHolding = (
  { rule, key, formerKey }: Pick<Finding, 'rule' | 'key' | 'formerKey'>,
  stage: Stage,
): readonly string[] => [
  findingName({ rule, key }),
  ...(formerKey !== undefined && WERE_CLEARED.has(stage) ? [findingName({ rule, key: formerKey })] : []),
]

const WERE_CLEARED: ReadonlySet<Stage> = new Set<Stage>(['cleared', 'published'])
