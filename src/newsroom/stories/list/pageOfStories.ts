import { defined } from '../../../story/text/defined'
import type { Action } from '../../state/action'
import { freshRows } from '../../library/shownRows'

/** A page of the list, by groups and sorted inside each, or only sorted. */
export const pageOfStories: Action<'story.page'> = async (
  room,
  _by,
  { query, whole = false, sort = 'updated', offset, limit, find, flat = false },
) => {
  const { rows, ...page } = await freshRows(room, () =>
    room.index.question(
      'rows',
      {
        ...{ order: sort, grouped: !flat, offset, limit, whole },
        now: Date.parse(room.clock.now()),
        ...defined({ query, find }),
      },
      { partly: !whole },
    ),
  )
  return {
    rows: await Promise.all(rows.map((row) => room.index.shown(row))),
    ...page,
    ...defined({ indexing: room.index.indexing }),
  }
}
