import { newsroomText } from '../../catalogue/rooms/newsroom'
import { weighFact } from '../../story/assessment/clearing'
import { whyNotRemoveGuard } from '../../story/assessment/people/entitlement'
import { GUARDED, factType, type SignedStatus } from '../../story/ledger/facts/fact'
import { NewsroomError } from '../../story/requests/requests'
import { isAuthorEver } from '../../story/assessment/people/authors'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { sealText } from '../../projection/scan/sealText'
import { removeFactMark, updateFactTag } from '../../document/editStory'
import { sameClaim } from '../../checks/rules/facts/duplicateStatements'
import { wroteIn } from '../gate/wroteAt'
import { KEEPS_COPY, type OpenStory } from '../replica/openStory'
import type { Newsroom } from '../state/newsroom'
import type { Action } from '../state/action'
import { refuseOwnDifference } from './sharedClaim'
import { defined } from '../../story/text/defined'

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

/** Whether a person wrote the words of a fact, or in their sentence. */
function wroteFact(room: Newsroom, story: OpenStory, by: string, fact: string): boolean {
  const wrote = wroteIn(room, story)
  const where = { kind: 'fact', fact } as const
  return wrote(by, where) || wrote(by, where, 'around')
}

/** Statuses that confirm what a fact claims. */
const PASSED: ReadonlySet<SignedStatus> = new Set<SignedStatus>(['verified', 'onAuthor', 'letStand'])

/** Sets what a fact claims and who said it. An empty text removes it. */
export const describeFact: Action<'fact.describe'> = async (room, by, { story: id, fact, statement, attributedTo }) => {
  const story = await room.storyNow(id)
  const assessment = story.assessment(fact)
  const { current, tag } = assessment
  if (
    current &&
    PASSED.has(current.status) &&
    current.by !== by &&
    !room.desk().settings.deskOfOne &&
    isAuthorEver(story.value(), by)
  ) {
    throw new NewsroomError('refused', newsroomText('untagFact.signedClaim', { by: current.by }))
  }
  const terms = protectedTerms(room.desk().sources.values())
  const changes = defined({
    statement: statement === undefined ? undefined : sealText(statement.trim(), terms),
    attributedTo: attributedTo === undefined ? undefined : sealText(attributedTo.trim(), terms),
  })
  if (Object.keys(changes).length === 0) throw new NewsroomError('usage', newsroomText('untagFact.nothingToDescribe'))
  const { statement: claim } = changes
  if (claim !== undefined && !sameClaim(claim, tag.statement ?? '')) refuseOwnDifference(room, story, by, assessment)
  const { saved } = story.edit(by, (doc) => updateFactTag(doc, fact, changes), KEEPS_COPY)
  const { written } = story.note(by, { kind: 'described', fact, ...changes })
  await Promise.all([saved, written])
  return {}
}
