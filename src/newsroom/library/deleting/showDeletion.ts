import { messageOf } from '../../../story/text/messageOf'
import type { DeletionLine, SoleFiles } from '../../../story/requests/library/deletionRequests'
import { defined } from '../../../story/text/defined'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { whyNotDelete } from './deleteStory'
import { forPeople } from './forPeople'
import { lineAgain } from './thereAgain'

const NO_FILES: SoleFiles = { count: 0, size: 0, waiting: 0 }

/** What would go with these stories, for the question before they are deleted. */
export const showDeletion: Action<'story.deletion'> = async (room, by, { stories: asked, only }) => {
  const ids = [...new Set(asked)]
  const stories = only === 'files' ? [] : await linesOf(room, by, ids, only === 'stories')
  const going = only === 'files' ? ids : stories.flatMap(({ id, why }) => (why === undefined ? [id] : []))
  if (only === 'stories' || going.length === 0) return { stories, files: NO_FILES }
  try {
    return { stories, files: await soleFiles(room, going) }
  } catch (error) {
    return { stories, files: NO_FILES, filesUnknown: messageOf(error) }
  }
}

/** `each`: a story that cannot be read keeps no other from being deleted. It stays, with the reason. */
async function linesOf(
  room: Newsroom,
  by: string,
  ids: readonly string[],
  each: boolean,
): Promise<readonly DeletionLine[]> {
  const again = new Set(room.deleted.size > 0 ? await room.departures.thereAgain() : [])
  const lines: DeletionLine[] = []
  for (const id of ids)
    try {
      lines.push(await (again.has(id) ? lineAgain(room, by, id) : lineOf(room, by, id)))
    } catch (error) {
      if (!each) throw error
      lines.push({ id, headline: '', slug: '', stage: 'draft', snapshots: 0, why: forPeople(error) })
    }
  return lines
}

/** As the story is: nothing is noted of it, and it is let go as it came. */
const lineOf = (room: Newsroom, by: string, id: string): Promise<DeletionLine> =>
  room.lookAt(id, async (story) => {
    const why = whyNotDelete(room, by, story)
    const { headline, slug, stage } = story.summary()
    const snapshots = (await room.store.snapshotNumbers(id)).length
    return { id, headline, slug, stage, snapshots, ...defined({ why }) }
  })

async function soleFiles(room: Newsroom, ids: readonly string[]): Promise<SoleFiles> {
  const files = await room.store.filesOnlyOf(ids, room.clock.now())
  return {
    count: files.length,
    size: files.reduce((sum, { size }) => sum + size, 0),
    waiting: files.filter(({ waits }) => waits).length,
  }
}
