import type { Assessment } from '../story/assessment/assessment'
import type { Verdict } from '../story/assessment/finding'
import { remembered, wroteAtOf, type WritersAt } from '../story/assessment/people/wroteAt'
import type { Desk, Story } from '../story/assessment/story'
import { openGate } from './openGate'

/**
 * The gate's verdict at the door "clear", for display only: on the button of the window, and in the row of the list.
 * The owner of the library judges again when the story moves.
 */
export const clearVerdict = (
  story: Story,
  desk: Desk,
  assessments: readonly Assessment[],
  writersAt: WritersAt,
): Verdict => {
  const wroteAt = wroteAtOf({ story, assessments, desk }, remembered(story, writersAt))
  return openGate({ story, desk, assessments, door: 'clear', wroteAt })
}
