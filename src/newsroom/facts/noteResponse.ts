import { newsroomText } from '../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../story/requests/requests'
import { factType } from '../../story/ledger/facts/fact'
import type { Action } from '../state/action'

/**
 * Notes who was asked for a response to an allegation, how and when, and the reply. A later note adds to the earlier
 * ones.
 */
export const noteResponse: Action<'fact.response'> = async (room, by, { story: id, fact, who, how, when, reply }) => {
  const story = await room.storyNow(id)
  if (factType(story.assessment(fact)) !== 'allegation')
    throw new NewsroomError('refused', newsroomText('noteResponse.noAllegation'))
  const response = { who: who.trim(), how: how.trim(), when: when.trim(), reply: reply.trim() }
  if (response.who === '' || response.how === '' || response.when === '')
    throw new NewsroomError('usage', newsroomText('noteResponse.textsMissing'))
  await story.note(by, { kind: 'responseSought', fact, response }).written
  return {}
}
