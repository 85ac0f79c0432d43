import type { StoryDefaults } from '../../story/desk/storyDefaults'
import type { Fields } from '../../story/ledger/fields'

/** The fields of a new story by this person. */
export function defaultFields(
  { byline, place, language, provider, copyrightLine, usageTerms }: StoryDefaults,
  author: string,
): Partial<Fields> {
  return {
    author,
    ...(byline ? { byline: [{ name: author }] } : {}),
    ...(place ? { dateline: { place, date: '' } } : {}),
    ...(language ? { language } : {}),
    ...(provider ? { provider } : {}),
    ...(copyrightLine ? { copyrightLine } : {}),
    ...(usageTerms ? { usageTerms } : {}),
  }
}
