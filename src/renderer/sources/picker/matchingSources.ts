import { shownSource, type Source } from '../../../story/desk/source'

/** As many sources as a picker offers at once. */
export const MOST_OFFERED = 8

/**
 * The sources whose names hold every typed word: first those that are called so, then those that begin so. A protected
 * source is found by its pseudonym only.
 */
export function matchingSources(sources: readonly Source[], book: readonly Source[], typed: string): readonly Source[] {
  const wanted = typed.trim().toLowerCase()
  const words = wanted.split(/\s+/)
  const ranked: readonly [Source[], Source[], Source[]] = [[], [], []]
  for (const source of sources) {
    const name = shownSource(source, book).toLowerCase()
    const names = source.protected ? name : [name, ...source.aliases].join(' ').toLowerCase()
    if (!words.every((word) => names.includes(word))) continue
    ranked[name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2].push(source)
  }
  return ranked.flat()
}
