import type { IndexedStory } from '../../storage/storyIndex/indexedStory'
import type { StorySummary } from '../../story/requests/requests'

/** The row of a story that cannot be read. `why`: what is wrong, and what is safe. */
export const unreadableRow = (id: string, why: string): StorySummary => ({
  id,
  slug: '',
  headline: '',
  stage: 'draft',
  version: 1,
  facts: {},
  words: 0,
  wordTarget: 0,
  embargo: '',
  updated: '',
  unavailable: why,
})

export const unreadable = (id: string, why: string, stamp: string): IndexedStory => ({
  row: unreadableRow(id, why),
  created: '',
  stamp,
  sealed: false,
  texts: { headline: [], body: [], about: [], notes: [] },
  people: [],
  subjects: [],
  facts: [],
  waitsFor: [],
})
