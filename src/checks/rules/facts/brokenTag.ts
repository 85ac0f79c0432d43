/** A tag with an untagged part inside, or in two places: its words are ambiguous (rule 1). Blocks. */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Finding, Place } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { factKeys } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named, signed } from '../../finding/wording'

export const isBroken = (fact: Assessment): boolean =>
  fact.reasons.includes('hole') || fact.reasons.includes('twoPlaces')

export const brokenTag: Check = ({ assessments }) =>
  assessments
    .filter((fact) => fact.ranges.length > 0 && isBroken(fact))
    .map((fact): Finding => ({
      rule: 'hole',
      ...factKeys(fact),
      severity: 'block',
      message: messageFor(fact),
      where: placeOfGap(fact),
      overridable: true,
      dismissable: false,
    }))

function messageFor(fact: Assessment): string {
  const words = named(fact.words)
  if (fact.reasons.includes('twoPlaces')) return checksText('brokenTag.twoPlaces', { words })
  return fact.current
    ? checksText('brokenTag.sliceSince', { words, signed: signed(fact.current) })
    : checksText('brokenTag.slice', { words })
}

/** The untagged part if it is in one block, else the start of the tag. */
function placeOfGap(fact: Assessment): Place {
  const [first, second] = fact.ranges
  if (first && second && first.block === second.block && fact.reasons.includes('hole')) {
    return { kind: 'text', block: first.block, from: first.to, to: second.from, fact: fact.id }
  }
  return placeOfFact(fact)
}
