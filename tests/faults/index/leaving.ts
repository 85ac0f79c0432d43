import { join } from 'node:path'
import { runAction } from '../../../src/newsroom/runAction'
import type { Newsroom } from '../../../src/newsroom/state/newsroom'
import { LATER } from '../leavingStories'
import type { Say } from '../writing'
import { END } from '../newsroomWriting'
import { NAMED } from './asking'

/**
 * Brings stories in, spikes them, and deletes them or moves them to an archive in `folder`, without end. Begins with
 * the spiked stories of the process before. `say`: `deleted library 3`, `moved library 2`.
 */
export async function leaveAway(
  room: Newsroom,
  say: Say,
  folder: string,
  roll: (below: number) => number,
): Promise<never> {
  const counts = { deleted: 0, moved: 0 }
  const remove = async (story: string): Promise<void> => {
    await runAction(room, 'Editor', 'story.delete', { story })
    say(`deleted library ${++counts.deleted}`)
  }
  const archive = async (stories: readonly string[]): Promise<void> => {
    const move = (to: string) => runAction(room, 'Editor', 'story.archive', { stories, before: LATER, to })
    // The people of an archive may be ahead of a library that was put back: then it is another archive.
    const { moved } = await move(join(folder, 'archive')).catch(() => move(join(folder, `archive-${roll(1e6)}`)))
    say(`moved library ${(counts.moved += moved.length)}`)
  }
  const leave = async (stories: readonly string[]): Promise<void> => {
    if (stories.length > 0 && roll(2) === 0) await archive(stories)
    else for (const story of stories) await remove(story)
  }
  const rows = await runAction(room, 'Editor', 'story.list', {})
  await leave(rows.flatMap(({ id, stage }) => (stage === 'spiked' ? [id] : [])))
  const bytes = new TextEncoder().encode(`${NAMED} ${END}`)
  const spiked = async (): Promise<string> => {
    const { id } = await runAction(room, 'Reporter', 'story.import', { name: 'leaving.txt', bytes })
    await runAction(room, 'Editor', 'story.move', { story: id, to: 'spiked' })
    return id
  }
  for (;;) await leave(await Promise.all(Array.from({ length: 1 + roll(3) }, spiked)))
}
