import type { Assessment } from '../../story/assessment/assessment'
import type { Finding } from '../../story/assessment/finding'
import type { Desk, Story } from '../../story/assessment/story'

/** What every rule sees. `assessments` are `assessStory` of this very story. */
export interface Checked {
  readonly story: Story
  readonly assessments: readonly Assessment[]
  readonly desk: Desk
}

/** One rule: a pure function from a story to what it found, in any order. */
export type Check = (checked: Checked) => readonly Finding[]
