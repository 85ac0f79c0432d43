/**
 * A claim with two values blocks until somebody corrects the words. Their writer does not end that by another
 * claim, or without the tag.
 */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { differingFrom } from '../../checks/rules/facts/duplicateStatements'
import { named } from '../../checks/finding/wording'
import type { Assessment } from '../../story/assessment/assessment'
import { isAuthorEver } from '../../story/assessment/people/authors'
import { lacksPin } from '../../story/assessment/people/rights'
import { NewsroomError } from '../../story/requests/requests'
import { wroteIn } from '../gate/wroteAt'
import type { OpenStory } from '../replica/openStory'
import type { Newsroom } from '../state/newsroom'

/**
 * Refuses an author, and who wrote one of the values, while another fact makes the same claim with another value. A
 * person without a PIN, where there are PINs, may be either.
 */
export function refuseOwnDifference(room: Newsroom, story: OpenStory, by: string, fact: Assessment): void {
  if (room.desk().settings.deskOfOne) return
  const [other, ...more] = differingFrom(fact, story.assessments())
  if (!other) return
  if (lacksPin(by, room.desk())) throw new NewsroomError('refused', newsroomText('actions.needsPin', { by }))
  const wrote = wroteIn(room, story)
  const isTheirs = [fact, other, ...more].some(({ id }) => wrote(by, { kind: 'fact', fact: id }))
  if (!isTheirs && !isAuthorEver(story.value(), by)) return
  const words = named(other.words === '' ? (other.record.lastWords ?? '') : other.words)
  throw new NewsroomError('refused', newsroomText('sharedClaim.own', { by, words }))
}
