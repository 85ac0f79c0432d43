import type { Assessment } from '../../story/assessment/assessment'
import { shownSource, SOURCE_KIND_WORDS, type Source } from '../../story/desk/source'

/** A source of the list. `text`: what finds it, in small letters. */
export interface SourceRow {
  readonly source: Source
  readonly text: string
}

/** The sources of a book in the order of their shown names. */
export function sourceRows(book: readonly Source[]): readonly SourceRow[] {
  const { compare } = new Intl.Collator()
  return book
    .map((source) => ({ source, name: shownSource(source, book) }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ source, name }) => ({ source, text: textOf(source, name) }))
}

/** A protected source is found by its shown name only. */
function textOf(source: Source, name: string): string {
  const own = source.protected
    ? []
    : [...source.aliases, source.contact ?? '', source.pooler ?? '', source.poolNumber ?? '']
  return [name, ...own, SOURCE_KIND_WORDS[source.kind]].join(' ').toLowerCase()
}

/** The rows that hold every word of `find`. */
export function findRows(rows: readonly SourceRow[], find: string): readonly SourceRow[] {
  const words = find.toLowerCase().split(/\s+/)
  return rows.filter(({ text }) => words.every((word) => text.includes(word)))
}

/** The facts that rest on each source, by its id. */
export type FactsOfSources = ReadonlyMap<string, readonly Assessment[]>

export function factsOfSources(assessments: readonly Assessment[]): FactsOfSources {
  const facts = new Map<string, Assessment[]>()
  for (const fact of assessments)
    for (const source of new Set(fact.evidence.map((item) => item.source))) {
      const own = facts.get(source)
      if (own) own.push(fact)
      else facts.set(source, [fact])
    }
  return facts
}

/** First the sources of the story, the most used ones at the top. Otherwise the order stays. */
export function mostUsedFirst(rows: readonly SourceRow[], facts: FactsOfSources): readonly SourceRow[] {
  const uses = ({ source }: SourceRow): number => facts.get(source.id)?.length ?? 0
  return [
    ...rows.filter((row) => uses(row) > 0).sort((a, b) => uses(b) - uses(a)),
    ...rows.filter((row) => uses(row) === 0),
  ]
}
