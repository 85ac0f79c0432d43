/**
 * The table of rights: action × person. One row an action; it says which roles may do it, and whether it is closed to
 * the story's authors, to those who wrote the words, and to people without a PIN in a library that has PINs. The
 * window, the command line and the owner ask the same table. Each refusal is one sentence for people.
 */
import { rightsText } from '../../catalogue/rooms/rights'
import { hasPins, roleOf, type Role } from '../desk/roster'
import type { Stage } from '../ledger/stages'
import { isAuthorEver, type Authored } from './authors'
import type { Desk } from './story'

export const RIGHTS = [
  'verify',
  'onAuthor',
  'letStand',
  'markAgainst',
  'query',
  'replaceVerdict',
  'acceptContext',
  'dismiss',
  'override',
  'overrideLegal',
  'removeGuard',
  'approveCorrection',
  'clear',
  'publish',
  'kill',
  'move',
  'nameAuthors',
  'strikeByline',
  'deleteStory',
  'liftEmbargo',
  'completeLegal',
  'acceptLoss',
  'changeRoster',
  'changeSettings',
  'teachWords',
  'resetPin',
  'copyOut',
  'logSpelling',
] as const
export type Right = (typeof RIGHTS)[number]

interface Row {
  /** Absent: every person on the roster. */
  readonly roles?: readonly Role[]
  /** The story's own author may, with any role. */
  readonly orAuthor?: true
  /** Closed to authors and bylines, now and at any earlier time. A one-person desk lifts it. */
  readonly notAuthor?: true
  /** Closed to those who wrote the words in question. A one-person desk lifts it. */
  readonly notWriter?: true
  /** Open without a PIN in a library that has PINs. */
  readonly withoutPin?: true
}

const EDITOR: readonly Role[] = ['editor']

export const TABLE: Readonly<Record<Right, Row>> = {
  verify: { notAuthor: true, notWriter: true },
  onAuthor: { notAuthor: true, notWriter: true },
  letStand: { roles: EDITOR, notAuthor: true, notWriter: true },
  markAgainst: {},
  query: { withoutPin: true },
  // A verdict against unchanged words. Its giver needs no right.
  replaceVerdict: { roles: EDITOR, notAuthor: true },
  acceptContext: {},
  dismiss: { notAuthor: true, notWriter: true },
  override: { roles: EDITOR, notAuthor: true, notWriter: true },
  overrideLegal: { roles: ['legal'], notAuthor: true, notWriter: true },
  removeGuard: { notAuthor: true },
  approveCorrection: { notAuthor: true },
  clear: { roles: EDITOR, notAuthor: true },
  publish: { roles: ['editor', 'producer'] },
  kill: { roles: ['editor', 'producer'], orAuthor: true },
  move: {},
  nameAuthors: { roles: EDITOR },
  strikeByline: { roles: EDITOR },
  // Also to take a deleted story back, and to move it to an archive.
  deleteStory: { roles: EDITOR },
  liftEmbargo: { roles: EDITOR },
  completeLegal: { roles: ['legal'], notAuthor: true },
  acceptLoss: { roles: EDITOR },
  changeRoster: { roles: EDITOR },
  changeSettings: { roles: EDITOR },
  teachWords: { roles: EDITOR },
  resetPin: { roles: EDITOR },
  // To let words leave by the clipboard that name a protected source.
  copyOut: {},
  // That another name of a source is only another spelling: what rests on it stays signed.
  logSpelling: { roles: EDITOR },
}

/** The right that a move asks for. To restore a spiked story returns it to where it was, which gives nothing. */
export function rightOfMove({ from, to }: { readonly from: Stage; readonly to: Stage }): Right {
  if (from === 'spiked') return 'move'
  return to === 'cleared' ? 'clear' : to === 'published' ? 'publish' : to === 'killed' ? 'kill' : 'move'
}

/** The parts of the desk that the table reads. */
export type People = Pick<Desk, 'roster' | 'settings'>

export interface Case {
  readonly desk: People
  /** Absent: the action is about no story. */
  readonly story?: Authored
  /** Whether the person wrote the words in question. */
  readonly wrote?: boolean
}

/** Why `by` (a name) has not got this right, as one sentence for people. Undefined: they have it. */
export function whyNotMay(right: Right, by: string, { desk, story, wrote = false }: Case): string | undefined {
  const row = TABLE[right]
  const role = roleOf(by, desk.roster)
  if (role === undefined) return rightsText('notOnRoster', { by })
  if (!row.withoutPin && lacksPin(by, desk)) return rightsText('noPin', { by })
  const isAuthor = story !== undefined && isAuthorEver(story, by)
  const alone = desk.settings.deskOfOne
  if (row.notAuthor && isAuthor && !alone) return rightsText(`${right as AuthorBound}.author`, { by })
  if (row.roles && !row.roles.includes(role) && !(row.orAuthor && isAuthor))
    return rightsText(`${right as RoleBound}.role`, { by, role })
  if (row.notWriter && wrote && !alone) return rightsText(`${right as WriterBound}.writer`, { by })
  return undefined
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

type RoleBound =
  | 'letStand'
  | 'replaceVerdict'
  | 'override'
  | 'overrideLegal'
  | 'clear'
  | 'publish'
  | 'kill'
  | 'nameAuthors'
  | 'strikeByline'
  | 'deleteStory'
  | 'liftEmbargo'
  | 'completeLegal'
  | 'acceptLoss'
  | 'changeRoster'
  | 'changeSettings'
  | 'teachWords'
  | 'resetPin'
  | 'logSpelling'
type AuthorBound =
  | 'verify'
  | 'onAuthor'
  | 'letStand'
  | 'replaceVerdict'
  | 'dismiss'
  | 'override'
  | 'overrideLegal'
  | 'removeGuard'
  | 'approveCorrection'
  | 'clear'
  | 'completeLegal'
type WriterBound = 'verify' | 'onAuthor' | 'letStand' | 'dismiss' | 'override' | 'overrideLegal'
