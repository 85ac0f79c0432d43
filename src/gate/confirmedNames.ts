/**
 * Which protected names of a story somebody confirmed (“may be named here”). Neither an author nor a writer of
 * the words may confirm one. This is asked again at each reading, also of confirmations from other computers.
 */
import { gateText } from '../catalogue/rooms/gate'
import type { LeakHit } from '../projection/scan/leakScan'
import { isAuthorEver } from '../story/assessment/people/authors'
import { holdsAsCleared } from '../story/assessment/heldBy'
import type { Desk, Story } from '../story/assessment/story'
import type { WroteAt } from '../story/assessment/people/wroteAt'

/** The parts of a desk that decide whose confirmation counts. */
type ConfirmingDesk = Pick<Desk, 'settings'>

/**
 * Answers whether a hit of the leak scan is confirmed. For a hit whose words have left the copy no writer is known:
 * there only authors are refused.
 */
export function confirmedIn(
  story: Pick<Story, 'fields' | 'ledger'>,
  desk: ConfirmingDesk,
  wroteAt: WroteAt,
): IsConfirmed {
  const people = new Map<string, string[]>()
  for (const { rule, key, by } of story.ledger.dismissals)
    if (rule === 'sourceProtection' && (desk.settings.deskOfOne || !isAuthorEver(story, by)))
      people.set(key, [...(people.get(key) ?? []), by])
  const isCleared = holdsAsCleared(story.ledger.standing.stage)
  return ({ confirmable, key, cutKeys = [], where }) => {
    // What was cleared can leave, though an earlier Stet cut the sentence short.
    const keys = isCleared ? [key, ...cutKeys] : [key]
    const by = confirmable ? keys.flatMap((one) => people.get(one) ?? []) : []
    if (by.length === 0) return false
    return desk.settings.deskOfOne || !where || by.some((one) => !wroteAt(one, { kind: 'text', ...where }))
  }
}

export type IsConfirmed = (hit: Pick<LeakHit, 'confirmable' | 'key' | 'cutKeys' | 'where'>) => boolean

/**
 * What a person reads of a hit. A confirmation by an earlier Stet was for all places of a sentence: it is asked again,
 * and the message says so.
 */
export const hitMessage = (
  { ledger }: Pick<Story, 'ledger'>,
  { message, formerKey }: Pick<LeakHit, 'message' | 'formerKey'>,
): string =>
  formerKey !== undefined && ledger.dismissals.some(({ rule, key }) => rule === 'sourceProtection' && key === formerKey)
    ? `${message} ${gateText('confirmedName.before')}`
    : message
