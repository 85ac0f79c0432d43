import type { Assessment } from '../../../../story/assessment/assessment'
import type { Panels } from '../../../state/stores/panels'
import { behindForm } from '../../../verdicts/useSign'

/** The fact and its story as the person had them before them, and whether that was long enough. */
export interface Seen {
  readonly fact: Assessment
  readonly assessments: readonly Assessment[]
  readonly isLookedAt: () => boolean
}

/** For a form that opens or asks again now. */
export const seenNow = (fact: Assessment, assessments: readonly Assessment[], panels: Panels): Seen => ({
  ...{ fact, assessments, isLookedAt: behindForm(fact, panels) },
})
