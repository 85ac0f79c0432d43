import type { StorySnapshot } from '../../../storage/disk/storyStore'
import type { Newsroom } from '../../state/newsroom'

/** The readable snapshots that were kept when the story was published, oldest first. */
export async function* publishedSnapshots(room: Newsroom, story: string): AsyncGenerator<StorySnapshot> {
  for (const { n, kind, trouble } of await room.snapshots.list(story)) {
    if (kind !== 'move' || trouble !== undefined) continue
    // Between list and reading it may be thinned out or damaged: then it is not readable.
    const snapshot = await room.snapshots.read(story, n).catch(() => undefined)
    if (snapshot?.view.stage === 'published') yield snapshot
  }
}
