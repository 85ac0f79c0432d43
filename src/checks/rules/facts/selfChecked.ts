/** A desk of one signed its own work. Warns. Blocks for allegations, which always need a second person. */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { factKey } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named } from '../../finding/wording'

export const selfChecked: Check = ({ assessments }) =>
  assessments.flatMap((fact): Finding[] => {
    const { current, status, tag } = fact
    if (!current?.selfChecked || fact.ranges.length === 0 || (status !== 'verified' && status !== 'letStand')) return []
    const allegation = tag.type === 'allegation'
    return [
      {
        rule: 'selfChecked',
        key: factKey(fact),
        severity: allegation ? 'block' : 'warn',
        message: allegation
          ? checksText('selfChecked.allegation', { words: named(fact.words), by: current.by })
          : checksText('selfChecked.fact', { words: named(fact.words), by: current.by }),
        where: placeOfFact(fact),
        overridable: true,
        dismissable: false,
      },
    ]
  })
