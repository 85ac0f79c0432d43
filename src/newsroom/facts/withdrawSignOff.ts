import { newsroomText } from '../../catalogue/rooms/newsroom'
import { isAuthorOf } from '../../story/assessment/story'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'

/** Withdraws the latest sign-off with a new entry, which holds the reason. The author may only withdraw their own. */
export const withdrawSignOff: Action<'fact.withdraw'> = async (room, by, { story: id, fact, reason }) => {
  const story = await room.storyNow(id)
  const { current } = story.assessment(fact)
  if (!current) throw new NewsroomError('refused', newsroomText('withdrawSignOff.notSigned'))
  if (current.by !== by && !room.desk().settings.deskOfOne && isAuthorOf(story.value().fields, by)) {
    throw new NewsroomError('refused', newsroomText('withdrawSignOff.byAuthor', { by: current.by }))
  }
  const given = reason.trim()
  if (given === '') throw new NewsroomError('refused', newsroomText('withdrawSignOff.noReason'))
  await story.note(by, { kind: 'withdrawn', fact, signOff: current.hash ?? current.entry, reason: given }).written
  return {}
}
