import type { PublicationDates } from '../../../projection/published/publicationDates'
import { correctionLine, type PublicCorrection } from '../../../projection/published/publicCorrection'
import type { PublishedStory } from '../../../projection/published/publishedStory'
import type { WriterInput } from './writer'

/** What readers are told that this version corrects; undefined when nothing is on record, and in a kill, which says other things. */
export const correctionOf = (
  { pubStatus }: Pick<PublishedStory, 'pubStatus'>,
  { correction }: PublicationDates,
): PublicCorrection | undefined => (pubStatus === 'canceled' ? undefined : correction)

/** "Correction, 30 October 2026: …", or '' when there is none. */
export function correctionLineOf(story: PublishedStory, dates: PublicationDates): string {
  const correction = correctionOf(story, dates)
  return correction ? correctionLine(correction, story.fields.language) : ''
}

/** For formats that tell facts and not the story: the text is told elsewhere. */
export const correctionLoss = ({ dates, story }: WriterInput): Readonly<Record<string, readonly string[]>> => ({
  'the correction for readers':
    dates.correction && story.ledger.standing.stage !== 'killed'
      ? [correctionLine(dates.correction, story.fields.language)]
      : [],
})
