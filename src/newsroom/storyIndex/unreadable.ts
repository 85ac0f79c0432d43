import type { IndexedStory } from '../../storage/storyIndex/indexedStory'
import type { StorySummary } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import type { StandingOnly } from '../replica/unreadStory'
import { onlyTasks, waitsFor } from './waiting/waitingStory'

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

export function unreadable(id: string, why: string, stamp: string, standing?: StandingOnly): IndexedStory {
  const row = unreadableRow(id, why, standing)
  const { stage, version } = row
  const nobody = { author: '', byline: [], assignee: '', slug: '' }
  const waiting = onlyTasks(
    { id, stage, version, headline: '', fields: nobody },
    defined({ toNotify: standing?.toNotify }),
  )
  return {
    row,
    created: '',
    stamp,
    sealed: false,
    texts: { headline: [], body: [], about: [], notes: [] },
    people: [],
    subjects: [],
    facts: [],
    ...defined({ waiting }),
    waitsFor: waiting ? waitsFor(waiting) : [],
  }
}
