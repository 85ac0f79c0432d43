import { exportsText } from '../../../catalogue/rooms/exports'
import type { PublicationDates } from '../../../projection/published/publicationDates'
import { correctionLine, type PublicCorrection } from '../../../projection/published/publicCorrection'
import type { PublishedStory } from '../../../projection/published/publishedStory'
import type { WriterInput } from './writer'

/** Returns the correction for readers. Undefined without a record, and for a kill, which has its own notice. */
export const correctionOf = (
  { pubStatus }: Pick<PublishedStory, 'pubStatus'>,
  { correction }: PublicationDates,
): PublicCorrection | undefined => (pubStatus === 'canceled' ? undefined : correction)

/** Returns "Correction, 30 October 2026: …", or ''. */
export function correctionLineOf(story: PublishedStory, dates: PublicationDates): string {
  const correction = correctionOf(story, dates)
  return correction ? correctionLine(correction, story.fields.language) : ''
}

/** Lists the correction as a loss, for formats that carry facts and not the story. */
export const correctionLoss = ({ dates, story }: WriterInput): Readonly<Record<string, readonly string[]>> => ({
  [exportsText('loss.correction')]:
    dates.correction && story.ledger.standing.stage !== 'killed'
      ? [correctionLine(dates.correction, story.fields.language)]
      : [],
})
