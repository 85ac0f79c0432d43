import { foldForScan } from '../foldForScan'
import { foldLookalikes } from '../lookalikes/foldLookalikes'
import type { FoundAt, Prepared } from '../prepared'
import type { ProtectedTerm } from '../protectedTerms'
import { isOrdinaryWord } from './ordinaryWord'
import { escapePattern, GAP_SIGN, joinPlaces, matchesIn, partsOf, wordsOf, type SoughtTerm } from './sought'

/** Latin names of up to three letters match as whole tokens with their case: "He" is not every pronoun. */
export const isShortLatin = (term: string): boolean =>
  /^[\p{sc=Latin}\p{M}.' -]+$/u.test(term) && (term.match(/\p{L}/gu)?.length ?? 0) < 4

export function seekShortName({ term, own = [] }: ProtectedTerm): SoughtTerm['find'] {
  const token = (folded: string): RegExp =>
    new RegExp(
      `(?<![^${GAP_SIGN}])${partsOf(folded).map(escapePattern).join(`${GAP_SIGN}{1,2}`)}(?![^${GAP_SIGN}])`,
      'dgu',
    )
  const plain = token(foldForScan(term, true).text)
  const alike = token(foldLookalikes(term, true).text)
  return (text: Prepared): readonly FoundAt[] => {
    const stands = (place: FoundAt): boolean => !isOrdinaryWord(text.original, place, own)
    return joinPlaces(
      matchesIn(wordsOf(text.cased), text.original, plain, stands),
      matchesIn(wordsOf(text.casedAndLikened), text.original, alike, stands),
    )
  }
}
