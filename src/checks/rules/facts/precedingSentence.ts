/**
 * The graf around a signed fact's context changed, or the graf before a quote, paraphrase or allegation: "He said" may
 * now be someone else. Or its item has another number in the list. Warns. For sign-offs from before views: the sentence
 * before.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { factKeys } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named, signed } from '../../finding/wording'

export const precedingSentence: Check = ({ assessments }) =>
  assessments.flatMap((fact): Finding[] => {
    const { current } = fact
    if (!fact.precedingChanged || !current || fact.ranges.length === 0 || fact.status !== current.status) return []
    return [
      {
        rule: 'precedingSentence',
        ...factKeys(fact),
        severity: 'warn',
        message: messageOf(fact, {
          words: named(fact.words),
          signed: signed(current, checksText('wording.it')),
        }),
        where: placeOfFact(fact),
        overridable: false,
        dismissable: true,
      },
    ]
  })

function messageOf(
  { beforeViews, changes }: Assessment,
  what: { readonly words: string; readonly signed: string },
): string {
  const [first, ...more] = changes.filter(({ weight, lapses }) => weight === 'warns' && !lapses)
  if (first?.part === 'rank' && more.length === 0)
    return checksText('context.rankChanged', { ...what, before: first.before, now: first.now })
  return checksText(beforeViews ? 'context.precedingChanged' : 'context.aroundChanged', what)
}
