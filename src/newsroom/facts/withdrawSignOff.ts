import { newsroomText } from '../../catalogue/newsroom'
import { isAuthorOf } from '../../story/assessment/story'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'

/** Takes back the standing sign-off by a new entry: one's own, or someone else's by a person other than the author. */
export const withdrawSignOff: Action<'fact.withdraw'> = async (room, by, { story: id, fact }) => {
  const story = await room.storyNow(id)
  const { current } = story.assessment(fact)
  if (!current) throw new NewsroomError('refused', newsroomText('withdrawSignOff.notSigned'))
  if (current.by !== by && !room.desk().settings.deskOfOne && isAuthorOf(story.value().fields, by)) {
    throw new NewsroomError('refused', newsroomText('withdrawSignOff.byAuthor', { by: current.by }))
  }
  await story.note(by, { kind: 'withdrawn', fact, signOff: current.entry }).written
  return {}
}
