import { whyNotRemoveGuard } from '../story/entitlement'
import { NewsroomError } from '../story/requests'
import { removeFactMark, updateFactTag } from '../document/editStory'
import type { Action } from './action'

/** Takes a tag off the copy, with a reason; the fact stays in the tray with what was said about it. */
export const untagFact: Action<'fact.untag'> = async (room, by, { story: id, fact, reason }) => {
  const story = await room.storyNow(id)
  const { record, tag, words, status } = story.assessment(fact)
  if (record.untagged) throw new NewsroomError('refused', 'This fact was untagged before.')
  const why = whyNotRemoveGuard(by, record.type ?? tag.type, reason, story.value(), room.desk())
  if (why !== undefined) throw new NewsroomError('refused', why)
  const { saved } = story.edit(by, (doc) => removeFactMark(doc, fact))
  const { written } = story.note(by, { kind: 'untagged', fact, reason: reason.trim(), words, lastStatus: status })
  await Promise.all([saved, written])
  return {}
}

/** Changes what kind of fact it is. Away from quote or allegation it needs a reason and someone other than the author. */
export const retypeFact: Action<'fact.retype'> = async (room, by, { story: id, fact, type, reason }) => {
  const story = await room.storyNow(id)
  const { record, tag } = story.assessment(fact)
  const from = record.type ?? tag.type
  if (from === type) return {}
  if (from === 'quote' || from === 'allegation') {
    const why = whyNotRemoveGuard(by, from, reason, story.value(), room.desk())
    if (why !== undefined) throw new NewsroomError('refused', why)
  }
  const { saved } = story.edit(by, (doc) => updateFactTag(doc, fact, { type }))
  const { written } = story.note(by, { kind: 'retyped', fact, from, to: type, ...(reason?.trim() ? { reason: reason.trim() } : {}) })
  await Promise.all([saved, written])
  return {}
}

/** Sets what a fact claims and who said it; an empty text takes it away. */
export const describeFact: Action<'fact.describe'> = async (room, by, { story: id, fact, statement, attributedTo }) => {
  const story = await room.storyNow(id)
  story.assessment(fact)
  const changes = { ...(statement === undefined ? {} : { statement: statement.trim() }), ...(attributedTo === undefined ? {} : { attributedTo: attributedTo.trim() }) }
  if (Object.keys(changes).length === 0) throw new NewsroomError('usage', 'Say what to describe: the statement or who said it.')
  const { saved } = story.edit(by, (doc) => updateFactTag(doc, fact, changes))
  const { written } = story.note(by, { kind: 'described', fact, ...changes })
  await Promise.all([saved, written])
  return {}
}
