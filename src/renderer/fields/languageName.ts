import { languageNow } from '../../catalogue/area'
import { fieldsText } from '../../catalogue/window/fields'

/** BCP 47 for a text whose language nobody knows. V8 calls it “root”, and an empty tag too. */
const UNKNOWN = 'und'

const names = new Map<string, Intl.DisplayNames>()

/** "English" for "en", in the reader’s language. "" for text that is not a language tag. */
export function languageName(tag: string): string {
  if (tag === '') return ''
  if (tag === UNKNOWN) return fieldsText('fieldWords.unknownLanguage')
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
