import { storedText } from '../../story/history/storedText'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { NewsroomError, type AnswerOf, type RequestOf } from '../../story/requests/requests'
import {
  legalHash,
  legalReadState,
  standingAllegations,
  wroteAllegation,
} from '../../story/assessment/people/legalRead'
import { setField as writeField } from '../../document/editStory'
import { fieldText, leaves, type Fields } from '../../story/ledger/fields'
import { whyNotMay } from '../../story/assessment/people/rights'
import type { OpenStory } from '../replica/openStory'
import { KEEPS_COPY } from '../replica/storyEditing'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { refuseLooserEmbargo } from './embargoRight'
import { readFieldValue } from './fieldValue'
import { keepSnapshot } from '../replica/snapshots/keepSnapshot'
import { isBeforeWords, refuseNaming } from './create/nameAuthors'
import { subjectCodes } from './subjectCodes'
import { defined } from '../../story/text/defined'

/**
 * Sets a field and notes it. The table of rights says who completes legal review, names authors and takes an embargo
 * off.
 */
export const setField: Action<'story.setField'> = async (room, by, request) => {
  if (!request.preview) return fieldSet(room, by, await room.storyNow(request.story), request)
  return room.lookAt(request.story, async (story) => {
    const now = { headline: story.summary().headline, fields: story.value().fields }
    return { ...(await fieldSet(room, by, story, request)), now }
  })
}

async function fieldSet(
  room: Newsroom,
  by: string,
  story: OpenStory,
  { field, value, seen, preview = false }: RequestOf<'story.setField'>,
): Promise<AnswerOf<'story.setField'>> {
  const read = readFieldValue(field, value)
  const now =
    field === 'subjects' ? await subjectCodes(read as Fields['subjects'], story.value().fields.subjects) : read
  const before = story.value().fields
  const desk = room.desk()
  const lowers =
    field === 'needsLegal' && now !== 'required' && before.needsLegal !== now && before.needsLegal !== 'none'
  if (lowers || (field === 'needsLegal' && now === 'complete'))
    refuse(whyNotMay('completeLegal', by, { desk, story: story.value(), wrote: wroteAllegations(story, by) }))
  if (field === 'embargo') refuseLooserEmbargo(room, by, before.embargo, String(now))
  const names = field === 'author' || field === 'byline'
  if (names) refuseNaming(room, by, before, { ...before, [field]: now })
  const beforeWords = names && isBeforeWords(story)
  const completes = field === 'needsLegal' && now === 'complete'
  const legal = completes ? legalHash(story.value().copy, story.assessments()) : undefined
  if (legal !== undefined && seen === undefined)
    throw new NewsroomError('usage', newsroomText('setField.legalNamesSeen', { seen: legal }))
  if (legal !== undefined && seen !== legal) throw new NewsroomError('refused', newsroomText('setField.legalSeen'))
  // A reading that does not count is done again, also of the same words.
  const isRead = (): boolean =>
    legalReadState(story.value(), story.assessments(), desk.settings.deskOfOne) === 'complete'
  if (fieldText(before[field]) === fieldText(now) && (legal === undefined || isRead())) return { fields: before }
  story.guard.refuseWhenGuarded()
  story.guard.refuseWhenKilled()
  if (preview) return { fields: { ...before, [field]: now } }
  const { saved } = story.edit(by, (doc) => writeField(doc, field, now), KEEPS_COPY)
  const { written } = story.note(by, {
    kind: 'fieldSet',
    field,
    from: fieldText(before[field]),
    to: fieldText(now),
    ...defined({ legalHash: legal }),
    ...(leaves(field) ? { leaves: true as const } : {}),
    ...(beforeWords ? { beforeWords: true as const } : {}),
  })
  await Promise.all([
    saved,
    written,
    story.observe(),
    ...(completes ? [keepSnapshot(room, story, by, { kind: 'signed', why: storedText('stored.legalRead') })] : []),
  ])
  return { fields: story.value().fields }
}

/** Whether a person wrote words of an allegation that stands: as the history says, or the document. */
function wroteAllegations(story: OpenStory, by: string): boolean {
  const assessments = story.assessments()
  const ranges = standingAllegations(assessments).flatMap((fact) => fact.ranges)
  return wroteAllegation(assessments, by) || (ranges.length > 0 && story.writers.at(ranges).has(by))
}

function refuse(why: string | undefined): void {
  if (why !== undefined) throw new NewsroomError('refused', why)
}
