import { newsroomText } from '../../catalogue/newsroom'
import { NewsroomError } from '../../story/requests/requests'
import { legalHash } from '../../checks/rules/story/needsLegal'
import { setField as writeField } from '../../document/editStory'
import type { Fields } from '../../story/ledger/fields'
import type { LedgerState } from '../../story/ledger/ledger'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { isAuthorOf } from '../../story/assessment/story'
import type { Action } from '../state/action'
import { fieldText, readFieldValue } from './fieldValue'
import { keepSnapshot } from '../replica/keepSnapshot'
import type { Newsroom } from '../state/newsroom'
import { defined } from '../../story/text/defined'

/** Sets one field and notes it. Legal's word is given and taken back by someone with the legal role only. */
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
  })
  await Promise.all([
    saved,
    written,
    ...(completes ? [keepSnapshot(room, story, by, { kind: 'signed', why: newsroomText('setField.legalRead') })] : []),
  ])
  return { fields: story.value().fields }
}

/** Never filed, and nobody has signed anything. */
const isFreshDraft = ({ standing, facts }: LedgerState): boolean =>
  standing.stage === 'draft' &&
  standing.version === 1 &&
  ![...facts.values()].some((record) => record.signOffs.length > 0)

/** Who brought the copy in; undefined when it was written here, since then the creator is the author. */
function creatorOf(entries: readonly LedgerEntry[]): string | undefined {
  const [first] = entries
  return first?.kind === 'created' && first.origin === 'import' ? first.by : undefined
}

/**
 * Whoever leaves the author's chair would be free to check their own work. Only whoever imported a draft that nobody has
 * worked on may still say whose it is, and only when that is somebody of this library: somebody has to stand by the words.
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
