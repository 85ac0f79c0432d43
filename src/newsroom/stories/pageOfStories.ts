import { defined } from '../../story/text/defined'
import type { Action } from '../state/action'
import { freshRows } from './shownRows'

/** A page of the list, grouped by stage. */
export const pageOfStories: Action<'story.page'> = async (
  room,
  _by,
  { query, sort = 'updated', offset, limit, find, flat = false },
) => {
  const { rows, ...page } = await freshRows(room, () =>
    room.index.question('rows', {
      ...{ order: sort, grouped: !flat, offset, limit },
      now: Date.parse(room.clock.now()),
      ...defined({ query, find }),
    }),
  )
  return {
    rows: await Promise.all(rows.map((row) => room.index.shown(row))),
    ...page,
    ...defined({ indexing: room.index.indexing }),
  }
}
