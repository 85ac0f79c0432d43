/** The dictionaries of the spell-checker: which languages there are, and which one a language tag asks for. */

/** Each language with the npm package that brings its dictionary (docs/decisions/spell-check.md). */
export const DICTIONARY_PACKAGES = {
  en: 'dictionary-en',
  'en-gb': 'dictionary-en-gb',
  ko: 'dictionary-ko',
  fr: 'dictionary-fr',
  es: 'dictionary-es',
  de: 'dictionary-de',
} as const

export type SpellLanguage = keyof typeof DICTIONARY_PACKAGES
export const SPELL_LANGUAGES = Object.keys(DICTIONARY_PACKAGES) as readonly SpellLanguage[]

/** The folder of the built window that holds a folder of dictionary files for each language. */
export const DICTIONARY_FOLDER = 'dictionaries'
/** The files of each package: affixes, words, and the licence that goes with them. */
export const DICTIONARY_FILES = ['index.aff', 'index.dic', 'license'] as const

/** Countries that spell as Americans do, or have no dictionary of their own. Other English is British. */
const AMERICAN = new Set(['us', 'ca', 'ph', 'pr'])

/** The dictionary for a BCP 47 tag. Undefined: there is none. */
export function spellLanguageOf(tag: string): SpellLanguage | undefined {
  const [main = '', ...rest] = tag.toLowerCase().split('-')
  if (main === 'en') {
    const region = rest.find((part) => /^(?:[a-z]{2}|\d{3})$/.test(part))
    return region === undefined || AMERICAN.has(region) ? 'en' : 'en-gb'
  }
  return SPELL_LANGUAGES.find((language) => language === main)
}
