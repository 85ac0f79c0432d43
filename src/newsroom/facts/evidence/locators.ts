/** Refuses locators that lead nowhere (rule 7), with the captured file at hand. */
import { whyNotLocator, whyPlaceholder } from '../../../checks/evidence/whyNotLocator'
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { authorsAmong, isAuthorEver } from '../../../story/assessment/people/authors'
import { carryingIn, whyOnlyOnAuthor, type BackingQuestion } from '../../../story/assessment/people/whyOnlyOnAuthor'
import type { Evidence } from '../../../story/ledger/facts/fact'
import type { Source } from '../../../story/desk/source'
import { NewsroomError } from '../../../story/requests/requests'
import { isUnprovenEvidence } from './unprovenEvidence'
import type { OpenStory } from '../../replica/openStory'
import type { Newsroom } from '../../state/newsroom'
import { sourceNamed } from '../../sources/findSource'

/** Evidence names its source by id, also one that was merged since; a request names it in any way. */
const sourceMeant = (room: Newsroom, given: string): Source | undefined =>
  room.desk().sources.get(given) ?? sourceNamed(room, given)

type Located = Pick<Evidence, 'source' | 'locator' | 'excerpt' | 'file' | 'fileName'>

/**
 * Says why a locator does not lead to its place; undefined if it does. Rejects when the disk fails. A captured file
 * that is gone is no place. `unreadPage`: a page counts in a file that cannot be read.
 */
async function whyNotFound(room: Newsroom, evidence: Located, unreadPage = false): Promise<string | undefined> {
  const kind = sourceMeant(room, evidence.source)?.kind ?? 'document'
  if (evidence.file === undefined) return whyNotLocator(evidence, kind, room.clock.now())
  const captured = await room.captured.of(evidence.file, evidence.fileName ?? '')
  if (!captured) return newsroomText('evidence.fileGone', { file: evidence.file.slice(0, 12) })
  if (unreadPage && captured.trouble !== undefined && evidence.excerpt === undefined)
    return whyPlaceholder(evidence.locator)
  return whyNotLocator(evidence, kind, room.clock.now(), captured)
}

/**
 * Evidence that is attached now: with a captured file its place must be there, without one it must name a place. What
 * its kind needs beside that is asked when the fact is verified. So is the page of a file that Stet cannot read, as of
 * an encrypted PDF. An excerpt says what stands in the file, so it is never taken unread.
 */
export async function refuseAttached(room: Newsroom, evidence: Located | undefined): Promise<void> {
  if (!evidence) return
  const why = evidence.file === undefined ? whyPlaceholder(evidence.locator) : await whyNotFound(room, evidence, true)
  if (why !== undefined) throw new NewsroomError('refused', why)
}

/**
 * *Verified* needs one supporting piece of evidence that both carries it and leads to its place; the one that comes
 * with it must lead to its place too. What only the author brought, and what the verifier saw, carries it only with a
 * captured file.
 */
export async function refuseUnlocated(
  room: Newsroom,
  by: string,
  story: OpenStory,
  fact: string,
  added: Omit<Evidence, 'id'> | undefined,
): Promise<void> {
  const { record } = story.assessment(fact)
  const evidence = [...record.evidence, ...(added ? [{ ...added, id: '' }] : [])]
  const value = story.value()
  const { roster, settings } = room.desk()
  const alone = settings.deskOfOne
  const question: BackingQuestion = {
    verifier: by,
    evidence,
    record,
    isAuthor: (person) => !alone && isAuthorEver(value, person),
    isUnproven: (evidence) => isUnprovenEvidence(room, story, evidence),
    authors: () => (alone ? [] : authorsAmong(value, roster)),
    source: (id) => sourceMeant(room, id),
  }
  const onlyOnAuthor = whyOnlyOnAuthor(question)
  if (onlyOnAuthor !== undefined) throw new NewsroomError('refused', onlyOnAuthor)
  let why = added?.stance === 'supports' ? await whyNotFound(room, added) : undefined
  if (why !== undefined) throw new NewsroomError('refused', why)
  for (const item of carryingIn(question)) {
    why = await whyNotFound(room, item)
    if (why === undefined) return
  }
  if (why !== undefined) throw new NewsroomError('refused', why)
}
