import type { StoryFile } from '../../../storage/disk/storyStore'
import { whyNotMay } from '../../../story/assessment/people/rights'
import type { DeletionLine } from '../../../story/requests/library/deletionRequests'
import { defined } from '../../../story/text/defined'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'

/** Deleted stories whose folder is there again. */
export const listThereAgain: Action<'story.thereAgain'> = async (room, by) => {
  const lines: DeletionLine[] = []
  for (const id of await room.departures.thereAgain()) lines.push(await lineAgain(room, by, id))
  return lines
}

/** A deleted story whose folder is there again. It is not opened: nothing of a deleted story counts. */
export async function lineAgain(room: Newsroom, asking: string, id: string): Promise<DeletionLine> {
  const file: StoryFile | undefined = await room.store.readStoryFile(id).catch(() => undefined)
  const snapshots = await room.store.snapshotNumbers(id).catch(() => [])
  const { by = '', at = '', stage = 'spiked' } = room.deleted.get(id) ?? {}
  const { headline = '', slug = '' } = file?.summary ?? {}
  const why = whyNotMay('deleteStory', asking, { desk: room.desk() })
  return { id, headline, slug, stage, snapshots: snapshots.length, again: { by, at }, ...defined({ why }) }
}
