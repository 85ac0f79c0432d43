import type { StorySummary } from '../../../story/requests/requests'
import { shownRows } from '../../library/shownRows'
import type { Newsroom } from '../../state/newsroom'

/**
 * The stories with one of these headlines, to the letter, newest first. One question to the index, for all of them. In
 * the app, an import does not wait while the index is compared with the disk.
 */
export async function storiesHeaded(room: Newsroom, headlines: readonly string[]): Promise<readonly StorySummary[]> {
  const sought = new Set(headlines.filter((headline) => headline !== ''))
  if (sought.size === 0) return []
  const rows = await shownRows(room, async () => ({
    rows: await room.index.question('headed', [...sought], { partly: true }),
  }))
  // A headline with a protected name is found by its masked form, which other names share.
  return rows.filter(({ headline }) => sought.has(headline))
}
