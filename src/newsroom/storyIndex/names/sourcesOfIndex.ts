/** What of the source book decides what the index may hold. */
import { createHash } from 'node:crypto'
import { sourceBook, type Source } from '../../../story/desk/source'
import { macOf } from '../../../story/view/commitment'

const SOUGHT = 'names without titles, notes and initials'

/**
 * Tells one library, and one set of protected names, from another, and tells nobody which names they are: their MACs
 * under the keys of the sources, hashed to 16 hex digits. `library`: id of its own key; another library may have been
 * put in the same folder. Undefined: a protected source has no key yet, and the index is kept in memory.
 *
 * An index made by an older Stet may hold what is a name today, and is made again: a change of what is sought
 * (protectedTerms) needs another SOUGHT.
 */
export function printOfNames(library: string, sources: readonly Source[]): string | undefined {
  const macs: string[] = []
  for (const { protected: isProtected, id, name, aliases, contact = '', commitmentKey, destroyed } of sources) {
    if (!isProtected) continue
    if (commitmentKey !== undefined) macs.push(macOf(commitmentKey, JSON.stringify([name, aliases, contact])))
    else if (destroyed && aliases.length === 0 && contact === '') macs.push(`destroyed ${id}`)
    else return undefined
  }
  return createHash('sha256')
    .update([library, SOUGHT, ...macs.sort()].join('\n'))
    .digest('hex')
    .slice(0, 16)
}

/** The names of sources that are not protected, by every id that leads to them. */
export const openNames = (sources: readonly Source[]): ReadonlyMap<string, string> =>
  new Map(
    [...sourceBook(sources)].flatMap(([id, source]) =>
      source.protected || source.name === '' ? [] : [[id, [source.name, ...source.aliases].join(', ')] as const],
    ),
  )
