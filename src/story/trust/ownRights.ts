/**
 * What people of this library may do to a story, as its own ledgers prove it. The app asks before it writes an entry;
 * a person with a changed build is asked nothing. So entries that give trust are checked again where they are read,
 * by the role that their person had at that point of the ledger.
 */
import { isSamplePerson } from '../desk/samplePeople'
import { isRole, type Role } from '../desk/roster'
import { whyNotRight, type Right } from '../desk/rightsTable'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import { hasFirstPin, type KeyHistory } from './keys/knownKeys'

/** The rights that are asked. The others give no trust, or are asked each time a verdict is counted. */
const ASKED: ReadonlySet<Right> = new Set<Right>([
  'clear',
  'publish',
  'completeLegal',
  'removeGuard',
  'strikeByline',
  'approveCorrection',
  'acceptLoss',
  'decideApart',
])

/** What may have been so at the place of an entry. Several answers: nobody can tell which came first. */
export interface StandingThen {
  readonly roles: readonly Role[]
  readonly alone: readonly boolean[]
}

/** What else the table asks (desk/rightsTable.ts). */
interface Person {
  readonly isAuthor: boolean
  readonly wrote: boolean
}

/** Why the entry of a person of this library does not count. Undefined: it does, as far as anybody can tell. */
export function whyNotHere(
  right: Right,
  by: string,
  { isAuthor, wrote }: Person,
  { roles, alone }: StandingThen,
): string | undefined {
  if (!ASKED.has(right)) return undefined
  const answers = roles.flatMap((role) =>
    alone.map((isAlone) => whyNotRight(right, by, { role, isAuthor, wrote, alone: isAlone, lacksPin: false })),
  )
  return answers.includes(undefined) ? undefined : answers[0]
}

export interface OwnPeople {
  /** Whether an entry is one that asks. Without PINs anybody signs in any name, so nobody is asked. */
  readonly asks: (entry: LedgerEntry) => boolean
  /** How its person stood when it was written. `place`: its index. */
  readonly standing: (entry: LedgerEntry, place: number) => StandingThen
}

/**
 * The people of this library as they wrote a story's entries. `entries`: those that count by their keys, in order of
 * the file. `beforePins`: hashes of those from before the first PIN, which go on counting.
 */
export function ownPeople(
  entries: readonly LedgerEntry[],
  history: KeyHistory,
  beforePins: ReadonlySet<string> | undefined,
): OwnPeople {
  const isOwn = ({ signer = '' }: LedgerEntry): boolean => {
    const key = history.keys.get(signer)
    return key !== undefined && !key.elsewhere && key.grade !== 'library'
  }
  // A merge may have brought entries that knew another table of heads, as from a copy of this library.
  const merged = entries.findLastIndex((entry) => entry.kind === 'merged' && isOwn(entry))
  const lines: (number | undefined)[] = []
  let most = 0
  for (const [place, entry] of entries.entries()) {
    const isKnown = place > merged && isOwn(entry) && entry.heads !== undefined
    // The table only grows: no entry knew fewer lines of it than one before it.
    if (isKnown) most = Math.max(most, entry.heads ?? 0)
    lines.push(isKnown ? most : undefined)
  }
  return {
    asks: (entry) => hasFirstPin(history) && isOwn(entry) && beforePins?.has(entry.hash) === false,
    standing: ({ by }, place) => ({
      roles: rolesAt(history, by, lines[place]),
      alone: possible<Switched>([{ on: false }, ...history.alone], lines[place]).map(({ on }) => on),
    }),
  }
}

/** What was given, and how many lines the table of heads had then. Absent: before there was one. */
interface Given {
  readonly heads?: number
}

interface Switched extends Given {
  readonly on: boolean
}

/**
 * What may have held when the table of heads had so many lines: what was given last before, and what was given while it
 * had just as many. Undefined lines: all that was ever given.
 */
function possible<T extends Given>(given: readonly T[], lines: number | undefined): readonly T[] {
  if (lines === undefined) return given
  const before = given.findLast(({ heads = -1 }) => heads < lines) ?? given[0]
  return [...(before ? [before] : []), ...given.filter((one) => one.heads === lines && one !== before)]
}

/** Somebody without a role is a reporter. Where nobody is an editor, the first person is. */
function rolesAt({ roles }: KeyHistory, person: string, lines: number | undefined): readonly Role[] {
  const own = possible(
    roles.filter((one) => one.person === person),
    lines,
  ).map(({ role }): Role => (isRole(role) ? role : 'reporter'))
  const hadEditor = roles.some((one) => one.role === 'editor' && !isSamplePerson(one.person))
  const isFirst = !hadEditor && roles[0]?.person === person
  return isFirst ? ['editor'] : own.length > 0 ? own : ['reporter']
}
