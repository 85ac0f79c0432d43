import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { correctionText, type PublicCorrection } from '../../../projection/published/publicCorrection'
import type { PublicationDates } from '../../../projection/published/publicationDates'
import { scanForLeaks } from '../../../projection/scan/leakScan'
import type { ProtectedTerm } from '../../../projection/scan/protectedTerms'
import type { Loss } from '../../../story/requests/requests'

/**
 * Leaves out corrections of earlier versions that name a source protected since, and lists them. Their texts cannot be
 * changed any more, so they would hold back every later version.
 */
export function withoutNamed(
  dates: PublicationDates,
  terms: readonly ProtectedTerm[],
): { readonly dates: PublicationDates; readonly losses: readonly Loss[] } {
  const { earlierCorrections = [] } = dates
  const names = ({ text }: PublicCorrection): boolean =>
    scanForLeaks({ text, fileName: '', mediaType: 'text/plain' }, terms, [], []).length > 0
  const named = earlierCorrections.filter(names)
  const [first] = named
  if (!first) return { dates, losses: [] }
  return {
    dates: { ...dates, earlierCorrections: earlierCorrections.filter((one) => !named.includes(one)) },
    losses: [
      {
        what: newsroomText('prepareExport.correctionsNaming'),
        count: named.length,
        example: correctionText(first),
      },
    ],
  }
}
