import { languageNow } from '../../catalogue/area'

const names = new Map<string, Intl.DisplayNames>()

/** "English" for "en", in the reader’s language. "" for text that is not a language tag. */
export function languageName(tag: string): string {
  const reader = languageNow()
  const known = names.get(reader) ?? new Intl.DisplayNames([reader], { type: 'language' })
  names.set(reader, known)
  try {
    return known.of(tag) ?? ''
  } catch (error) {
    if (error instanceof RangeError) return ''
    throw error
  }
}
