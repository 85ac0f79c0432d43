import type { PublishedStory } from '../../projection/publishedStory'

/** "BUSAN, Oct. 30", or '' when there is no place. */
export function datelineOf({ fields: { dateline } }: PublishedStory): string {
  if (dateline.place === '') return ''
  const place = dateline.place.toUpperCase()
  return dateline.date === '' ? place : `${place}, ${dateline.date}`
}

/** "Kim Ji-woo and Lee Seo-yeon", with roles in parentheses. */
export function bylineOf({ fields: { byline, language } }: PublishedStory): string {
  const names = byline.map(({ name, role }) => (role ? `${name} (${role})` : name))
  const last = names.at(-1)
  if (last === undefined) return ''
  return names.length > 1 && /^en\b/i.test(language) ? `${names.slice(0, -1).join(', ')} and ${last}` : names.join(', ')
}
