import { exportsText } from '../../../catalogue/rooms/exports'
import { bodyOf, type PublishedBlock, type PublishedStory } from '../../../projection/published/publishedStory'
import { isEnglish, namesAndRoles, type BylinePiece } from '../../../story/text/words/namesAndRoles'
import { printedPlace } from '../../../story/text/words/printedPlace'
import { languageOf } from './language'

/** Returns "MOKPO, South Korea, Oct. 30", or '' without a place. */
export function datelineOf({ fields: { dateline } }: PublishedStory): string {
  if (dateline.place === '') return ''
  const place = printedPlace(dateline.place)
  return dateline.date === '' ? place : `${place}, ${dateline.date}`
}

/**
 * Lists what is lost of a dateline that opens the first graf. `field`: what another field of the format says of it,
 * with or without a graf. A date without a place is printed nowhere. A kill has no body and loses nothing.
 */
export function datelineLoss(
  story: PublishedStory,
  field: 'nothing' | 'place' | 'all',
  body: readonly PublishedBlock[] = bodyOf(story.blocks),
): Readonly<Record<string, readonly string[]>> {
  const { place, date } = story.fields.dateline
  if (story.pubStatus === 'canceled') return {}
  if (place === '') return { [exportsText('loss.dateline')]: [date] }
  return {
    [exportsText('loss.dateline')]:
      field === 'all' || body.some(({ role }) => role === 'paragraph')
        ? []
        : [field === 'place' ? date : datelineOf(story)],
  }
}

/** Returns "Kim Ji-woo and Lee Seo-yeon", with roles in parentheses. */
export const bylineOf = (story: PublishedStory): string =>
  piecesOf(story)
    .map(({ text }) => text)
    .join('')

/** Returns the byline as printed ("By …" in English) in labelled pieces. Empty if nobody signs. */
export function byPieces(story: PublishedStory): readonly BylinePiece[] {
  const pieces = piecesOf(story)
  return pieces.length > 0 && isEnglish(story.fields.language)
    ? [{ text: exportsText('byline.by', { names: '' }, languageOf(story)), what: 'between' }, ...pieces]
    : pieces
}

/** Returns the byline as printed, on one line. */
export const printedByline = (story: PublishedStory): string =>
  byPieces(story)
    .map(({ text }) => text)
    .join('')

const piecesOf = (story: PublishedStory): readonly BylinePiece[] =>
  namesAndRoles(story.fields.byline, story.fields.language, exportsText('byline.and', {}, languageOf(story)))
