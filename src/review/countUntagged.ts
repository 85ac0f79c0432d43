import type { Finding, Verdict } from '../story/assessment/finding'

const of = (findings: readonly Finding[]): number => findings.filter(({ rule }) => rule.startsWith('untagged')).length

/**
 * Statements without a tag, as the foot, the review and the meter count them. `blocks`: those that block clearing. A
 * file of its own: the foot is there at the start of the window, the meter later.
 */
export const countUntagged = ({
  blocks,
  warns,
}: Pick<Verdict, 'blocks' | 'warns'>): { readonly count: number; readonly blocks: number } => ({
  count: of(blocks) + of(warns),
  blocks: of(blocks),
})
