import { exportsText } from '../../../catalogue/rooms/exports'
import { bodyOf, type PublishedBlock, type PublishedStory } from '../../../projection/published/publishedStory'
import { cityOf } from '../../formats/cityOf'
import { languageOf } from './language'

/** Returns "MOKPO, South Korea, Oct. 30", or '' without a place. */
export function datelineOf({ fields: { dateline } }: PublishedStory): string {
  if (dateline.place === '') return ''
  const place = printedPlace(dateline.place)
  return dateline.date === '' ? place : `${place}, ${dateline.date}`
}

/** Returns the place as the AP prints it: the city in capitals, and as written what follows a comma or a bracket. */
export function printedPlace(place: string): string {
  const city = cityOf(place)
  return `${city.toUpperCase()}${place.slice(city.length)}`
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
  namesAndRoles(story)
    .map(({ text }) => text)
    .join('')

export interface BylinePiece {
  readonly text: string
  readonly what: 'name' | 'role' | 'between'
}

/** Returns the byline as printed ("By …" in English) in labelled pieces. Empty if nobody signs. */
export function byPieces(story: PublishedStory): readonly BylinePiece[] {
  const pieces = namesAndRoles(story)
  return pieces.length > 0 && isEnglish(story)
    ? [{ text: exportsText('byline.by', { names: '' }, languageOf(story)), what: 'between' }, ...pieces]
    : pieces
}

/** Returns the byline as printed, on one line. */
export const printedByline = (story: PublishedStory): string =>
  byPieces(story)
    .map(({ text }) => text)
    .join('')

const isEnglish = ({ fields: { language } }: PublishedStory): boolean => /^en\b/i.test(language)

function namesAndRoles(story: PublishedStory): readonly BylinePiece[] {
  const { byline } = story.fields
  const and = isEnglish(story) ? ` ${exportsText('byline.and', {}, languageOf(story))} ` : ', '
  return byline.flatMap(({ name, role }, index): BylinePiece[] => [
    ...(index === 0 ? [] : [{ text: index === byline.length - 1 ? and : ', ', what: 'between' as const }]),
    { text: name, what: 'name' },
    ...(role
      ? [
          { text: ' (', what: 'between' as const },
          { text: role, what: 'role' as const },
          { text: ')', what: 'between' as const },
        ]
      : []),
  ])
}
