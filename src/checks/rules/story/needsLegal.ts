/**
 * Legal must read this: the field says so, or the copy has an allegation and legal has not completed its reading. Legal
 * signs a hash of headline, deck, cutlines and grafs with allegations. A change there or a new allegation makes it
 * required again. The key contains these words, so that an override ends when one changes.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Assessment } from '../../../story/assessment/assessment'
import { canonical } from '../../../story/text/compare'
import { partOf, type Copy } from '../../../story/copy/copy'
import type { NeedsLegal } from '../../../story/ledger/fields'
import type { Finding, Place } from '../../../story/assessment/finding'
import { hashText } from '../../../story/ledger/hash'
import { isAuthorEver } from '../../../story/assessment/authors'
import type { Story } from '../../../story/assessment/story'
import type { Check } from '../../finding/check'
import { placeOfFact } from '../../finding/factPlace'
import { named } from '../../finding/wording'

export const needsLegal: Check = ({ story, assessments, desk }) => {
  const standing = legalStanding(story, assessments, desk.settings.deskOfOne)
  if (standing === 'none' || standing === 'complete') return []
  const allegations = standingAllegations(assessments)
  const [first] = allegations
  const now = hashText(readByLegal(story.copy, allegations))
  const where: Place = first ? placeOfFact(first) : { kind: 'field', field: 'needsLegal' }
  const finding = (rule: 'needsLegal' | 'legalChanged', message: string): Finding => ({
    rule,
    key: now,
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

/** `lapsed`: the text changed after legal read it. `ownWork`: legal read its own story. Both count as required. */
export type LegalStanding = NeedsLegal | 'lapsed' | 'ownWork'

export function legalStanding(story: Story, assessments: readonly Assessment[], deskOfOne = false): LegalStanding {
  const { needsLegal: state } = story.fields
  const { legalHash: read, legalBy } = story.ledger
  if (state === 'none') return standingAllegations(assessments).length > 0 ? 'required' : 'none'
  if (state === 'required') return 'required'
  // The history does not say which text was read. Unknown is not good.
  if (read === undefined) return 'lapsed'
  if (legalBy !== undefined && !deskOfOne && isAuthorEver(story, legalBy)) return 'ownWork'
  return read === legalHash(story.copy, assessments) ? 'complete' : 'lapsed'
}

/** The effective value of the field now. */
export function legalNow(story: Story, assessments: readonly Assessment[], deskOfOne: boolean): NeedsLegal {
  const standing = legalStanding(story, assessments, deskOfOne)
  return standing === 'none' || standing === 'complete' ? standing : 'required'
}

/** Hash of the text that legal reads, stored when legal completes its reading. */
export const legalHash = (copy: Copy, facts: readonly FactRead[]): string =>
  hashText(readByLegal(copy, standingAllegations(facts)))

/** The parts of a fact in legal's hash. */
export type FactRead = Pick<Assessment, 'words' | 'ranges'> & { readonly tag: Pick<Assessment['tag'], 'type'> }

const standingAllegations = <F extends FactRead>(facts: readonly F[]): readonly F[] =>
  facts.filter((fact) => fact.tag.type === 'allegation' && fact.ranges.length > 0)

/** The text that legal signs, and its allegations: a new tag on words already read is a new question. */
function readByLegal(copy: Copy, allegations: readonly FactRead[]): string {
  const grafs = new Set(allegations.flatMap((fact) => fact.ranges.map((range) => range.block)))
  const texts = copy
    .filter((block, index) => partOf(block.role) !== 'body' || block.role === 'cutline' || grafs.has(index))
    .map(({ text }) => canonical(text))
  return [...texts, ...allegations.map((fact) => `allegation: ${canonical(fact.words)}`)].join('\n')
}
