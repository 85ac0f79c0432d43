/** What exports are searched for of one source, and whether a change of its record takes any of it away. */
import { NO_PSEUDONYM, type Source } from '../../../story/desk/source'
import { termsOf } from '../protectedTerms'

/** Every name, alias and contact that is sought while the source is protected, bare names too. */
export const soughtOf = (source: Source): readonly string[] =>
  termsOf({ ...source, protected: true }, NO_PSEUDONYM).flatMap(({ term, bare = [] }) => [term, ...bare])

/** The source with all names as aliases that were sought before and would not be sought any more. */
export function withSought(source: Source, before: readonly string[]): Source {
  const lost = lostOf(before, source)
  return lost.length === 0 ? source : { ...source, aliases: [...new Set([...source.aliases, ...lost])] }
}

/** The record under its new name. The old name identifies a protected source as well as the new one does. */
export function underNewName(before: Source, after: Source): Source {
  if (!after.protected || !before.protected || after.name === before.name) return after
  const named = { ...after, aliases: [...new Set([...after.aliases, before.name])] }
  return withSought(named, soughtOf({ ...after, name: before.name }))
}

/**
 * Whether a change removes protection, or anything that exports are searched for. A source that is no person has no
 * titles to leave out of its name, and what the agreed description says is not sought alone.
 */
export function weakensProtection(before: Source, after: Source): boolean {
  if (!before.protected) return false
  if (!after.protected || before.aliases.some((alias) => !after.aliases.includes(alias))) return true
  return lostOf(soughtOf(before), underNewName(before, after)).length > 0
}

function lostOf(before: readonly string[], source: Source): readonly string[] {
  const now = new Set(soughtOf(source))
  return before.filter((term) => !now.has(term))
}
