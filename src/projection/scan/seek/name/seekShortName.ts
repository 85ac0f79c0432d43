import { escapePattern } from '../../../../story/text/escapePattern'
import { foldForScan } from '../../readings/foldForScan'
import { foldLookalikes } from '../../readings/lookalikes/foldLookalikes'
import type { FoundAt, Prepared } from '../../prepared'
import type { ProtectedTerm } from '../../protectedTerms'
import { isOrdinaryWord } from './ordinaryWord'
import { GAP_SIGN, joinPlaces, matchesIn, partsOf, wordsOf, type SoughtTerm } from '../sought'

/**
 * Latin names of up to three letters match as whole tokens with their case: "He" is not every pronoun. A token does not
 * match where the text shows that it is not one of the source's names (isOrdinaryWord): a pronoun or verb that starts a
 * sentence, a month in a date, the first word of another person's name ("Lee Jae-myung"). Without this exception, 3 of
 * 100 exports that name nobody stop for one source, and 22 for five (tests/newsroom/exports/falseStops.test.ts).
 */
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
