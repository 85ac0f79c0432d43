/** Two sources are independent if they have no root in common. */
import type { Evidence } from '../facts/fact'
import type { Source } from '../../desk/source'

/**
 * The ids of the sources at the end of `derivedFrom`; the source itself if it rests on none. Pool reports with the same
 * pooler and number are one root, even if the source book lists them twice.
 */
export function rootsOf(source: Source, book: ReadonlyMap<string, Source>): ReadonlySet<string> {
  const roots = new Set<string>()
  const seen = new Set<string>()
  const follow = (one: Source): void => {
    if (seen.has(one.id)) return
    seen.add(one.id)
    const origins = (one.derivedFrom ?? []).flatMap((id) => book.get(id) ?? [])
    if (origins.length === 0) roots.add(rootName(one))
    else origins.forEach(follow)
  }
  follow(source)
  // Sources in a cycle count as one, whichever one the walk starts from.
  return roots.size > 0 ? roots : seen
}

function rootName({ id, kind, pooler = '', poolNumber = '' }: Source): string {
  if (kind !== 'pool' || pooler.trim() === '' || poolNumber.trim() === '') return id
  return `pool\u0000${pooler.trim().toLowerCase()}\u0000${poolNumber.trim().toLowerCase()}`
}

/** The supporting sources that count: known ones that did not speak off the record. */
export const countedSources = (evidence: readonly Evidence[], book: ReadonlyMap<string, Source>): readonly Source[] => [
  ...new Map(
    evidence.flatMap((item) => {
      const source = item.stance === 'supports' ? book.get(item.source) : undefined
      return source && source.groundRules !== 'offTheRecord' ? [[source.id, source] as const] : []
    }),
  ).values(),
]

/** Whether two of the sources have no root in common. */
export function hasTwoRoots(sources: readonly Source[], book: ReadonlyMap<string, Source>): boolean {
  const roots = sources.map((source) => rootsOf(source, book))
  return roots.some((some, index) =>
    roots.slice(index + 1).some((others) => [...some].every((root) => !others.has(root))),
  )
}
