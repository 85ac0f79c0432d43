/** The walk through open facts: what review visits, and what comes next. */
import type { Assessment } from '../story/assessment/assessment'
import { lapsedByContextOnly, weighFact } from '../story/assessment/clearing'

/** Every fact that blocks or warns at clearing, in the order given (text order, then the tray). */
export const openFacts = (assessments: readonly Assessment[]): readonly Assessment[] =>
  assessments.filter((fact) => weighFact(fact) !== 'pass')

/**
 * The next open fact after (1) or before (-1) the one in hand, in the order given, going round at the ends. The fact in
 * hand may have just been closed or be gone; without one the walk starts at the first or the last. Undefined when nothing
 * else is open.
 */
export function nextOpenFact(
  assessments: readonly Assessment[],
  after: string | undefined,
  direction: 1 | -1,
): Assessment | undefined {
  const ordered = direction === 1 ? assessments : assessments.toReversed()
  const at = ordered.findIndex((fact) => fact.id === after)
  return openFacts([...ordered.slice(at + 1), ...ordered.slice(0, Math.max(0, at))])[0]
}

/** The facts that one key accepts together: lapsed by nothing but the change of the sentence that this fact stands in. */
export function sharingContext(assessments: readonly Assessment[], fact: Assessment): readonly Assessment[] {
  const block = fact.ranges[0]?.block
  return assessments.filter(
    (other) => lapsedByContextOnly(other) && other.sentence === fact.sentence && other.ranges[0]?.block === block,
  )
}
