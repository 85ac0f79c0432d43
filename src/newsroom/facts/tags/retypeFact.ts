import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { weighFact } from '../../../story/assessment/clearing'
import { whyNotRemoveGuard } from '../../../story/assessment/people/entitlement'
import { GUARDED, factType } from '../../../story/ledger/facts/fact'
import { NewsroomError } from '../../../story/requests/requests'
import { isAuthorEver } from '../../../story/assessment/people/authors'
import { updateFactTag } from '../../../document/editStory'
import { KEEPS_COPY } from '../../replica/storyEditing'
import type { Action } from '../../state/action'
import { wroteFact } from '../wroteFact'

/**
 * Changes the type of a fact. A quote or allegation that becomes another type needs a reason and someone other than the
 * author.
 */
export const retypeFact: Action<'fact.retype'> = async (room, by, { story: id, fact, type, reason }) => {
  const story = await room.storyNow(id)
  const assessment = story.assessment(fact)
  const { record, tag } = assessment
  const from = factType(assessment)
  if (from === type) return {}
  if (GUARDED.has(from)) {
    const why = whyNotRemoveGuard(by, from, reason, story.value(), room.desk(), wroteFact(room, story, by, fact))
    if (why !== undefined) throw new NewsroomError('refused', why)
  }
  // A milder type must not lift the block of a sign-off, nor of a fact that somebody else wants checked.
  const { taggedBy } = record
  const isAsked = record.current !== undefined || taggedBy === undefined || !isAuthorEver(story.value(), taggedBy)
  const lifts =
    isAsked && weighFact(assessment) === 'block' && weighFact({ ...assessment, tag: { ...tag, type } }) !== 'block'
  if (lifts && !room.desk().settings.deskOfOne && isAuthorEver(story.value(), by)) {
    throw new NewsroomError('refused', newsroomText('untagFact.authorOfType', { by }))
  }
  const { saved } = story.edit(by, (doc) => updateFactTag(doc, fact, { type }), KEEPS_COPY)
  const { written } = story.note(by, {
    kind: 'retyped',
    fact,
    from,
    to: type,
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
  })
  await Promise.all([saved, written])
  return {}
}
