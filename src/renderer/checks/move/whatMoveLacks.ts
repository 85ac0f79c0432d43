import { checksPanelText } from '../../../catalogue/window/checksPanel'
import type { Finding } from '../../../story/assessment/finding'
import type { Move, VersionKind } from '../../../story/ledger/stages'

/** What stands in the way of a move, and the field that it is about. */
export interface MoveProblem {
  readonly at: 'reason' | 'kind' | 'override' | 'form'
  readonly text: string
}

interface AskedMove {
  readonly move: Move
  readonly reason: string
  readonly kind: VersionKind | undefined
  readonly override: string
  /** What the gate blocks. */
  readonly blocks: readonly Finding[]
  /** Why this person cannot override what blocks. */
  readonly refused: string | undefined
}

/** The first thing that the person still has to give or put right. Undefined: the move can be asked for. */
export function whatMoveLacks({ move, reason, kind, override, blocks, refused }: AskedMove): MoveProblem | undefined {
  if (move.needs.includes('reason') && reason.trim() === '')
    return { at: 'reason', text: checksPanelText('movePanel.sayWhyReasonGoes') }
  if (move.needs.includes('kind') && !kind) return { at: 'kind', text: checksPanelText('movePanel.sayWhatNextVersion') }
  if (refused !== undefined) return { at: 'form', text: checksPanelText('movePanel.putRightWhatBlocks', { refused }) }
  if (blocks.length > 0 && override.trim() === '')
    return {
      at: 'override',
      text: checksPanelText(
        blocks.some((finding) => !finding.overridable) ? 'movePanel.fixFirst' : 'movePanel.putRightOrOverride',
      ),
    }
  return undefined
}
