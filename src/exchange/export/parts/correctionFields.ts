import { exportsText } from '../../../catalogue/rooms/exports'
import type { PublicationDates } from '../../../projection/published/publicationDates'
import { correctionLine, type PublicCorrection } from '../../../projection/published/publicCorrection'
import type { PublishedStory } from '../../../projection/published/publishedStory'
import type { WriterInput } from './writer'

/**
 * Returns what the version corrects, for readers. Undefined without a record, and for a kill, which has its own notice.
 */
export const correctionOf = (
  { pubStatus }: Pick<PublishedStory, 'pubStatus'>,
  { correction }: PublicationDates,
): PublicCorrection | undefined => (pubStatus === 'canceled' ? undefined : correction)

/** Returns "Correction, 30 October 2026: …" of this version, or ''. */
export function correctionLineOf(story: PublishedStory, dates: PublicationDates): string {
  const correction = correctionOf(story, dates)
  return correction ? correctionLine(correction, story.fields.language) : ''
}

/** Returns the corrections under the copy, oldest first: of earlier versions, and of this one. A kill has none. */
export const correctionsOf = (
  story: Pick<PublishedStory, 'pubStatus'>,
  dates: PublicationDates,
): readonly PublicCorrection[] => {
  const correction = correctionOf(story, dates)
  return [...earlierOf(story, dates), ...(correction ? [correction] : [])]
}

/** Returns "Correction, 30 October 2026: …" for each correction under the copy. */
export const correctionLinesOf = (story: PublishedStory, dates: PublicationDates): readonly string[] =>
  correctionsOf(story, dates).map((correction) => correctionLine(correction, story.fields.language))

const earlierOf = (
  { pubStatus }: Pick<PublishedStory, 'pubStatus'>,
  { earlierCorrections = [] }: PublicationDates,
): readonly PublicCorrection[] => (pubStatus === 'canceled' ? [] : earlierCorrections)

/** Lists the corrections of earlier versions as a loss, for wire formats: their notes are about this version. */
export const earlierCorrectionLoss = (
  story: PublishedStory,
  dates: PublicationDates,
): Readonly<Record<string, readonly string[]>> => ({
  [exportsText('loss.earlierCorrections')]: earlierOf(story, dates).map((correction) =>
    correctionLine(correction, story.fields.language),
  ),
})

/** Lists all corrections as a loss, for formats that carry facts and not the story. */
export const correctionLoss = ({
  dates: { correction, earlierCorrections = [] },
  story,
}: WriterInput): Readonly<Record<string, readonly string[]>> => ({
  [exportsText('loss.correction')]:
    story.ledger.standing.stage === 'killed'
      ? []
      : [...earlierCorrections, ...(correction ? [correction] : [])].map((one) =>
          correctionLine(one, story.fields.language),
        ),
})
