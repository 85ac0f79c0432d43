/** What of a story's protected sources can be sealed for named people. */
import { stringsOf } from '../../../document/reading/documentTexts'
import { revealedSources } from '../../../exchange/bundle/revealedSources'
import { isRevealed, isSource } from '../../../exchange/bundle/sourceShape'
import { protectedTerms, type ProtectedTerm } from '../../../projection/scan/protectedTerms'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { sealedSources, sourcesRestedOn } from './sources'
import { listedSources, NO_PSEUDONYM, pseudonyms, type Source } from '../../../story/desk/source'

/**
 * The records of those protected sources on which facts of a story rest and that this library knows. Whose identity was
 * destroyed, or never came here, stays a pseudonym. `counted`: the entries of the story that count. Both the plan of a
 * hand-over and the act ask here.
 */
export function secretsOf(counted: readonly LedgerEntry[], book: readonly Source[]): readonly Source[] {
  const leaving = sealedSources(sourcesRestedOn(counted, book), book)
  const names = pseudonyms(book)
  const known = new Map(book.map((source) => [source.id, source]))
  const candidates = leaving.flatMap(({ id, protected: guarded }) => {
    const source = known.get(id)
    if (!guarded || !source) return []
    const secret: Source = { ...source, pseudonym: names.get(id) ?? NO_PSEUDONYM }
    return isSource(secret) && isRevealed(secret) ? [secret] : []
  })
  // The receiver refuses all sources if it cannot check one. Then share only those that can be checked alone.
  return revealedSources(leaving, candidates)
    ? candidates
    : candidates.filter((one) => revealedSources(leaving, [one]) !== undefined)
}

/** The names that stay here when these sources are shared. */
export const termsBeside = (shared: ReadonlySet<string>, book: readonly Source[]): readonly ProtectedTerm[] =>
  protectedTerms(listedSources(book).filter(({ id }) => !shared.has(id)))

/** The strings of a record that are looked at for names of other protected sources. */
export const textsOfSecret = ({ commitmentKey: _key, sameAs: _same, ...source }: Source): readonly string[] =>
  stringsOf(source)
