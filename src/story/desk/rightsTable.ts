/**
 * The table of rights: action × person. One row an action; it says which roles may do it, and whether it is closed to
 * the story's authors, to those who wrote the words, and to people without a PIN in a library that has PINs. Each
 * refusal is one sentence for people.
 */
import { roleWords } from './roster'
import { rightsText } from '../../catalogue/story/rights'
import type { Role } from './roster'

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
  'givePen',
  'takePen',
  'deleteStory',
  'liftEmbargo',
  'completeLegal',
  'acceptLoss',
  'decideApart',
  'changeRoster',
  'changeSettings',
  'teachWords',
  'resetPin',
  'copyOut',
  'shareSources',
  'saveAsSpelling',
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

const ROWS = {
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
  removeGuard: { notAuthor: true, notWriter: true },
  approveCorrection: { notAuthor: true, notWriter: true },
  clear: { roles: EDITOR, notAuthor: true },
  publish: { roles: ['editor', 'producer'] },
  kill: { roles: ['editor', 'producer'], orAuthor: true },
  move: {},
  nameAuthors: { roles: EDITOR },
  strikeByline: { roles: EDITOR },
  // The person who has the pen gives it away or lays it down; where nobody has it, an author gives it.
  givePen: {},
  takePen: { roles: EDITOR },
  // Also to take a deleted story back, and to move it to an archive.
  deleteStory: { roles: EDITOR },
  liftEmbargo: { roles: EDITOR },
  completeLegal: { roles: ['legal'], notAuthor: true, notWriter: true },
  acceptLoss: { roles: EDITOR },
  // To take over or drop what stands apart: entries of a key that nobody here trusts, or trusts no more.
  decideApart: { roles: EDITOR },
  changeRoster: { roles: EDITOR },
  changeSettings: { roles: EDITOR },
  teachWords: { roles: EDITOR },
  resetPin: { roles: EDITOR },
  // To let words leave by the clipboard that name a protected source.
  copyOut: {},
  // To tell people on other computers who a protected source is.
  shareSources: { roles: EDITOR },
  // That another name of a source is only another spelling: what rests on it stays signed.
  saveAsSpelling: { roles: EDITOR },
} as const satisfies Readonly<Record<Right, Row>>

export const TABLE: Readonly<Record<Right, Row>> = ROWS

/** What the table asks of a person. */
export interface PersonAsked {
  /** Absent: not on the roster. */
  readonly role?: Role | undefined
  /** The library has PINs and this person has none yet. */
  readonly lacksPin: boolean
  readonly isAuthor: boolean
  /** Whether the person wrote the words in question. */
  readonly wrote: boolean
  /** The one-person desk is on. */
  readonly alone: boolean
}

/** Why `by` (a name) has not got this right, as one sentence for people. Undefined: they have it. */
export function whyNotRight(right: Right, by: string, person: PersonAsked): string | undefined {
  const row = TABLE[right]
  const { role, isAuthor, alone } = person
  if (role === undefined) return rightsText('notOnRoster', { by })
  if (!row.withoutPin && person.lacksPin) return rightsText('noPin', { by })
  if (row.notAuthor && isAuthor && !alone) return rightsText(`${right as Asking<'notAuthor'>}.author`, { by })
  if (row.roles && !row.roles.includes(role) && !(row.orAuthor && isAuthor))
    return rightsText(`${right as Asking<'roles'>}.role`, { by, role: roleWords(role) })
  if (row.notWriter && person.wrote && !alone) return rightsText(`${right as Asking<'notWriter'>}.writer`, { by })
  return undefined
}

/** The rights whose row asks for this: the catalogue has a sentence for each. */
type Asking<K extends keyof Row> = { [R in Right]: (typeof ROWS)[R] extends Record<K, unknown> ? R : never }[Right]
