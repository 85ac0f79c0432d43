/**
 * What legal reads and signs: headline, deck, cutlines with their pictures, and the grafs with allegations, with the
 * headers and the lead-in that these belong to, and with where links in them lead.
 */
import { partOf, type Block, type Copy } from '../../copy/copy'
import type { NeedsLegal } from '../../ledger/fields'
import { hashText } from '../../ledger/hash'
import { writersOfWords } from '../../ledger/writers/wordings'
import { canonicalJson } from '../../text/canonicalJson'
import { canonical } from '../../text/compare'
import { leadIn } from '../../view/context'
import { belongingsOf } from '../../view/neighbours'
import { holdsTableLeads, sentencesOfView, VIEW_RULE } from '../../view/signedView'
import type { Assessment } from '../assessment'
import { isAuthorEver } from './authors'
import type { Story } from '../story'

/**
 * `lapsed`: the text changed after legal read it. `ownWork`: legal read its own story, or an allegation that it wrote.
 * Both count as required.
 */
export type LegalReadState = NeedsLegal | 'lapsed' | 'ownWork'

/** How the legal read of a story stands. `deskOfOne`: people may read their own stories. */
export function legalReadState(story: Story, assessments: readonly Assessment[], deskOfOne = false): LegalReadState {
  const { needsLegal: state } = story.fields
  const { legalHash: read, legalBy } = story.ledger
  if (state === 'none') return standingAllegations(assessments).length > 0 ? 'required' : 'none'
  if (state === 'required') return 'required'
  // The history does not say which text was read. Unknown is not good.
  if (read === undefined) return 'lapsed'
  const isOwn = (by: string): boolean => isAuthorEver(story, by) || wroteAllegation(assessments, by)
  if (legalBy !== undefined && !deskOfOne && isOwn(legalBy)) return 'ownWork'
  return isLegalRead(read, story.copy, assessments) ? 'complete' : 'lapsed'
}

/** Whether the history names a person as a writer of an allegation's words that stand. */
export const wroteAllegation = (assessments: readonly Assessment[], by: string): boolean =>
  standingAllegations(assessments).some(({ record, words }) => writersOfWords(record, words).has(by))

/** The effective value of the field now. */
export function legalNow(story: Story, assessments: readonly Assessment[], deskOfOne: boolean): NeedsLegal {
  const state = legalReadState(story, assessments, deskOfOne)
  return state === 'none' || state === 'complete' ? state : 'required'
}

/** Hash of what legal reads, stored when legal completes its reading. */
export const legalHash = (copy: Copy, facts: readonly FactRead[]): string =>
  hashText(`legal 4\n${canonicalJson([readByLegal(copy, standingAllegations(facts)), linksRead(copy, facts)])}`)

/**
 * The legal hashes of earlier Stets, oldest first: of texts alone, then without links, then by earlier rules of the
 * view. A reading or an override that keeps such a hash still holds.
 */
export const legalHashesBefore = (copy: Copy, facts: readonly FactRead[]): readonly string[] => [
  legalHashOfTexts(copy, facts),
  hashText(`legal 2\n${canonicalJson(readByLegal(copy, standingAllegations(facts), 1))}`),
  hashText(`legal 3\n${canonicalJson([readByLegal(copy, standingAllegations(facts), 1), linksRead(copy, facts)])}`),
  hashText(`legal 4\n${canonicalJson([readByLegal(copy, standingAllegations(facts), 2), linksRead(copy, facts)])}`),
]

const legalHashOfTexts = (copy: Copy, facts: readonly FactRead[]): string => {
  const allegations = standingAllegations(facts)
  const texts = blocksRead(copy, allegations).map(({ text }) => canonical(text))
  return hashText([...texts, ...allegations.map(({ words }) => `allegation: ${canonical(words)}`)].join('\n'))
}

/** Whether a kept hash is that of what legal reads here. */
export const isLegalRead = (hash: string, copy: Copy, facts: readonly FactRead[]): boolean =>
  hash === legalHash(copy, facts) || legalHashesBefore(copy, facts).includes(hash)

/** The parts of a fact in legal's hash. */
export type FactRead = Pick<Assessment, 'words' | 'ranges'> & { readonly tag: Pick<Assessment['tag'], 'type'> }

/** Allegations whose words are in the copy. */
export const standingAllegations = <F extends FactRead>(facts: readonly F[]): readonly F[] =>
  facts.filter((fact) => fact.tag.type === 'allegation' && fact.ranges.length > 0)

function blocksRead(copy: Copy, allegations: readonly FactRead[]): readonly Block[] {
  const grafs = new Set(allegations.flatMap((fact) => fact.ranges.map((range) => range.block)))
  return copy.filter((block, index) => partOf(block.role) !== 'body' || block.role === 'cutline' || grafs.has(index))
}

/** What legal signs, and its allegations: a new tag on words already read is a new question. */
const readByLegal = (copy: Copy, allegations: readonly FactRead[], rule: number = VIEW_RULE): unknown => ({
  blocks: blocksRead(copy, allegations).map(({ text, picture }) => ({
    text: canonical(text),
    ...(picture ? { file: picture.file, alt: canonical(picture.alt), credit: canonical(picture.credit) } : {}),
  })),
  allegations: allegations.map(({ words, ranges }) => ({ words: canonical(words), ...saysWhat(copy, ranges, rule) })),
})

/** The linked words of each block, and where they lead. */
const linksRead = (copy: Copy, facts: readonly FactRead[]): unknown =>
  blocksRead(copy, standingAllegations(facts)).map(({ text, spans }) =>
    spans.flatMap((span) => (span.mark === 'link' ? [[canonical(text.slice(span.from, span.to)), span.href]] : [])),
  )

/** The headers and the lead-in of an allegation: what the words say, and of whom. */
function saysWhat(
  copy: Copy,
  ranges: FactRead['ranges'],
  rule: number,
): { readonly headers: unknown; readonly belongsTo: unknown } {
  const blocks = ranges.map(({ block }) => block)
  const { headers, belongsTo } = belongingsOf(copy, Math.min(...blocks), Math.max(...blocks), holdsTableLeads(rule))
  const textsOf = (indexes: readonly number[]): readonly string[] =>
    indexes.flatMap((index) => {
      const block = copy[index]
      const { from, to } = block ? leadIn(block, sentencesOfView(rule)) : { from: 0, to: 0 }
      return block ? [canonical(block.text.slice(from, to))] : []
    })
  return { headers: textsOf(headers), belongsTo: textsOf(belongsTo) }
}
