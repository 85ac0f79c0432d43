import { GROUP_ORDER, type StoryGroupId, type StorySort, type StorySummary } from '../../story/requests/requests'
import { parseQuery } from '../../story/query/parseQuery'
import { isEmptyQuery } from '../../story/query/storyQuery'
import { defined } from '../../story/text/defined'
import type { Action } from '../state/action'
import { matchStories } from './matchStories'

/** A page of the list, grouped by stage. */
export const pageOfStories: Action<'story.page'> = async (
  room,
  _by,
  { query = '', whole = false, sort = 'updated', offset, limit, find, flat = false },
) => {
  const sought = parseQuery(query, { typing: !whole })
  const all = await room.summaries()
  const listed = isEmptyQuery(sought) ? all : await matchStories(room, sought, all)
  // Stories of one moment, as after an import: the last one first.
  const newest = listed.toReversed()
  const stories = sort === 'created' ? newest : newest.toSorted(order[sort])
  const groups = GROUP_ORDER.map((id) => ({ id, rows: stories.filter((story) => groupOf(story) === id) }))
  const rows = flat ? stories : groups.flatMap((group) => group.rows)
  const at = find === undefined ? -1 : rows.findIndex(({ id }) => id === find)
  return {
    rows: rows.slice(offset, offset + limit),
    groups: groups.flatMap(({ id, rows: { length } }) => (length > 0 ? [{ id, count: length }] : [])),
    total: rows.length,
    ...(at >= 0 ? { at } : {}),
    ...defined({ problem: sought.problem }),
  }
}

const groupOf = ({ unavailable, stage }: StorySummary): StoryGroupId =>
  unavailable === undefined ? stage : 'unavailable'

const order: Readonly<Record<Exclude<StorySort, 'created'>, (a: StorySummary, b: StorySummary) => number>> = {
  updated: (a, b) => compare(b.updated, a.updated),
  headline: (a, b) => compare(a.headline, b.headline),
  slug: (a, b) => compare(a.slug, b.slug),
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
