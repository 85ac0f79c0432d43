/** What legal reads and signs: headline, deck, cutlines and the grafs with allegations. */
import { partOf, type Copy } from '../../copy/copy'
import type { NeedsLegal } from '../../ledger/fields'
import { hashText } from '../../ledger/hash'
import { writersOfWords } from '../../ledger/writers/wordings'
import { canonical } from '../../text/compare'
import type { Assessment } from '../assessment'
import { isAuthorEver } from './authors'
import type { Story } from '../story'

/**
 * `lapsed`: the text changed after legal read it. `ownWork`: legal read its own story, or an allegation that it wrote.
 * Both count as required.
 */
export type LegalStanding = NeedsLegal | 'lapsed' | 'ownWork'

export function legalStanding(story: Story, assessments: readonly Assessment[], deskOfOne = false): LegalStanding {
  const { needsLegal: state } = story.fields
  const { legalHash: read, legalBy } = story.ledger
  if (state === 'none') return standingAllegations(assessments).length > 0 ? 'required' : 'none'
  if (state === 'required') return 'required'
  // The history does not say which text was read. Unknown is not good.
  if (read === undefined) return 'lapsed'
  const isOwn = (by: string): boolean => isAuthorEver(story, by) || wroteAllegation(assessments, by)
  if (legalBy !== undefined && !deskOfOne && isOwn(legalBy)) return 'ownWork'
  return read === legalHash(story.copy, assessments) ? 'complete' : 'lapsed'
}

/** Whether the history names a person as a writer of an allegation's words that stand. */
export const wroteAllegation = (assessments: readonly Assessment[], by: string): boolean =>
  standingAllegations(assessments).some(({ record, words }) => writersOfWords(record, words).has(by))

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

/** Allegations whose words are in the copy. */
export const standingAllegations = <F extends FactRead>(facts: readonly F[]): readonly F[] =>
  facts.filter((fact) => fact.tag.type === 'allegation' && fact.ranges.length > 0)

/** The text that legal signs, and its allegations: a new tag on words already read is a new question. */
function readByLegal(copy: Copy, allegations: readonly FactRead[]): string {
  const grafs = new Set(allegations.flatMap((fact) => fact.ranges.map((range) => range.block)))
  const texts = copy
    .filter((block, index) => partOf(block.role) !== 'body' || block.role === 'cutline' || grafs.has(index))
    .map(({ text }) => canonical(text))
  return [...texts, ...allegations.map((fact) => `allegation: ${canonical(fact.words)}`)].join('\n')
}
