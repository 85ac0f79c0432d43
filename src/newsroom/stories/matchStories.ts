import { matchQuery, type SearchableStory } from '../../story/query/matchQuery'
import { localClock } from '../../story/query/queryClock'
import type { StoryQuery } from '../../story/query/storyQuery'
import type { StorySummary, StoryView } from '../../story/requests/requests'
import type { Newsroom } from '../state/newsroom'

/** The stories that a query finds, by reading each of them. */
export async function matchStories(
  room: Newsroom,
  query: StoryQuery,
  stories: readonly StorySummary[],
): Promise<readonly StorySummary[]> {
  const clock = localClock(Date.parse(room.clock.now()))
  const found: StorySummary[] = []
  for (const summary of stories) {
    const view = summary.unavailable === undefined ? await viewOf(room, summary.id) : undefined
    if (matchQuery(query, searchableOf(summary, view), clock)) found.push(summary)
  }
  return found
}

async function viewOf(room: Newsroom, id: string): Promise<StoryView> {
  const file = room.isOpen(id) ? undefined : await room.store.readStoryFile(id)
  return file && !file.stale ? file.view : (await room.storyNow(id)).view()
}

function searchableOf(summary: StorySummary, view: StoryView | undefined): SearchableStory {
  const { stage, facts, slug, embargo, updated, unavailable } = summary
  const fields = view?.fields
  return {
    texts: view ? [...view.blocks.map(({ text }) => text), slug, ...view.fields.keywords] : [],
    stage,
    facts,
    slug,
    embargo,
    updated,
    desk: fields?.desk ?? '',
    people: fields ? [fields.author, ...fields.byline.map(({ name }) => name)] : [],
    assignee: fields?.assignee ?? '',
    language: fields?.language ?? '',
    subjects: fields ? [...fields.subjects, ...fields.keywords] : [],
    ...(unavailable === undefined ? {} : { unavailable }),
  }
}
