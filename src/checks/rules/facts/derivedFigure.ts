/** A derived figure must be the rounded result of its expression. Blocks. */
import { checksText } from '../../../catalogue/rooms/checks'
import { hashDerivation } from '../../../story/ledger/hash'
import { readingsOf } from '../../../story/ledger/record/factRecord'
import { wordsOfFacts } from '../../../story/assessment/assessFact'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { computeDerived } from '../../derived/computeDerived'
import { keyText } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named } from '../../finding/wording'

export const derivedFigure: Check = ({ assessments }) => {
  const derived = assessments.filter(
    ({ record, ranges, status }) =>
      ranges.length > 0 && status !== 'untagged' && readingsOf(record).some(({ derivation }) => derivation),
  )
  if (derived.length === 0) return []
  const wordsOf = wordsOfFacts(assessments)
  return derived.flatMap((fact): readonly Finding[] => {
    const [wrong] = readingsOf(fact.record).flatMap(({ derivation: noted }) => {
      const computed = noted && computeDerived(noted, fact, wordsOf)
      return !computed || computed.kind === 'agrees' ? [] : [{ derivation: noted, result: computed }]
    })
    if (!wrong) return []
    const { derivation, result } = wrong
    const message =
      result.kind === 'differs'
        ? checksText('derived.differs', {
            words: named(fact.words),
            expression: derivation.expression.trim(),
            shown: result.shown,
          })
        : checksText('derived.cannot', { words: named(fact.words), why: result.why })
    const formerKey = `${fact.id}:${keyText(fact.words)}:${result.kind === 'differs' ? result.shown : result.reason}`
    return [
      {
        rule: 'derivedFigure',
        // An override ends with the working: another one may give the same figure.
        key: `${formerKey}:${hashDerivation(derivation, wordsOf).slice(0, 32)}`,
        formerKeys: [formerKey],
        severity: 'block',
        message,
        where: placeOfFact(fact),
        overridable: true,
        dismissable: false,
      },
    ]
  })
}
