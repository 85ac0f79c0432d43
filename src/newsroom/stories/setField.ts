import { newsroomText } from '../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../story/requests/requests'
import { legalHash } from '../../checks/rules/story/needsLegal'
import { setField as writeField } from '../../document/editStory'
import { leaves, type Fields } from '../../story/ledger/fields'
import type { LedgerState } from '../../story/ledger/ledger'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { isAuthorOf } from '../../story/assessment/story'
import type { Action } from '../state/action'
import { refuseLooserEmbargo } from './embargoRight'
import { fieldText, readFieldValue } from './fieldValue'
import { keepSnapshot } from '../replica/keepSnapshot'
import type { Newsroom } from '../state/newsroom'
import { defined } from '../../story/text/defined'

/** Sets a field and notes it. Only a person with the legal role completes or reopens legal review. */
export const setField: Action<'story.setField'> = async (room, by, { story: id, field, value }) => {
  const story = await room.storyNow(id)
  const now = readFieldValue(field, value)
  const before = story.value().fields
  if (field === 'needsLegal' && now !== 'required' && before.needsLegal !== now && before.needsLegal !== 'none')
    refuseUnlessLegal(room.onRoster(by)?.role, by)
  if (field === 'needsLegal' && now === 'complete') {
    refuseUnlessLegal(room.onRoster(by)?.role, by)
    if (isAuthorOf(before, by) && !room.library.settings.deskOfOne)
      throw new NewsroomError('refused', newsroomText('setField.legalByAuthor', { by }))
  }
  if (field === 'embargo') refuseLooserEmbargo(room, by, before.embargo, String(now))
  refuseOwnName(
    room,
    by,
    before,
    { ...before, [field]: now },
    isFreshDraft(story.ledger) ? creatorOf(story.entries) : undefined,
  )
  const completes = field === 'needsLegal' && now === 'complete'
  const read = completes ? legalHash(story.value().copy, story.assessments()) : undefined
  if (fieldText(before[field]) === fieldText(now) && (read === undefined || read === story.ledger.legalHash))
    return { fields: before }
  const { saved } = story.edit(by, (doc) => writeField(doc, field, now))
  const { written } = story.note(by, {
    kind: 'fieldSet',
    field,
    from: fieldText(before[field]),
    to: fieldText(now),
    ...defined({ legalHash: read }),
    ...(leaves(field) ? { leaves: true as const } : {}),
  })
  await Promise.all([
    saved,
    written,
    story.observe(),
    ...(completes ? [keepSnapshot(room, story, by, { kind: 'signed', why: newsroomText('setField.legalRead') })] : []),
  ])
  return { fields: story.value().fields }
}

/** Whether the story was never filed and has no sign-off. */
const isFreshDraft = ({ standing, facts }: LedgerState): boolean =>
  standing.stage === 'draft' &&
  standing.version === 1 &&
  ![...facts.values()].some((record) => record.signOffs.length > 0)

/** Who imported the copy; undefined when it was written here, where the creator is the author. */
function creatorOf(entries: readonly LedgerEntry[]): string | undefined {
  const [first] = entries
  return first?.kind === 'created' && first.origin === 'import' ? first.by : undefined
}

/**
 * Refuses an author who names somebody else as author: they could then check their own work. The person who imported a
 * draft may do it while nobody has worked on it, and only for a name on the roster.
 */
function refuseOwnName(room: Newsroom, by: string, before: Fields, now: Fields, importer: string | undefined): void {
  if (room.library.settings.deskOfOne || !isAuthorOf(before, by) || isAuthorOf(now, by)) return
  if (importer === by) {
    if (room.library.roster.some(({ name }) => isAuthorOf(now, name))) return
    throw new NewsroomError('refused', newsroomText('setField.broughtIn', { by }))
  }
  throw new NewsroomError('refused', newsroomText('setField.nameByAuthor', { by }))
}

function refuseUnlessLegal(role: string | undefined, by: string): void {
  if (role !== 'legal') throw new NewsroomError('refused', newsroomText('setField.needsLegalRole', { by }))
}
