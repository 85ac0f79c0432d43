import type { PublishedFields } from '../../../projection/published/publishedStory'

/**
 * Returns the language that an export of the story speaks, as BCP 47. Writers ask the catalogue with it: the bytes of an export
 * must not depend on the language of the person who exports. English without a language, or with one that is no BCP 47 tag.
 */
export function languageOf({ fields: { language } }: { readonly fields: Pick<PublishedFields, 'language'> }): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
