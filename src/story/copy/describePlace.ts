import type { BlockRole, Copy, Range } from './copy'

/** Where in the copy a fact begins: "headline", "deck", "graf 3", "table row 2", "cutline"; '' when it is nowhere. */
export function describePlace({ ranges: [first] }: { readonly ranges: readonly Range[] }, copy: Copy): string {
  const block = first && copy[first.block]
  if (!first || !block) return ''
  if (block.role === 'headline' || block.role === 'deck') return block.role
  if (block.cell) return `table row ${block.cell.row + 1}`
  if (block.role === 'cutline') return 'cutline'
  const graf = copy.slice(0, first.block + 1).filter(({ role }) => !NO_GRAF.has(role)).length
  return `graf ${graf}`
}

const NO_GRAF: ReadonlySet<BlockRole> = new Set(['headline', 'deck', 'cell', 'cutline'])
