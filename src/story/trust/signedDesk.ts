/**
 * Who is on the roster with which role, who has left, and whether the one-person desk is on, as the library's own
 * ledger says. Anybody who can write the folder can change roster.json and library.json: what they wrote there gives no
 * right.
 */
import { isRole, type LibrarySettings, type Person, type Role } from '../desk/roster'
import type { LedgerEntry } from '../ledger/ledgerEntry'

interface DeskFiles {
  readonly roster: readonly Person[]
  readonly settings: LibrarySettings
}

export interface SignedDesk extends DeskFiles {
  /** What the files say and no entry ever gave. */
  readonly unsigned: readonly ({ readonly person: string; readonly role: Role } | { readonly deskOfOne: true })[]
}

/**
 * `counted`: the entries that count, in the order of the file. A file may be behind the ledger, as a crash leaves it:
 * the ledger is written first. Without a seal the library is from before keys, and the files are all there is.
 */
export function signedDesk({ roster, settings }: DeskFiles, counted: readonly LedgerEntry[]): SignedDesk {
  if (!counted.some(({ kind }) => kind === 'sealed')) return { roster, settings, unsigned: [] }
  const { roles, ever } = rolesIn(counted)
  const gone = goneIn(counted)
  const named = [...roster, ...[...roles.keys()].filter((name) => !roster.some((one) => one.name === name)).map(nobody)]
  const people = named.map((person): Person => {
    const { role: _written, left: _said, ...other } = person
    const [role, left] = [roles.get(person.name) ?? '', gone.has(person.name)]
    if (role === (person.role ?? '') && left === (person.left ?? false)) return person
    return { ...other, ...(isRole(role) ? { role } : {}), ...(left ? { left } : {}) }
  })
  const changes = counted.flatMap((entry) =>
    entry.kind === 'deskOfOne' ? [{ at: entry.at, by: entry.by, deskOfOne: entry.on }] : [],
  )
  const { changes: _told, ...rest } = settings
  return {
    roster: sameItems(people, roster) ? roster : people,
    settings: { ...rest, deskOfOne: changes.at(-1)?.deskOfOne ?? false, ...(changes.length > 0 ? { changes } : {}) },
    unsigned: [
      ...roster.flatMap(({ name: person, role }) =>
        role === undefined || ever.get(person)?.has(role) ? [] : [{ person, role }],
      ),
      ...(settings.deskOfOne && !changes.some(({ deskOfOne }) => deskOfOne) ? [{ deskOfOne: true } as const] : []),
    ],
  }
}

/** `roles`: the last one of each name, '' for none. `ever`: all that a name ever had. */
function rolesIn(counted: readonly LedgerEntry[]): {
  readonly roles: ReadonlyMap<string, string>
  readonly ever: ReadonlyMap<string, ReadonlySet<string>>
} {
  const roles = new Map<string, string>()
  const ever = new Map<string, Set<string>>()
  const give = (name: string, role: string): void => {
    roles.set(name, role)
    ever.set(name, (ever.get(name) ?? new Set()).add(role))
  }
  let isSealed = false
  for (const entry of counted) {
    if (entry.kind === 'sealed' && !isSealed) {
      isSealed = true
      for (const [name, role] of Object.entries(entry.people)) give(name, role)
    } else if (entry.kind === 'personAdded') give(entry.person, entry.role)
    else if (entry.kind === 'roleChanged') give(entry.person, entry.to)
  }
  return { roles, ever }
}

/** The names that have left and not come back. */
function goneIn(counted: readonly LedgerEntry[]): ReadonlySet<string> {
  const gone = new Set<string>()
  for (const entry of counted) {
    if (entry.kind === 'personLeft') gone.add(entry.person)
    else if (entry.kind === 'personReturned') gone.delete(entry.person)
  }
  return gone
}

const nobody = (name: string): Person => ({ name })
const sameItems = <T>(these: readonly T[], those: readonly T[]): boolean =>
  these.length === those.length && these.every((one, at) => one === those[at])
