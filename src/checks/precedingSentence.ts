/** The sentence before a signed quote, paraphrase or allegation changed: "He said" may now be someone else. Warns. */
import type { Finding } from '../story/finding'
import type { Check } from './check'
import { factKey } from './findingKey'
import { placeOfFact } from './factPlace'
import { named, signed } from './wording'

export const precedingSentence: Check = ({ assessments }) =>
  assessments.flatMap((fact): Finding[] => {
    const { current } = fact
    if (!fact.precedingChanged || !current || fact.ranges.length === 0 || fact.status !== current.status) return []
    return [{
      rule: 'precedingSentence', key: factKey(fact), severity: 'warn',
      message: `The sentence before ${named(fact.words)} changed after ${signed(current, 'it')}: does it still name the speaker?`,
      where: placeOfFact(fact), overridable: false, dismissable: true
    }]
  })
