/** Which dictionaries the words of a paragraph are checked with. */
import { smallWordsIn } from '../language/guessLanguage'
import { spellLanguageOf, type SpellLanguage } from './dictionaries'

/** The dictionary for the words of each script. Absent: they are not checked. */
export interface BlockLanguages {
  readonly latin?: SpellLanguage
  readonly hangul?: SpellLanguage
}

/** A paragraph is in another language than its story if it has as many small words of that one, */
const TELLING = 3
/** and as many times more than of the story's own. */
const CLEARLY = 4

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
const LATIN = /\p{sc=Latin}/u
const LATIN_LETTER = /\p{sc=Latin}/gu

function latinOf(text: string, storyLanguage: string): SpellLanguage | undefined {
  if (!LATIN.test(text)) return undefined
  const [main = ''] = storyLanguage.toLowerCase().split('-')
  const own = OTHER_SCRIPTS.has(main) ? undefined : spellLanguageOf(storyLanguage)
  const scores = smallWordsIn(text)
  const [first] = [...scores].toSorted((a, b) => b[1] - a[1])
  const isOther =
    first !== undefined && first[0] !== main && first[1] >= TELLING && first[1] >= CLEARLY * (scores.get(main) ?? 0)
  if (isOther) return spellLanguageOf(first[0])
  return own !== undefined && !isMostlyOther(text) ? own : undefined
}

/** Whether most letters are of another script. */
const isMostlyOther = (text: string): boolean =>
  (text.match(OTHER_SCRIPT)?.length ?? 0) > (text.match(LATIN_LETTER)?.length ?? 0)

/** Languages that are not written in Latin letters. */
const OTHER_SCRIPTS = new Set(['ko', 'ja', 'zh', 'ru', 'uk', 'bg', 'sr', 'el', 'ar', 'fa', 'he', 'hi', 'th'])
const OTHER_SCRIPT = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Greek}]/gu
