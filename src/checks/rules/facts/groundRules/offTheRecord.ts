/** A fact whose only support was off the record. Blocks; nobody may override it. */
import { checksText } from '../../../../catalogue/rooms/checks'
import type { Finding } from '../../../../story/assessment/finding'
import type { Check } from '../../../finding/check'
import { factKey } from '../../../finding/findingKey'
import { placeOfFact } from '../../../finding/factPlace'
import { addedSince, evidenceSeen } from '../../../finding/supportingSources'
import { named } from '../../../finding/wording'

export const offTheRecord: Check = ({ assessments, desk }) =>
  assessments.flatMap((fact): Finding[] => {
    if (fact.ranges.length === 0) return []
    const supporting = evidenceSeen(fact).filter((item) => item.stance === 'supports')
    const onlyOffTheRecord =
      supporting.length > 0 && supporting.every((item) => desk.sources.get(item.source)?.groundRules === 'offTheRecord')
    if (!onlyOffTheRecord) return []
    return [
      {
        rule: 'offTheRecord',
        key: factKey(fact),
        severity: 'block',
        message: checksText('offTheRecord.only', { words: named(fact.words) }) + addedSince(fact),
        where: placeOfFact(fact),
        overridable: false,
        dismissable: false,
      },
    ]
  })
