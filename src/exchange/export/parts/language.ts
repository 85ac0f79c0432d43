import { isLanguage } from '../../../catalogue/language'
import type { PublishedFields } from '../../../projection/published/publishedStory'

/**
 * Returns the language of an export's own words, as BCP 47: the language of the story, else English. Writers ask the
 * catalogue with it, because the bytes of an export must not depend on the language of the person who exports.
 */
export function languageOf({ fields: { language } }: { readonly fields: Pick<PublishedFields, 'language'> }): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** The language of a fact sheet, as BCP 47: that of its story if Stet speaks it, else English. */
export function sheetLanguage({
  fields: { language },
}: {
  readonly fields: Pick<PublishedFields, 'language'>
}): string {
  const [own] = language.toLowerCase().split('-')
  return isLanguage(own) ? own : 'en'
}
