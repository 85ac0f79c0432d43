import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { whyNotRemoveGuard } from '../../../story/assessment/people/entitlement'
import { factType } from '../../../story/ledger/facts/fact'
import { NewsroomError } from '../../../story/requests/requests'
import { removeFactMark } from '../../../document/editStory'
import { KEEPS_COPY } from '../../replica/storyEditing'
import type { Action } from '../../state/action'
import { refuseOwnDifference } from '../sharedClaim'
import { wroteFact } from '../wroteFact'

/** Removes a tag from the copy, with a reason. The fact stays in the tray with its history. */
export const untagFact: Action<'fact.untag'> = async (room, by, { story: id, fact, reason }) => {
  const story = await room.storyNow(id)
  const assessment = story.assessment(fact)
  const { record, words, status } = assessment
  if (record.untagged) throw new NewsroomError('refused', newsroomText('untagFact.untaggedBefore'))
  if (status === 'cut') throw new NewsroomError('refused', newsroomText('untagFact.cut'))
  const why = whyNotRemoveGuard(
    by,
    factType(assessment),
    reason,
    story.value(),
    room.desk(),
    wroteFact(room, story, by, fact),
  )
  if (why !== undefined) throw new NewsroomError('refused', why)
  refuseOwnDifference(room, story, by, assessment)
  const { saved } = story.edit(by, (doc) => removeFactMark(doc, fact), KEEPS_COPY)
  const { written } = story.note(by, { kind: 'untagged', fact, reason: reason.trim(), words, lastStatus: status })
  await Promise.all([saved, written])
  return {}
}
