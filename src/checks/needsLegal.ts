/**
 * Legal has yet to read this: the field says so, or the copy holds an allegation and legal has not completed its reading.
 * The key holds the headline, the deck and the grafs with allegations, so that an override falls when one of them changes.
 */
import type { Assessment } from '../story/assessment'
import { canonical } from '../story/compare'
import type { Copy } from '../story/copy'
import type { Finding, Place } from '../story/finding'
import { hashText } from '../story/hash'
import type { Check } from './check'
import { placeOfFact } from './factPlace'
import { named } from './wording'

export const needsLegal: Check = ({ story, assessments }) => {
  const state = story.fields.needsLegal
  const allegations = assessments.filter((fact) => fact.tag.type === 'allegation' && fact.ranges.length > 0)
  const [first] = allegations
  if (state === 'complete' || (state === 'none' && !first)) return []
  const where: Place = first ? placeOfFact(first) : { kind: 'field', field: 'needsLegal' }
  const message = first
    ? `Legal has not read the allegation ${named(first.words)}${allegations.length > 1 ? ` and ${allegations.length - 1} more` : ''}.`
    : 'Legal has not read this story.'
  const found: Finding = { rule: 'needsLegal', key: hashText(readByLegal(story.copy, allegations)), severity: 'block', message, where, overridable: true, dismissable: false }
  return [found]
}

/** The text that legal signs for: headline, deck, and each graf in which an allegation stands. */
function readByLegal(copy: Copy, allegations: readonly Assessment[]): string {
  const grafs = new Set(allegations.flatMap((fact) => fact.ranges.map((range) => range.block)))
  return copy.filter(({ role }, index) => role === 'headline' || role === 'deck' || grafs.has(index)).map(({ text }) => canonical(text)).join('\n')
}
