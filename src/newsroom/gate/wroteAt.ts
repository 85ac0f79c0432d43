import { wroteAtOf, type WroteAt } from '../../story/assessment/people/wroteAt'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'

/** Who wrote what is found in the story as it is now. */
export const wroteIn = (room: Newsroom, story: OpenStory): WroteAt =>
  wroteAtOf({ story: story.value(), assessments: story.assessments(), desk: room.desk() }, (ranges, part) =>
    story.writers.at(ranges, part),
  )
