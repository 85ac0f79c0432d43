import { openGate } from '../../../gate/openGate'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Verdict } from '../../../story/assessment/finding'
import type { Desk, Story } from '../../../story/assessment/story'

/** What the gate says at the door "clear", for showing; the owner of the library asks again when the story moves. */
export const clearVerdict = (story: Story, desk: Desk, assessments: readonly Assessment[]): Verdict =>
  openGate({ story, desk, assessments, door: 'clear' })
