import { languageNow } from '../../../catalogue/area'

const formats = new Map<string, Intl.ListFormat>()

/** “Kim, Lee and Park” as the reader's language writes lists of names. */
export function listWords(words: readonly string[]): string {
  const language = languageNow()
  // Newsrooms write no comma before “and”.
  const locale = language === 'en' ? 'en-GB' : language
  const format = formats.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' })
  formats.set(locale, format)
  return format.format(words)
}
