/**
 * The sentence around a signed fact changed, but not its words (rule 4): an added "not", "rose" → "fell". Blocks for
 * quotes, paraphrases, allegations, figures and superlatives, and for every verdict that blocked; otherwise warns.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import { lapsedByContextOnly, weighFact } from '../../../story/assessment/clearing'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { factKeys } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { joined, named, signed } from '../../finding/wording'
import type { Assessment } from '../../../story/assessment/assessment'
import type { SignOff } from '../../../story/ledger/facts/fact'

export const context: Check = ({ assessments }) =>
  assessments.flatMap((fact): Finding[] => {
    if (!lapsedByContextOnly(fact) || !fact.current) return []
    return [
      {
        rule: 'context',
        ...factKeys(fact),
        severity: weighFact(fact) === 'block' ? 'block' : 'warn',
        message: messageOf(fact, fact.current),
        where: placeOfFact(fact),
        overridable: true,
        dismissable: false,
      },
    ]
  })

function messageOf({ words, reasons }: Assessment, current: SignOff): string {
  if (reasons.includes('ownContext')) return checksText('status.ownContext', { words: named(words), by: current.by })
  const by = signed(current, checksText('wording.it'))
  if (reasons.length === 1 && reasons[0] === 'context')
    return checksText('context.changed', { words: named(words), signed: by })
  const what = reasons.flatMap((reason) =>
    reason === 'context' ||
    reason === 'headers' ||
    reason === 'belongsTo' ||
    reason === 'picture' ||
    reason === 'links' ||
    reason === 'dateline'
      ? [checksText(`changed.${reason}`)]
      : [],
  )
  return checksText('context.partChanged', { words: named(words), what: joined(what), signed: by })
}
