import { languageNow } from '../../catalogue/area'
import { fieldsText } from '../../catalogue/window/fields'

/** BCP 47 for a text whose language nobody knows. V8 calls it “root”, and an empty tag too. */
const UNKNOWN = 'und'

/**
 * Names of the languages that Stet has dictionaries for. Chromium reads its own table of names from the disk at the
 * first question, 10 ms at the start of a window.
 */
const WRITTEN = {
  de: 'language.de',
  en: 'language.en',
  'en-GB': 'language.enGB',
  'en-US': 'language.enUS',
  es: 'language.es',
  fr: 'language.fr',
  ko: 'language.ko',
} as const

const isWritten = (tag: string): tag is keyof typeof WRITTEN => Object.hasOwn(WRITTEN, tag)

const names = new Map<string, Intl.DisplayNames>()

/** "English" for "en", in the reader’s language. "" for text that is not a language tag. */
export function languageName(tag: string): string {
  if (tag === '') return ''
  if (tag === UNKNOWN) return fieldsText('fieldWords.unknownLanguage')
  if (isWritten(tag)) return fieldsText(WRITTEN[tag])
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
