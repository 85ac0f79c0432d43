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
  const read = story.ledger.legalHash
  if ((state === 'none' && !first) || (state === 'complete' && read === undefined)) return []
  const now = hashText(readByLegal(story.copy, allegations))
  if (state === 'complete' && read === now) return []
  const where: Place = first ? placeOfFact(first) : { kind: 'field', field: 'needsLegal' }
  if (state === 'complete') {
    return [{ rule: 'legalChanged', key: now, severity: 'block', message: 'The headline, the deck or the grafs with allegations changed after legal read them.', where, overridable: true, dismissable: false }]
  }
  const message = first
    ? `Legal has not read the allegation ${named(first.words)}${allegations.length > 1 ? ` and ${allegations.length - 1} more` : ''}.`
    : 'Legal has not read this story.'
  const found: Finding = { rule: 'needsLegal', key: now, severity: 'block', message, where, overridable: true, dismissable: false }
  return [found]
}

/** Hash of what legal reads, kept when legal completes its reading. */
export const legalHash = (copy: Copy, assessments: readonly Assessment[]): string =>
  hashText(readByLegal(copy, assessments.filter((fact) => fact.tag.type === 'allegation' && fact.ranges.length > 0)))

/** The text that legal signs for: headline, deck, and each graf in which an allegation stands. */
function readByLegal(copy: Copy, allegations: readonly Assessment[]): string {
  const grafs = new Set(allegations.flatMap((fact) => fact.ranges.map((range) => range.block)))
  return copy.filter(({ role }, index) => role === 'headline' || role === 'deck' || grafs.has(index)).map(({ text }) => canonical(text)).join('\n')
}
