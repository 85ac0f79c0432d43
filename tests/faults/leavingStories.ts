/** What writer and judge of the campaign of leaving stories share. */
import type { Newsroom } from '../../src/newsroom/state/newsroom'
import { hashText } from '../../src/story/ledger/hash'
import { canonicalJson } from '../../src/story/text/canonicalJson'

export const NOW = '2026-10-30T09:00:00.000Z'
export const LATER = '2026-10-31T00:00:00.000Z'
export const PERSON = 'Editor'

/** Hash of all that a story says of itself: text, statuses, history, snapshots. */
export async function wholeOf(room: Newsroom, id: string): Promise<string> {
  const story = await room.storyNow(id)
  const { updated: _updated, ...view } = story.view()
  return hashText(canonicalJson([view, story.entries, await room.store.snapshotNumbers(id)]))
}
