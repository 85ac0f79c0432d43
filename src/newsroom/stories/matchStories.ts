import { matchQuery, type SearchableStory } from '../../story/query/matchQuery'
import { localClock } from '../../story/query/queryClock'
import type { StoryQuery } from '../../story/query/storyQuery'
import type { StorySummary } from '../../story/requests/requests'
import type { Newsroom } from '../state/newsroom'
import { readView, searchable } from './searchStories'

/** The stories that a query finds, by reading each of them. */
export async function matchStories(
  room: Newsroom,
  query: StoryQuery,
  stories: readonly StorySummary[],
): Promise<readonly StorySummary[]> {
  const clock = localClock(Date.parse(room.clock.now()))
  const found: StorySummary[] = []
  for (const summary of stories) {
    const view = summary.unavailable === undefined ? await readView(room, summary.id) : undefined
    if (matchQuery(query, view ? searchable(view) : unreadable(summary), clock)) found.push(summary)
  }
  return found
}

/** A story without texts. Its stage is not known. */
const unreadable = ({ stage, slug, updated, unavailable = '' }: StorySummary): SearchableStory => ({
  texts: [],
  stage,
  facts: {},
  desk: '',
  people: [],
  assignee: '',
  language: '',
  subjects: [],
  slug,
  embargo: '',
  updated,
  unavailable,
})
