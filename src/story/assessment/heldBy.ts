import { findingName } from '../ledger/events/gateEvent'
import type { Stage } from '../ledger/stages'
import type { Finding } from './finding'

/**
 * The names under which “nothing to check” or an override holds for a finding. What an earlier Stet cleared with its
 * own keys stays cleared and can leave again. A person who clears a story now is asked by the current keys.
 */
export const namesHolding = (
  { rule, key, formerKeys = [] }: Pick<Finding, 'rule' | 'key' | 'formerKeys'>,
  stage: Stage,
): readonly string[] => [
  findingName({ rule, key }),
  ...(holdsAsCleared(stage) ? formerKeys.map((former) => findingName({ rule, key: former })) : []),
]

/** Whether the story is judged by what held when it was cleared. */
export const holdsAsCleared = (stage: Stage): boolean => WERE_CLEARED.has(stage)

const WERE_CLEARED: ReadonlySet<Stage> = new Set<Stage>(['cleared', 'published'])
