import { libraryText } from '../../catalogue/window/library'
import type { StorySummary } from '../../story/requests/requests'
import { STAGE_WORDS, type Stage } from '../../story/ledger/stages'

export interface StoryGroup {
  readonly id: string
  readonly title: string
  readonly stories: readonly StorySummary[]
}

/** Stages that need work come first, spiked stories last. */
const ORDER: readonly Stage[] = ['inReview', 'filed', 'draft', 'cleared', 'published', 'killed', 'spiked']
const titleOf = (stage: Stage): string => (stage === 'draft' ? libraryText('group.drafts') : STAGE_WORDS[stage])

/** Groups stories by stage, latest change first. Leaves out empty groups; unreadable stories come first. */
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
