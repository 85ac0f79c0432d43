/**
 * The sentence around a signed fact changed, but not its words (rule 4): an added "not", "rose" → "fell". Blocks for
 * quotes, paraphrases, allegations, figures and superlatives, and for every verdict that blocked; otherwise warns.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import { lapsedByContextOnly, weighFact } from '../../../story/assessment/clearing'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { factKey } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named, signed } from '../../finding/wording'

export const context: Check = ({ assessments }) =>
  assessments.flatMap((fact): Finding[] => {
    if (!lapsedByContextOnly(fact) || !fact.current) return []
    return [
      {
        rule: 'context',
        key: factKey(fact),
        severity: weighFact(fact) === 'block' ? 'block' : 'warn',
        message: fact.reasons.includes('ownContext')
          ? checksText('status.ownContext', { words: named(fact.words), by: fact.current.by })
          : checksText('context.changed', {
              words: named(fact.words),
              signed: signed(fact.current, checksText('wording.it')),
            }),
        where: placeOfFact(fact),
        overridable: true,
        dismissable: false,
      },
    ]
  })
