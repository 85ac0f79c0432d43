import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { openLosses } from '../../../story/assessment/lostTrust'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { isFileLoss } from '../../../story/ledger/loss'
import { STAGE_WORDS } from '../../../story/ledger/stages'
import { NewsroomError } from '../../../story/requests/requests'
import type { OpenStory } from '../../replica/openStory'
import type { Action } from '../../state/action'
import type { TombstoneEvent } from '../../state/departures'
import type { Newsroom } from '../../state/newsroom'

/** Deletes a spiked or killed story for good, or removes the folder of a deleted one that is there again. */
export const deleteStory: Action<'story.delete'> = async (room, by, { story: id }) => {
  if (room.deleted.has(id)) return removeAgain(room, by, id)
  const story = await room.storyNow(id)
  const { headline } = story.summary()
  const { removed, files } = await room.departures.delete(by, id, (now) => {
    const why = whyNotDelete(room, by, now)
    if (why !== undefined) throw new NewsroomError('refused', why)
    return tombstoneOf(now)
  })
  return { headline, removed, files }
}

/** What stays of a story: no headline and no slug (docs/decisions/deleting.md). */
export const tombstoneOf = (story: OpenStory): TombstoneEvent => ({
  kind: 'storyDeleted',
  story: story.id,
  guid: story.guid,
  stage: story.ledger.standing.stage,
  ...story.ledgerEnd,
})

/** Takes a deleted story back whose folder is there again, or that is copied from the archive to which it was moved. */
export const takeBackStory: Action<'story.takeBack'> = async (room, by, { story: id, from }) => {
  const why = whyNotMay('deleteStory', by, { desk: room.desk() })
  if (why !== undefined) throw new NewsroomError('refused', why)
  if (from !== undefined) {
    if (!room.deleted.has(id)) throw new NewsroomError('usage', newsroomText('deletion.notAway', { id }))
    await room.store.copyFromArchive({ from, story: id })
  }
  const story = await room.departures.takeBack(by, id)
  return { headline: story.summary().headline }
}

/** Why a person may not delete the story as it is now, as one sentence for people. Undefined: they may. */
export function whyNotDelete(room: Newsroom, by: string, story: OpenStory): string | undefined {
  const may = whyNotMay('deleteStory', by, { desk: room.desk() })
  if (may !== undefined) return may
  const { standing, outside } = story.ledger
  const { stage, live } = standing
  const { headline } = story.summary()
  if (live) return newsroomText('deletion.live', { headline })
  if (stage === 'spiked' && outside) return newsroomText('deletion.left', { headline })
  if (stage !== 'spiked' && stage !== 'killed')
    return newsroomText('deletion.stage', { headline, stage: STAGE_WORDS[stage] })
  if (story.guarded) return newsroomText('openStory.guarded.changed', { why: story.guarded.why })
  // A lost entry may have published the story.
  const loss = openLosses(story.value()).find((one) => !isFileLoss(one))
  return loss && newsroomText('closure.story', { detail: loss.detail })
}

async function removeAgain(room: Newsroom, by: string, id: string): ReturnType<Action<'story.delete'>> {
  const why = whyNotMay('deleteStory', by, { desk: room.desk() })
  if (why !== undefined) throw new NewsroomError('refused', why)
  if (!(await room.departures.thereAgain()).includes(id)) throw room.unknownStory(id)
  const { headline = '' } = (await room.store.readStoryFile(id).catch(() => undefined))?.summary ?? {}
  return { headline, ...(await room.departures.removeAgain(id)) }
}
