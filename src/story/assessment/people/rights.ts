/**
 * Who may do what: the table of rights (desk/rightsTable.ts), asked of a person and a story. The window, the command
 * line and the owner ask the same table.
 */
import { whyNotRight, type Right } from '../../desk/rightsTable'
import { hasPins, roleOf } from '../../desk/roster'
import type { Stage } from '../../ledger/stages'
import { isAuthorEver, type WithAuthors } from './authors'
import type { Desk } from '../story'

/** The right that a move asks for. To restore a spiked story returns it to where it was, which gives nothing. */
export function rightOfMove({ from, to }: { readonly from: Stage; readonly to: Stage }): Right {
  if (to === 'killed') return 'kill'
  if (from === 'spiked') return 'move'
  return to === 'cleared' ? 'clear' : to === 'published' ? 'publish' : 'move'
}

/** The parts of the desk that the table reads. */
export type People = Pick<Desk, 'roster' | 'settings'>

export interface Case {
  readonly desk: People
  /** Absent: the action is about no story. */
  readonly story?: WithAuthors
  /** Whether the person wrote the words in question. */
  readonly wrote?: boolean
}

/** Why `by` (a name) has not got this right, as one sentence for people. Undefined: they have it. */
export function whyNotMay(right: Right, by: string, { desk, story, wrote = false }: Case): string | undefined {
  return whyNotRight(right, by, {
    role: roleOf(by, desk.roster),
    lacksPin: lacksPin(by, desk),
    isAuthor: story !== undefined && isAuthorEver(story, by),
    wrote,
    alone: desk.settings.deskOfOne,
  })
}

/** Whether the right was there only because the one-person desk is on. */
export const isOwnCheck = (right: Right, by: string, of: Case): boolean =>
  of.desk.settings.deskOfOne &&
  whyNotMay(right, by, of) === undefined &&
  whyNotMay(right, by, { ...of, desk: { ...of.desk, settings: { ...of.desk.settings, deskOfOne: false } } }) !==
    undefined

/** Whether the library has PINs and this person has none yet. */
export const lacksPin = (by: string, { roster }: Pick<Desk, 'roster'>): boolean =>
  hasPins(roster) && roster.find(({ name }) => name === by)?.pin !== true
