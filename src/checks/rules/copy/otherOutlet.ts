/**
 * If another outlet's report is the only support, the sentence must name it for readers. Off the record supports
 * nothing beside it.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import { inSentenceKeys } from '../../finding/findingKey'
import { evidenceSeen, supportingSources } from '../../finding/supportingSources'
import type { Check } from '../../finding/check'
import { isNamed } from '../facts/groundRules/isNamed'
import { placeOfFact } from '../../finding/factPlace'
import { joined, named } from '../../finding/wording'

export const otherOutlet: Check = ({ assessments, desk }) =>
  assessments.flatMap((fact): Finding[] => {
    if (fact.ranges.length === 0) return []
    const sources = supportingSources(evidenceSeen(fact), desk.sources).filter(
      ({ groundRules }) => groundRules !== 'offTheRecord',
    )
    if (sources.length === 0 || !sources.every(({ kind }) => kind === 'outlet')) return []
    if (sources.some(({ name, aliases }) => [name, ...aliases].some((words) => isNamed(fact.sentence, words))))
      return []
    return [
      {
        rule: 'otherOutlet',
        ...inSentenceKeys(fact),
        severity: 'block',
        message: checksText('otherOutlet.unattributed', {
          words: named(fact.words),
          sources: joined(
            sources.map(({ name, protected: guarded }) => (guarded ? checksText('otherOutlet.unnamed') : name)),
          ),
        }),
        where: placeOfFact(fact),
        overridable: true,
        dismissable: false,
      },
    ]
  })
