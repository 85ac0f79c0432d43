import type { PublishedStory } from '../../projection/publishedStory'

/** "BUSAN, Oct. 30", or '' when there is no place. */
export function datelineOf({ fields: { dateline } }: PublishedStory): string {
  if (dateline.place === '') return ''
  const place = dateline.place.toUpperCase()
  return dateline.date === '' ? place : `${place}, ${dateline.date}`
}

/** "Kim Ji-woo and Lee Seo-yeon", with roles in parentheses. */
export const bylineOf = (story: PublishedStory): string => namesAndRoles(story).map(({ text }) => text).join('')

export interface BylinePiece { readonly text: string; readonly what: 'name' | 'role' | 'between' }

/** The byline as it is printed ("By …" in English), with what each piece of it is; empty when nobody signs. */
export function byPieces(story: PublishedStory): readonly BylinePiece[] {
  const pieces = namesAndRoles(story)
  return pieces.length > 0 && isEnglish(story) ? [{ text: 'By ', what: 'between' }, ...pieces] : pieces
}

const isEnglish = ({ fields: { language } }: PublishedStory): boolean => /^en\b/i.test(language)

function namesAndRoles(story: PublishedStory): readonly BylinePiece[] {
  const { byline } = story.fields
  return byline.flatMap(({ name, role }, index): BylinePiece[] => [
    ...(index === 0 ? [] : [{ text: index === byline.length - 1 && isEnglish(story) ? ' and ' : ', ', what: 'between' as const }]),
    { text: name, what: 'name' },
    ...(role ? [{ text: ' (', what: 'between' as const }, { text: role, what: 'role' as const }, { text: ')', what: 'between' as const }] : [])
  ])
}
