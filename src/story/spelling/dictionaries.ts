/** The dictionaries of the spell-checker: which languages there are, and which one a language tag asks for. */

/** Each dictionary with the npm package that brings it (docs/decisions/spell-check.md). */
export const DICTIONARY_PACKAGES = {
  'en-us': 'dictionary-en',
  'en-gb': 'dictionary-en-gb',
  ko: 'dictionary-ko',
  fr: 'dictionary-fr',
  es: 'dictionary-es',
  de: 'dictionary-de',
} as const

export type DictionaryName = keyof typeof DICTIONARY_PACKAGES
export const DICTIONARIES = Object.keys(DICTIONARY_PACKAGES) as readonly DictionaryName[]

/** What words are checked as. `en`: English of no named country, where American and British spelling are right. */
export type SpellLanguage = DictionaryName | 'en'

/** The dictionaries of a language. A word is right if one of them has it. */
export const dictionariesOf = (language: SpellLanguage): readonly DictionaryName[] =>
  language === 'en' ? ['en-us', 'en-gb'] : [language]

/** The folder of the built window that holds a folder of files for each dictionary. */
export const DICTIONARY_FOLDER = 'dictionaries'
/** The files of each package: affixes, words, and the licence that goes with them. */
export const DICTIONARY_FILES = ['index.aff', 'index.dic', 'license'] as const

/** Countries that spell as Americans do, or have no dictionary of their own. Other English is British. */
const AMERICAN = new Set(['us', 'ca', 'ph', 'pr'])

/** What a BCP 47 tag is checked as. Undefined: there is no dictionary. */
export function spellLanguageOf(tag: string): SpellLanguage | undefined {
  const [main = '', ...rest] = tag.toLowerCase().split('-')
  if (main === 'en') {
    const region = rest.find((part) => /^(?:[a-z]{2}|\d{3})$/.test(part))
    return region === undefined ? 'en' : AMERICAN.has(region) ? 'en-us' : 'en-gb'
  }
  return DICTIONARIES.find((language) => language === main)
}
