import type { Stage } from '../../../../story/ledger/stages'

export interface MoveBack {
  readonly to: Stage
  /** The move back asks for a reason. */
  readonly needsReason: boolean
}

/**
 * The legal move that leads back where a move came from. Undefined if there is none: a published story stays published,
 * and nobody can file a story again in another's name.
 */
export function undoOfMove(from: Stage, to: Stage): MoveBack | undefined {
  if (from === 'draft' && to === 'filed') return { to: 'draft', needsReason: true }
  if (from === 'inReview' && to === 'cleared') return { to: 'inReview', needsReason: false }
  if (to === 'spiked') return { to: from, needsReason: false }
  if (from === 'spiked') return { to: 'spiked', needsReason: false }
  return undefined
}
