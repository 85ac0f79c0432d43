/** Search over all stories: docs/decisions/story-index.md. */
import { parseQuery } from '../../../story/query/parseQuery'
import { snippetOf } from '../../../story/query/snippet'
import { isEmptyQuery } from '../../../story/query/storyQuery'
import type { Action } from '../../state/action'
import { freshRows } from '../../library/shownRows'

export const searchStories: Action<'story.search'> = async (
  room,
  _by,
  { query, limit = 20, sort = 'best', whole = false, partly = false },
) => {
  const parsed = parseQuery(query, { typing: !whole })
  if (isEmptyQuery(parsed)) return []
  const { rows } = await freshRows(room, async () => ({
    rows: await room.index.question(
      'search',
      { query, order: sort, limit, whole, now: Date.parse(room.clock.now()) },
      { partly },
    ),
  }))
  return Promise.all(
    rows.map(async (found) => {
      const { id, headline } = await room.index.shown(found)
      // From the index: there a protected name reads “Source A”.
      const { text = '', marks = [] } = snippetOf(found.texts, parsed) ?? {}
      return {
        ...{ id, headline, snippet: text },
        ...(marks.length > 0 ? { marks: marks.map(({ from, to }) => [from, to] as const) } : {}),
      }
    }),
  )
}
