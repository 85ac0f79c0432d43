/** The sources that go with a story into a bundle. Protected ones leave as their pseudonym. */
import { stringsOf } from '../../../document/reading/documentTexts'
import { NO_PSEUDONYM, pseudonyms, sourceBook, type Source } from '../../../story/desk/source'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { defined } from '../../../story/text/defined'
import { commitmentOf } from '../../../story/view/commitment'

/**
 * The sources that the entries name by id, those behind them, and those that they were merged into, in the order of the
 * book.
 */
export const sourcesOfEntries = (entries: readonly LedgerEntry[], book: readonly Source[]): readonly Source[] =>
  withThoseBehind(entries.flatMap(stringsOf), book)

/**
 * The sources on which facts rest, and those behind them. An id that stands in a text, or in an entry that does not
 * count, is no reason to tell anybody who that is. `counted`: the entries that count.
 */
export const sourcesRestedOn = (counted: readonly LedgerEntry[], book: readonly Source[]): readonly Source[] =>
  withThoseBehind(
    counted.flatMap((entry) => (entry.kind === 'evidenceAdded' ? [entry.evidence.source] : [])),
    book,
  )

function withThoseBehind(ids: readonly string[], book: readonly Source[]): readonly Source[] {
  const byId = new Map(book.map((source) => [source.id, source]))
  const named = new Set<string>()
  const add = (id: string): void => {
    const source = byId.get(id)
    if (!source || named.has(id)) return
    named.add(id)
    for (const behind of source.derivedFrom ?? []) add(behind)
    if (source.mergedInto !== undefined) add(source.mergedInto)
  }
  for (const id of ids) add(id)
  return book.filter(({ id }) => named.has(id))
}

/**
 * The sources as they leave. Of a protected one everything that could tell who it is stays here; what sign-offs compare
 * goes with it as its commitment, out of which nobody reads a name without the key. What is left of a source that was
 * merged into another one names nobody.
 */
export function sealedSources(sources: readonly Source[], book: readonly Source[]): readonly Source[] {
  const resolved = sourceBook(book)
  const names = pseudonyms(book)
  return sources.map((source) => {
    const kept = resolved.get(source.id) ?? source
    return source.protected || (kept.protected && source.name !== source.id)
      ? sealed(source, kept, names, resolved)
      : source
  })
}

function sealed(
  source: Source,
  kept: Source,
  names: ReadonlyMap<string, string>,
  book: ReadonlyMap<string, Source>,
): Source {
  const pseudonym = names.get(kept.id) ?? names.get(source.id) ?? NO_PSEUDONYM
  const { id, kind, groundRules, groundRulesVersion, derivedFrom, officialRecord, mergedInto, observed, sameAs } =
    source
  return {
    id,
    name: pseudonym,
    pseudonym,
    kind,
    groundRules,
    groundRulesVersion,
    protected: true,
    aliases: [],
    // "A senior official", as readers may see it. The leak scan looks at it.
    ...defined({ description: source.description, derivedFrom, officialRecord, mergedInto, observed, sameAs }),
    ...defined({ destroyed: source.destroyed }),
    commitment: commitmentOf(id, book),
  }
}

/** Ids of the sources that leave as their pseudonym. */
export const sealedIds = (sources: readonly Source[]): ReadonlySet<string> =>
  new Set(sources.filter((source) => source.protected).map(({ id }) => id))
