/** The facts that are open, and the walk through them in review. */
import { reviewText } from '../catalogue/story/review'
import type { Assessment } from '../story/assessment/assessment'
import { lapsedByContextOnly, weighFact } from '../story/assessment/clearing'

/** Returns every fact that blocks or warns at clearing, in the given order (text order, then the tray). */
export const openFacts = (assessments: readonly Assessment[]): readonly Assessment[] =>
  assessments.filter((fact) => weighFact(fact) !== 'pass')

/**
 * "9 open facts, 7 block clearing". Undefined if all block: the issues then say what is open.
 */
export function openWords(assessments: readonly Assessment[]): string | undefined {
  const open = openFacts(assessments).map(weighFact)
  const blocks = open.filter((weight) => weight === 'block').length
  return blocks === open.length ? undefined : reviewText('openFacts.words', { count: open.length, blocks })
}

/**
 * Returns the next open fact after (1) or before (-1) the current one, in the given order and around the ends. The
 * current fact may be closed or gone; without one the walk starts at the first or the last. Undefined if no other fact
 * is open.
 */
export function nextOpenFact(
  assessments: readonly Assessment[],
  after: string | undefined,
  direction: 1 | -1,
): Assessment | undefined {
  const count = assessments.length
  const at = assessments.findIndex((fact) => fact.id === after)
  const from = at >= 0 ? at : direction === 1 ? -1 : count
  for (let step = 1; step <= count; step++) {
    const fact = assessments.at((from + step * direction) % count)
    if (fact && fact.id !== after && weighFact(fact) !== 'pass') return fact
  }
  return undefined
}

/** Returns the other facts that one key accepts with this one. None unless this one lapsed only by its sentence too. */
export function acceptedWith(assessments: readonly Assessment[], fact: Assessment): readonly Assessment[] {
  const together = sharingContext(assessments, fact)
  return together.some(({ id }) => id === fact.id) ? together.filter(({ id }) => id !== fact.id) : []
}

/** Returns the facts that one key accepts together: all lapsed only because this sentence changed. */
export function sharingContext(assessments: readonly Assessment[], fact: Assessment): readonly Assessment[] {
  const block = fact.ranges[0]?.block
  return assessments.filter(
    (other) => lapsedByContextOnly(other) && other.sentence === fact.sentence && other.ranges[0]?.block === block,
  )
}
