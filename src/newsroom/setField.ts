import { NewsroomError } from '../story/requests'
import { setField as writeField } from '../document/editStory'
import type { Action } from './action'
import { fieldText, readFieldValue } from './fieldValue'

/** Sets one field and notes it. Legal's word is given and taken back by someone with the legal role only. */
export const setField: Action<'story.setField'> = async (room, by, { story: id, field, value }) => {
  const story = await room.storyNow(id)
  const now = readFieldValue(field, value)
  const before = story.value().fields
  if (field === 'needsLegal' && now !== 'required' && before.needsLegal !== now && before.needsLegal !== 'none') refuseUnlessLegal(room.onRoster(by)?.role, by)
  if (field === 'needsLegal' && now === 'complete') refuseUnlessLegal(room.onRoster(by)?.role, by)
  if (fieldText(before[field]) === fieldText(now)) return { fields: before }
  const { saved } = story.edit(by, (doc) => writeField(doc, field, now))
  const { written } = story.note(by, { kind: 'fieldSet', field, from: fieldText(before[field]), to: fieldText(now) })
  await Promise.all([saved, written])
  return { fields: story.value().fields }
}

function refuseUnlessLegal(role: string | undefined, by: string): void {
  if (role !== 'legal') throw new NewsroomError('refused', `Legal review is settled by someone with the legal role; ${by} has not got it.`)
}
