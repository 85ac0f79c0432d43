import type { IndexRow } from '../../storage/storyIndex/storyIndex'
import type { StorySummary } from '../../story/requests/requests'
import type { Newsroom } from '../state/newsroom'

/** More than any library has: a limit that leaves none out. */
export const ALL_STORIES = 10_000_000

/** Asks the index for rows. Beside another process that may write, asks again if a story of them has changed since. */
export async function freshRows<F extends { readonly rows: readonly IndexRow[] }>(
  room: Newsroom,
  ask: () => Promise<F>,
): Promise<F> {
  const found = await ask()
  const ids = found.rows.map(({ row }) => row.id)
  return (await room.index.wasBehind(ids)) ? ask() : found
}

/** `freshRows` as rows for people: one of a story in memory is read from that story, not from the index. */
export async function shownRows(
  room: Newsroom,
  ask: () => Promise<{ readonly rows: readonly IndexRow[] }>,
): Promise<readonly StorySummary[]> {
  const { rows } = await freshRows(room, ask)
  return Promise.all(rows.map((row) => room.index.shown(row)))
}
