/**
 * Outside running text, the place of a sentence is part of what it means: headline, deck, caption, the headers of its
 * cell, the picture of a caption. A dismissal there does not hold for the same sentence in another place.
 */
import { partOf, type Block, type Copy } from '../../story/copy/copy'
import { canonical } from '../../story/text/compare'
import { leadText } from '../../story/view/context'
import { belongingsOf, headingsOf, neighboursOf } from '../../story/view/neighbours'
import { holdsTableLeads, sentencesOfView, VIEW_RULE } from '../../story/view/signedView'
import { hashText } from '../../story/ledger/hash'
import { keyText } from './findingKey'

/** Text that is equal for two places where one sentence means the same. '' in running text. */
export function placeKey(copy: Copy, index: number): string {
  const block = copy[index]
  if (!block) return ''
  const part = block.role === 'cutline' ? block.role : partOf(block.role)
  const headers = headingsOf(neighboursOf(copy)[index] ?? { headers: [] })
  const heads = headers.length > 0 ? `@${keyText(headers.map((at) => copy[at]?.text ?? '').join(' · '))}` : ''
  return `${part === 'body' ? '' : `@${part}`}${pictureKey(block)}${heads}`
}

/**
 * What leads in to an item, a block quote or a table: “The court acquitted:”, “Kim said:”. '' where nothing does. Its
 * hash: the ledger keeps the key, and a lead-in often has a name. `rule`: the one of the view.
 */
export function leadKey(copy: Copy, index: number, rule: number = VIEW_RULE): string {
  const { belongsTo } = belongingsOf(copy, index, index, holdsTableLeads(rule))
  const texts = belongsTo.map((at) => leadText(copy[at], sentencesOfView(rule)))
  return texts.length === 0 ? '' : `@under:${hashText(canonical(texts.join(' · '))).slice(0, 32)}`
}

/** The same words under another picture say something else. '' without a picture. */
export const pictureKey = ({ picture }: Pick<Block, 'picture'>): string =>
  picture ? `@${picture.file.slice(0, 16)}` : ''
