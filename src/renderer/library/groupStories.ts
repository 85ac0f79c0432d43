import { libraryText } from '../../catalogue/library'
import type { StorySummary } from '../../story/requests/requests'
import { STAGE_WORDS, type Stage } from '../../story/ledger/stages'

export interface StoryGroup {
  readonly id: string
  readonly title: string
  readonly stories: readonly StorySummary[]
}

/** What needs a hand first; the spiked last. */
const ORDER: readonly Stage[] = ['inReview', 'filed', 'draft', 'cleared', 'published', 'killed', 'spiked']
const titleOf = (stage: Stage): string => (stage === 'draft' ? libraryText('group.drafts') : STAGE_WORDS[stage])

/** The library as groups by stage, latest change first; empty groups are left out, unreadable stories stand on top. */
export function groupStories(stories: readonly StorySummary[]): readonly StoryGroup[] {
  const byTime = [...stories].sort((a, b) =>
    a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1,
  )
  const unavailable = byTime.filter((story) => story.unavailable !== undefined)
  const groups = ORDER.map((stage) => ({
    id: stage,
    title: titleOf(stage),
    stories: byTime.filter((story) => story.stage === stage && story.unavailable === undefined),
  }))
  return [
    ...(unavailable.length > 0
      ? [{ id: 'unavailable', title: libraryText('group.unreadable'), stories: unavailable }]
      : []),
    ...groups,
  ].filter((group) => group.stories.length > 0)
}
