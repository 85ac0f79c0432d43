import { NewsroomError } from '../story/requests'
import type { Newsroom } from './newsroom'
import type { OpenStory } from './openStory'

/** Keeps the story as it is at this moment among its versions. `why`: the move or the export that it was kept for. */
export async function writeVersion(room: Newsroom, story: OpenStory, by: string, why: string): Promise<void> {
  const kept = { at: room.clock.now(), by, why, state: story.state(), view: story.view() }
  try {
    await room.versions.put(story.id, (n) => room.store.writeVersion(story.id, { n, ...kept }))
  } catch (trouble) {
    const what = trouble instanceof Error ? trouble.message : String(trouble)
    throw new NewsroomError('failed', `“${why}” was done and noted, but the version could not be kept: ${what}`)
  }
}
