/**
 * Legal must read this: the field says so, or the copy has an allegation and legal has not completed its reading. Legal
 * signs a hash of headline, deck, cutlines, pictures and grafs with allegations, with their headers and lead-ins, and
 * with where links lead. A change there or a new allegation makes it required again. The key contains these words, so
 * that an override ends when one changes. An override from before pictures or links counted keeps its key.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding, Place } from '../../../story/assessment/finding'
import {
  legalHash,
  legalHashesBefore,
  legalReadState,
  standingAllegations,
} from '../../../story/assessment/people/legalRead'
import type { Check } from '../../finding/check'
import { placeOfFact } from '../../finding/factPlace'
import { named } from '../../finding/wording'

export const needsLegal: Check = ({ story, assessments, desk }) => {
  const standing = legalReadState(story, assessments, desk.settings.deskOfOne)
  if (standing === 'none' || standing === 'complete') return []
  const allegations = standingAllegations(assessments)
  const [first] = allegations
  const now = legalHash(story.copy, assessments)
  const before = legalHashesBefore(story.copy, assessments)
  const where: Place = first ? placeOfFact(first) : { kind: 'field', field: 'needsLegal' }
  const finding = (rule: 'needsLegal' | 'legalChanged', message: string): Finding => ({
    rule,
    key: story.ledger.overrides.find((one) => one.rule === rule && before.includes(one.key))?.key ?? now,
    severity: 'block',
    message,
    where,
    overridable: true,
    dismissable: false,
  })
  if (standing === 'lapsed')
    return [
      finding('legalChanged', checksText(story.ledger.legalHash === undefined ? 'legal.unknown' : 'legal.changed')),
    ]
  if (standing === 'ownWork')
    return [
      finding('legalChanged', checksText('legal.ownWork', { by: story.ledger.legalBy ?? checksText('legal.unnamed') })),
    ]
  return [
    finding(
      'needsLegal',
      first
        ? checksText('legal.unreadAllegations', { words: named(first.words), more: allegations.length - 1 })
        : checksText('legal.unread'),
    ),
  ]
}
