/** Which dictionaries the words of a paragraph are checked with. */
import { languageOf } from '../language/languageOf'
import { spellLanguageOf, type SpellLanguage } from './dictionaries'

/** The dictionary for the words of each script. Absent: they are not checked. */
export interface BlockLanguages {
  readonly latin?: SpellLanguage
  readonly hangul?: SpellLanguage
}

/** A shorter paragraph does not tell its language. It has that of its story. */
const TELLING_WORDS = 8

/**
 * The language of a paragraph is that of its story, unless its script or its small words tell otherwise. Words in
 * Hangul are Korean anywhere. Latin words in a paragraph of another script are names, and are not checked.
 * `storyLanguage`: BCP 47, or ''.
 */
export function blockLanguages(text: string, storyLanguage: string): BlockLanguages {
  const latin = latinOf(text, storyLanguage)
  return { ...(latin === undefined ? {} : { latin }), ...(HANGUL.test(text) ? { hangul: 'ko' } : {}) }
}

const HANGUL = /\p{sc=Hangul}/u
const LATIN_WORD = /\p{sc=Latin}[\p{sc=Latin}\p{M}'’]*/gu

function latinOf(text: string, storyLanguage: string): SpellLanguage | undefined {
  const words = text.match(LATIN_WORD)?.length ?? 0
  if (words === 0) return undefined
  const [main = ''] = storyLanguage.toLowerCase().split('-')
  const own = OTHER_SCRIPTS.has(main) ? undefined : spellLanguageOf(storyLanguage)
  const hasOther = OTHER_SCRIPT.test(text)
  if (words < TELLING_WORDS && (own !== undefined || hasOther)) return hasOther ? undefined : own
  const guess = languageOf(text)
  if (guess === 'und') return own
  return guess === main ? own : spellLanguageOf(guess)
}

/** Languages that are not written in Latin letters. */
const OTHER_SCRIPTS = new Set(['ko', 'ja', 'zh', 'ru', 'uk', 'bg', 'sr', 'el', 'ar', 'fa', 'he', 'hi', 'th'])
/** A few signs of another script, such as a name in brackets, do not make a paragraph one of that script. */
const OTHER_SCRIPT = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Greek}]/u
