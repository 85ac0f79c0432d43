import type { Assessment } from '../../story/assessment/assessment'
import type { Place } from '../../story/assessment/finding'

/** The place of a fact: the first range of its tag, or its row in the tray if the tag is gone. */
export function placeOfFact(fact: Assessment): Place {
  const first = fact.ranges[0]
  return first ? { kind: 'text', ...first, fact: fact.id } : { kind: 'fact', fact: fact.id }
}
