import { bodyOf, type PublishedBlock, type PublishedStory } from '../../../projection/published/publishedStory'

/** "BUSAN, Oct. 30", or '' when there is no place. */
export function datelineOf({ fields: { dateline } }: PublishedStory): string {
  if (dateline.place === '') return ''
  const place = dateline.place.toUpperCase()
  return dateline.date === '' ? place : `${place}, ${dateline.date}`
}

/**
 * What of the dateline nobody can read in an output that opens its first graf with it, as losses. `field`: what it says of it elsewhere, graf or
 * none. A date without a place is printed nowhere. A kill has no body, and misses none.
 */
export function datelineLoss(
  story: PublishedStory,
  field: 'nothing' | 'place' | 'all',
  body: readonly PublishedBlock[] = bodyOf(story.blocks),
): Readonly<Record<string, readonly string[]>> {
  const { place, date } = story.fields.dateline
  if (story.pubStatus === 'canceled') return {}
  if (place === '') return { dateline: [date] }
  return {
    dateline:
      field === 'all' || body.some(({ role }) => role === 'paragraph')
        ? []
        : [field === 'place' ? date : datelineOf(story)],
  }
}

/** "Kim Ji-woo and Lee Seo-yeon", with roles in parentheses. */
export const bylineOf = (story: PublishedStory): string =>
  namesAndRoles(story)
    .map(({ text }) => text)
    .join('')

export interface BylinePiece {
  readonly text: string
  readonly what: 'name' | 'role' | 'between'
}

/** The byline as it is printed ("By …" in English), with what each piece of it is; empty when nobody signs. */
export function byPieces(story: PublishedStory): readonly BylinePiece[] {
  const pieces = namesAndRoles(story)
  return pieces.length > 0 && isEnglish(story) ? [{ text: 'By ', what: 'between' }, ...pieces] : pieces
}

const isEnglish = ({ fields: { language } }: PublishedStory): boolean => /^en\b/i.test(language)

function namesAndRoles(story: PublishedStory): readonly BylinePiece[] {
  const { byline } = story.fields
  return byline.flatMap(({ name, role }, index): BylinePiece[] => [
    ...(index === 0
      ? []
      : [{ text: index === byline.length - 1 && isEnglish(story) ? ' and ' : ', ', what: 'between' as const }]),
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
