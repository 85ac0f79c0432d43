import type { IndexedStory } from '../../storage/storyIndex/indexedStory'
import type { StorySummary } from '../../story/requests/requests'

/** What the history of a story that cannot be read says: a killed one is killed all the same. */
export type StandingOnly = Pick<StorySummary, 'stage' | 'version'>

/** The row of a story that cannot be read. `why`: what is wrong, and what is safe. */
export const unreadableRow = (id: string, why: string, standing?: StandingOnly): StorySummary => ({
  id,
  slug: '',
  headline: '',
  stage: standing?.stage ?? 'draft',
  version: standing?.version ?? 1,
  facts: {},
  words: 0,
  wordTarget: 0,
  embargo: '',
  updated: '',
  unavailable: why,
})

export const unreadable = (id: string, why: string, stamp: string, standing?: StandingOnly): IndexedStory => ({
  row: unreadableRow(id, why, standing),
  created: '',
  stamp,
  sealed: false,
  texts: { headline: [], body: [], about: [], notes: [] },
  people: [],
  subjects: [],
  facts: [],
  waitsFor: [],
})
