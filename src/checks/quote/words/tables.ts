/** The word tables by language, and which of them count for a text. */
import { ENGLISH } from './english'
import { EAST_ASIAN } from './eastAsian'
import { GERMANIC } from './germanic'
import { ROMANCE } from './romance'
import { SEMITIC } from './semitic'
import { SLAVIC } from './slavic'
import { SOUTHERN } from './southern'
import type { QuoteWords } from './quoteWords'

export const QUOTE_WORDS: Readonly<Record<string, QuoteWords>> = {
  en: ENGLISH,
  ...GERMANIC,
  ...ROMANCE,
  ...SLAVIC,
  ...EAST_ASIAN,
  ...SOUTHERN,
  ...SEMITIC,
}

/** The script in which a language is written, where it is not Latin. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ko: 'Hangul',
  ja: 'Han',
  zh: 'Han',
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  ar: 'Arabic',
  he: 'Hebrew',
  hi: 'Devanagari',
  th: 'Thai',
}

export const scriptOf = (language: string): string => SCRIPTS[language] ?? 'Latin'

const LATIN = Object.keys(QUOTE_WORDS).filter((language) => scriptOf(language) === 'Latin')

/** The languages whose tables count: the recognised one, or all of Latin script if it is not clear. */
export const languagesFor = (language: string): readonly string[] =>
  Object.hasOwn(QUOTE_WORDS, language) ? [language] : language === 'und' ? LATIN : []
