/**
 * Which protected names of a story somebody confirmed (“may be named here”). Another person than the authors, and than
 * whoever wrote the words, confirms one: of each confirmation that is asked again, wherever it was made.
 */
import { gateText } from '../catalogue/rooms/gate'
import type { LeakHit } from '../projection/scan/leakScan'
import { isAuthorEver } from '../story/assessment/people/authors'
import type { Desk, Story } from '../story/assessment/story'
import type { WroteAt } from '../story/assessment/people/wroteAt'

/** The parts of a desk that decide whose confirmation counts. */
type Alone = Pick<Desk, 'settings'>

/**
 * Answers whether a hit of the leak scan is confirmed. A hit that stands in the copy no more tells of no writer: only
 * authors are kept out there.
 */
export function confirmedIn(story: Pick<Story, 'fields' | 'ledger'>, desk: Alone, wroteAt: WroteAt): IsConfirmed {
  const people = new Map<string, string[]>()
  for (const { rule, key, by } of story.ledger.dismissals)
    if (rule === 'sourceProtection' && (desk.settings.deskOfOne || !isAuthorEver(story, by)))
      people.set(key, [...(people.get(key) ?? []), by])
  return ({ confirmable, key, where }) => {
    const by = confirmable ? people.get(key) : undefined
    if (!by) return false
    return desk.settings.deskOfOne || !where || by.some((one) => !wroteAt(one, { kind: 'text', ...where }))
  }
}

export type IsConfirmed = (hit: Pick<LeakHit, 'confirmable' | 'key' | 'where'>) => boolean

/**
 * What a person reads of a hit. A confirmation by an earlier Stet was for all places of a sentence: it is asked again,
 * and the message says so.
 */
export const messageOf = (
  { ledger }: Pick<Story, 'ledger'>,
  { message, formerKey }: Pick<LeakHit, 'message' | 'formerKey'>,
): string =>
  formerKey !== undefined && ledger.dismissals.some(({ rule, key }) => rule === 'sourceProtection' && key === formerKey)
    ? `${message} ${gateText('confirmedName.before')}`
    : message
