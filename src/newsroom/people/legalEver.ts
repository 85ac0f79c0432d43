import type { Person } from '../../story/desk/roster'
import type { KeyHistory } from '../../story/trust/keys/knownKeys'

interface Desk {
  readonly library: { readonly roster: readonly Person[] }
  readonly ring: { readonly history: Pick<KeyHistory, 'roles'> }
}

/**
 * The names of all who have the role legal, or had it at any time. Their texts stay at the desk: a new role does not
 * open what they wrote as legal.
 */
export function legalEver({ library, ring }: Desk): ReadonlySet<string> {
  const now = library.roster.flatMap(({ name, role }) => (role === 'legal' ? [name] : []))
  const before = ring.history.roles.flatMap(({ person, role }) => (role === 'legal' ? [person] : []))
  return new Set([...now, ...before])
}
