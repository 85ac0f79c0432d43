import { GROUP_ORDER, type StoryGroupId, type StorySort, type StorySummary } from '../../story/requests/requests'
import type { Action } from '../state/action'
import { searchStories } from './searchStories'

/** A page of the list, grouped by stage. */
export const pageOfStories: Action<'story.page'> = async (
  room,
  by,
  { query = '', sort = 'updated', offset, limit },
) => {
  const found =
    query.trim() === ''
      ? undefined
      : new Set((await searchStories(room, by, { query, limit: 10_000 })).map(({ id }) => id))
  const listed = (await room.summaries()).filter(({ id }) => found?.has(id) ?? true)
  const stories = sort === 'created' ? listed.toReversed() : listed.toSorted(order[sort])
  const groups = GROUP_ORDER.map((id) => ({ id, rows: stories.filter((story) => groupOf(story) === id) }))
  const rows = groups.flatMap((group) => group.rows)
  return {
    rows: rows.slice(offset, offset + limit),
    groups: groups.flatMap(({ id, rows: { length } }) => (length > 0 ? [{ id, count: length }] : [])),
    total: rows.length,
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
