/** The random steps. Each draws what it needs from its numbers, so that a failing run can be made smaller. */
import { deskSteps } from './deskSteps'
import type { Run } from './drawing'
import { factSteps } from './factSteps'
import { typingSteps } from './typing'
import { verdictSteps } from './verdictSteps'

export const STEPS: Readonly<Record<string, { readonly weight: number; readonly run: Run }>> = {
  ...typingSteps,
  ...verdictSteps,
  ...deskSteps,
  ...factSteps,
}
