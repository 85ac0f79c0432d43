import type { StoryFile } from '../../storage/disk/storyStore'
import { whyNotMay } from '../../story/assessment/people/rights'
import { defined } from '../../story/text/defined'
import { messageOf } from '../../story/text/messageOf'
import type { DeletionLine, SoleFiles } from '../../story/requests/library/deletionRequests'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { whyNotDelete } from './deleteStory'

const NO_FILES: SoleFiles = { count: 0, size: 0, waiting: 0 }

/** What would go with these stories, for the question before they are deleted. */
export const showDeletion: Action<'story.deletion'> = async (room, by, { stories: asked }) => {
  const again = new Set(room.deleted.size > 0 ? await room.departures.thereAgain() : [])
  const stories: DeletionLine[] = []
  for (const id of new Set(asked)) stories.push(await (again.has(id) ? lineAgain(room, by, id) : lineOf(room, by, id)))
  const going = stories.flatMap(({ id, why }) => (why === undefined ? [id] : []))
  try {
    return { stories, files: going.length === 0 ? NO_FILES : await soleFiles(room, going) }
  } catch (error) {
    return { stories, files: NO_FILES, filesUnknown: messageOf(error) }
  }
}

/** Deleted stories whose folder is there again. */
export const listThereAgain: Action<'story.thereAgain'> = async (room, by) => {
  const lines: DeletionLine[] = []
  for (const id of await room.departures.thereAgain()) lines.push(await lineAgain(room, by, id))
  return lines
}

async function lineOf(room: Newsroom, by: string, id: string): Promise<DeletionLine> {
  const story = await room.storyNow(id)
  const why = whyNotDelete(room, by, story)
  const { headline, slug, stage } = story.summary()
  const snapshots = (await room.store.snapshotNumbers(id)).length
  return { id, headline, slug, stage, snapshots, ...(why === undefined ? {} : { why }) }
}

/** It is not opened: nothing of a deleted story counts. */
async function lineAgain(room: Newsroom, asking: string, id: string): Promise<DeletionLine> {
  const file: StoryFile | undefined = await room.store.readStoryFile(id).catch(() => undefined)
  const snapshots = await room.store.snapshotNumbers(id).catch(() => [])
  const { by = '', at = '', stage = 'spiked' } = room.deleted.get(id) ?? {}
  const { headline = '', slug = '' } = file?.summary ?? {}
  const why = whyNotMay('deleteStory', asking, { desk: room.desk() })
  return { id, headline, slug, stage, snapshots: snapshots.length, again: { by, at }, ...defined({ why }) }
}

async function soleFiles(room: Newsroom, ids: readonly string[]): Promise<SoleFiles> {
  const files = await room.store.filesOnlyOf(ids, room.clock.now())
  return {
    count: files.length,
    size: files.reduce((sum, { size }) => sum + size, 0),
    waiting: files.filter(({ waits }) => waits).length,
  }
}
