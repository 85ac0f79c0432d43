import { openGate } from '../../gate/openGate'
import type { Assessment } from '../../story/assessment'
import type { Verdict } from '../../story/finding'
import type { Desk, Story } from '../../story/story'

/** What the gate says at the door "clear", for showing; the owner of the library asks again when the story moves. */
export const judgeClear = (story: Story, desk: Desk, assessments: readonly Assessment[]): Verdict => openGate({ story, desk, assessments, door: 'clear' })
