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
  const stories = sort === 'created' ? listed.toReversed() : listed.toSorted(order[sort])
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
  updated: (a, b) => compare(b.updated, a.updated) || compare(a.id, b.id),
  headline: (a, b) => compare(a.headline, b.headline) || compare(a.id, b.id),
  slug: (a, b) => compare(a.slug, b.slug) || compare(a.id, b.id),
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
