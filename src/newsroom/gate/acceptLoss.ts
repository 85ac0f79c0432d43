import { newsroomText } from '../../catalogue/rooms/newsroom'
import { openLosses, whyNotAcceptLoss } from '../../story/assessment/lostTrust'
import { isLibraryLoss, lossKey, type TrustLoss } from '../../story/ledger/loss'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'

/** A named editor accepts what the story lost, all of it at once. The history lists it. */
export const acceptLoss: Action<'story.acceptLoss'> = async (room, by, { story: id, losses, reason }) => {
  const story = await room.storyNow(id)
  const open = openLosses(story.value()).filter((loss) => !isLibraryLoss(loss))
  refuseAcceptance(by, room.library.roster, open, losses, reason)
  const { written } = story.note(by, { kind: 'lossAccepted', losses: open, reason: reason.trim() })
  story.losses.tell()
  await Promise.all([written, story.observe()])
  return { accepted: open }
}

/** Throws unless an editor names all open losses, and no other, and says why. */
export function refuseAcceptance(
  by: string,
  roster: Parameters<typeof whyNotAcceptLoss>[1],
  open: readonly TrustLoss[],
  seen: readonly string[],
  reason: string,
): void {
  const why = whyNotAcceptLoss(by, roster)
  if (why !== undefined) throw new NewsroomError('refused', why)
  if (open.length === 0) throw new NewsroomError('usage', newsroomText('acceptLoss.none'))
  if (reason.trim() === '') throw new NewsroomError('usage', newsroomText('acceptLoss.reason'))
  const keys = new Set(seen)
  if (keys.size !== open.length || open.some((loss) => !keys.has(lossKey(loss))))
    throw new NewsroomError('refused', newsroomText('acceptLoss.otherLosses'))
}
