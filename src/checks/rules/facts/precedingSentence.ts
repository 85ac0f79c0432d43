/** The sentence before a signed quote, paraphrase or allegation changed: "He said" may now be someone else. Warns. */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { factKey } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named, signed } from '../../finding/wording'

export const precedingSentence: Check = ({ assessments }) =>
  assessments.flatMap((fact): Finding[] => {
    const { current } = fact
    if (!fact.precedingChanged || !current || fact.ranges.length === 0 || fact.status !== current.status) return []
    return [
      {
        rule: 'precedingSentence',
        key: factKey(fact),
        severity: 'warn',
        message: checksText('context.precedingChanged', { words: named(fact.words), signed: signed(current, 'it') }),
        where: placeOfFact(fact),
        overridable: false,
        dismissable: true,
      },
    ]
  })
