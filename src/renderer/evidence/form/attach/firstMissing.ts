import { evidenceText } from '../../../../catalogue/window/evidence'
import type { EvidenceDraft } from '../../../state/stores/drafts'
import type { ReasonAsked } from './reasonAsked'

/** What stands in the way of sending the form, and the field that it belongs to. */
export interface AttachProblem {
  readonly at: 'source' | 'locator' | 'reason' | 'form'
  readonly text: string
}

/** The first field that has to be filled in. Undefined: none. */
export function firstMissing(
  { source, fresh, sought, locator, reason }: EvidenceDraft,
  asked: ReasonAsked | undefined,
): AttachProblem | undefined {
  if (sought !== undefined) return { at: 'source', text: evidenceText('evidenceForm.pickSourceMeantAdd') }
  if (!fresh && source === undefined) return { at: 'source', text: evidenceText('evidenceForm.pickSourceTypeNew') }
  if (locator.trim() === '') return { at: 'locator', text: evidenceText('evidenceForm.sayWhereSourceSo') }
  if (asked && reason.trim() === '')
    return {
      at: 'reason',
      text: evidenceText(asked.replaced ? 'evidenceForm.sayWhyReplaced' : 'evidenceForm.someEvidenceContradictsFact'),
    }
  return undefined
}
