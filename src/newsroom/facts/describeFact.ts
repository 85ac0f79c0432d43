import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { SignedStatus } from '../../story/ledger/facts/fact'
import { NewsroomError } from '../../story/requests/requests'
import { isAuthorEver } from '../../story/assessment/people/authors'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { maskNames } from '../../projection/scan/maskNames'
import { updateFactTag } from '../../document/editStory'
import { sameClaim } from '../../checks/rules/facts/duplicateStatements'
import { KEEPS_COPY } from '../replica/storyEditing'
import type { Action } from '../state/action'
import { refuseOwnDifference } from './sharedClaim'
import { defined } from '../../story/text/defined'

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
    statement: statement === undefined ? undefined : maskNames(statement.trim(), terms),
    attributedTo: attributedTo === undefined ? undefined : maskNames(attributedTo.trim(), terms),
  })
  if (Object.keys(changes).length === 0) throw new NewsroomError('usage', newsroomText('untagFact.nothingToDescribe'))
  const { statement: claim } = changes
  if (claim !== undefined && !sameClaim(claim, tag.statement ?? '')) refuseOwnDifference(room, story, by, assessment)
  const { saved } = story.edit(by, (doc) => updateFactTag(doc, fact, changes), KEEPS_COPY)
  const { written } = story.note(by, { kind: 'described', fact, ...changes })
  await Promise.all([saved, written])
  return {}
}
