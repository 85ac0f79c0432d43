import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { lookerOf } from '../../../story/assessment/verdicts/anotherLook'
import { takenBack } from '../../../story/assessment/verdicts/takenBack'
import { whyNotWithdraw } from '../../../story/assessment/people/entitlement'
import { NewsroomError } from '../../../story/requests/requests'
import type { Action } from '../../state/action'
import { refuseOtherVerdicts } from './refuseOtherVerdicts'

/**
 * Withdraws the latest sign-off with a new entry, which holds the reason. Of several side by side the one that is
 * shown. Refused when other verdicts stand than the person had before them. A verdict against the words is withdrawn
 * only by its giver or an editor; authors withdraw only their own.
 */
export const withdrawSignOff: Action<'fact.withdraw'> = async (room, by, { story: id, fact, reason, standing }) => {
  const story = await room.storyNow(id)
  const shown = story.assessment(fact)
  refuseOtherVerdicts(shown, standing)
  const current = takenBack(by, shown)
  if (!current) throw new NewsroomError('refused', newsroomText('withdrawSignOff.notSigned'))
  const why = whyNotWithdraw(by, current, shown.record, story.value(), room.desk())
  if (why !== undefined) throw new NewsroomError('refused', why)
  const given = reason.trim()
  if (given === '') throw new NewsroomError('refused', newsroomText('withdrawSignOff.noReason'))
  // A person who only looked at the context takes back the look; others take back the verdict and all looks.
  const own = current.hash ?? current.entry
  const signOff = lookerOf(current) === by ? own : (current.carries ?? own)
  await story.note(by, { kind: 'withdrawn', fact, signOff, reason: given }).written
  const { status, by: giver } = current
  return { status, by: giver, words: shown.text }
}
