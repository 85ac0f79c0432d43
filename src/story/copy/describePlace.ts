import { factsText } from '../../catalogue/story/facts'
import type { BlockRole, Copy, Range } from './copy'

/** The word for a role of a block in a sentence: "subhead", "list item". */
export const blockRoleWords = (role: BlockRole): string => factsText(`blockRole.${role}`)

/** Where a fact begins: "headline", "deck", "graf 3", "table row 2", "cutline"; '' if it is not in the copy. */
export function describePlace({ ranges: [first] }: { readonly ranges: readonly Range[] }, copy: Copy): string {
  const block = first && copy[first.block]
  if (!first || !block) return ''
  if (block.role === 'headline' || block.role === 'deck') return factsText(`place.${block.role}`)
  if (block.cell) return factsText('place.tableRow', { row: block.cell.row + 1 })
  if (block.role === 'cutline') return factsText('place.cutline')
  const graf = copy.slice(0, first.block + 1).filter(({ role }) => !NO_GRAF.has(role)).length
  return factsText('place.graf', { graf })
}

const NO_GRAF: ReadonlySet<BlockRole> = new Set(['headline', 'deck', 'cell', 'cutline'])
