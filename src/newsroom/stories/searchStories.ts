/** Search over all stories. What a query finds: src/story/query/matchQuery.ts. */
import type { SearchHit, StoryView } from '../../story/requests/requests'
import { holdsTokens, matchQuery, type SearchableStory } from '../../story/query/matchQuery'
import { parseQuery } from '../../story/query/parseQuery'
import { localClock, type QueryClock } from '../../story/query/queryClock'
import { snippetOf } from '../../story/query/snippet'
import { isEmptyQuery, type StoryQuery } from '../../story/query/storyQuery'
import { tokenText } from '../../story/query/tokens'
import type { FactStatus } from '../../story/ledger/fact'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'

export const searchStories: Action<'story.search'> = async (room, _by, { query: typed, limit = 20, sort = 'best' }) => {
  const query = parseQuery(typed, { typing: true })
  if (isEmptyQuery(query)) return []
  const clock = localClock(Date.parse(room.clock.now()))
  const found: { readonly hit: SearchHit; readonly inHeadline: boolean; readonly updated: string }[] = []
  for (const id of room.storyIds()) {
    const view = await readView(room, id)
    const one = view && searchOne(view, query, clock)
    if (one) found.push(one)
  }
  return found
    .sort(
      (a, b) =>
        (sort === 'best' ? Number(b.inHeadline) - Number(a.inHeadline) : 0) ||
        (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0),
    )
    .slice(0, Math.max(0, limit))
    .map(({ hit }) => hit)
}

/** The story, or its story file; undefined when neither can be read. */
export async function readView(room: Newsroom, id: string): Promise<StoryView | undefined> {
  if (!room.isOpen(id)) {
    const snapshot = await room.store.readStoryFile(id)
    if (snapshot && !snapshot.stale) return snapshot.view
  }
  const summary = (await room.summaries()).find((story) => story.id === id)
  return summary?.unavailable === undefined ? (await room.storyNow(id)).view() : undefined
}

function searchOne(
  view: StoryView,
  query: StoryQuery,
  clock: QueryClock,
): { hit: SearchHit; inHeadline: boolean; updated: string } | undefined {
  const story = searchable(view)
  if (!matchQuery(query, story, clock)) return undefined
  const headline = view.blocks.find(({ role }) => role === 'headline')?.text ?? ''
  const headlineTokens = tokenText([headline])
  const { text = '', marks = [] } = snippetOf(story.texts, query) ?? {}
  return {
    hit: {
      id: view.id,
      headline,
      snippet: text,
      ...(marks.length > 0 ? { marks: marks.map(({ from, to }) => [from, to] as const) } : {}),
    },
    inHeadline: query.terms.every((term) => term.not || holdsTokens(headlineTokens, term)),
    updated: view.updated,
  }
}

/** What a query asks about a story that can be read. */
export function searchable({ stage, fields, blocks, facts, updated }: StoryView): SearchableStory {
  const people = [fields.author, ...fields.byline.map(({ name }) => name)].filter((name) => name !== '')
  const counts: Partial<Record<FactStatus, number>> = {}
  for (const { status } of facts) counts[status] = (counts[status] ?? 0) + 1
  return {
    texts: [...blocks.map(({ text }) => text), fields.slug, ...fields.keywords, ...people, fields.dateline.place],
    stage,
    facts: counts,
    desk: fields.desk,
    people,
    assignee: fields.assignee,
    language: fields.language,
    subjects: [...fields.subjects, ...fields.keywords],
    slug: fields.slug,
    embargo: fields.embargo,
    updated,
  }
}
