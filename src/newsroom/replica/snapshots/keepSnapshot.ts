import { shownStored } from '../../../story/history/storedText'
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../../story/requests/requests'
import type { SnapshotReason } from '../../../story/requests/snapshotLine'
import type { StorySnapshot } from '../../../storage/disk/storyStore'
import type { Clock } from '../../environment/clock'
import type { OpenStory } from '../openStory'
import type { SnapshotBook } from '../../ledger/snapshotBook'
import { messageOf } from '../../../story/text/messageOf'

/** Why a snapshot is kept, for the timeline: the move, the export, the name. */
export interface Keeping {
  readonly kind: SnapshotReason
  readonly why: string
  readonly name?: string
}

/** Keeps a snapshot of the story. Resolves when it is on disk. */
export async function keepSnapshot(
  room: { readonly snapshots: SnapshotBook; readonly clock: Clock },
  story: OpenStory,
  by: string,
  keeping: Keeping,
): Promise<StorySnapshot> {
  try {
    return await room.snapshots.keep(story.id, {
      at: room.clock.now(),
      by,
      ...keeping,
      state: story.state(),
      view: story.view(),
    })
  } catch (error) {
    const what = messageOf(error)
    throw new NewsroomError(
      'failed',
      keeping.kind === 'move' || keeping.kind === 'signed'
        ? newsroomText('keepSnapshot.doneNotKept', { why: shownStored(keeping.why), what })
        : newsroomText('keepSnapshot.notKept', {
            result: keeping.kind === 'export' ? newsroomText('keepSnapshot.notExported') : '',
            why: what,
          }),
    )
  }
}
