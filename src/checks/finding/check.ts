import type { Assessment } from '../../story/assessment/assessment'
import type { Finding } from '../../story/assessment/finding'
import type { Desk, Story } from '../../story/assessment/story'

/** The input of every rule. `assessments` are `assessStory` of this story. */
export interface Checked {
  readonly story: Story
  readonly assessments: readonly Assessment[]
  readonly desk: Desk
}

/** A rule: a pure function from a story to findings, in any order. */
export type Check = (checked: Checked) => readonly Finding[]
