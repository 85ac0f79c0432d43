import type { Assessment } from '../../story/assessment/assessment'

/**
 * Memoizes a pure function of a fact. A fact that did not change is the same assessment: after a letter, the checks of
 * a long story cost the facts around it.
 */
export function memoizeByFact<T>(compute: (fact: Assessment) => T): (fact: Assessment) => T {
  const known = new WeakMap<Assessment, { readonly answer: T }>()
  return (fact) => {
    let found = known.get(fact)
    if (!found) known.set(fact, (found = { answer: compute(fact) }))
    return found.answer
  }
}
