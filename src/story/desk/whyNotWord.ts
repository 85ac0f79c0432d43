/** Whether a word has the form that the checks can use. */
import { deskText } from '../../catalogue/story/desk'
import { formatInteger } from '../text/format/formatInteger'
import { lazy } from '../text/lazy'
import { foldName } from '../text/words/personName'
import { isSought, LONGEST_WORD, MOST_PHRASE_WORDS, MOST_WORDS, type DeskWords, type GivenWord } from './deskWords'

/** What is wrong with a word, as one sentence for people, and with which part of it. */
export interface WordProblem {
  readonly part: 'words' | 'language' | 'source'
  readonly why: string
}

/** As it is kept: composed, without characters that nobody sees, without spaces at the ends or in rows. */
export const tidyWord = ({ list, words, language = '', source }: GivenWord): GivenWord => ({
  list,
  words: tidy(words),
  ...(language.trim() === '' ? {} : { language: language.trim().replace(/^[A-Za-z]+/, (main) => main.toLowerCase()) }),
  source: tidy(source),
})

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSEEN, '').trim()
/** Joiners and direction marks stay: words of some scripts need them. */
const UNSEEN =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u034F\u115F\u1160\u200B\u202A-\u202E\u2060-\u2064\u3164\uFEFF\uFFA0]/gu

/** Why it cannot be a word of the desk. `given`: tidied. Undefined: it can. */
export function problemOfWord(given: GivenWord, known: DeskWords): WordProblem | undefined {
  const inWords = whyNotWords(given, known)
  if (inWords !== undefined) return { part: 'words', why: inWords }
  const { language, source } = given
  if (language !== undefined && !LANGUAGE.test(language))
    return { part: 'language', why: deskText('word.language', { language: language.slice(0, LONGEST_WORD) }) }
  return source === '' ? { part: 'source', why: deskText('word.noSource') } : undefined
}

function whyNotWords({ list, words, language }: GivenWord, known: DeskWords): string | undefined {
  if (words === '') return deskText('word.none')
  if (words.length > LONGEST_WORD) return deskText('word.long', { most: LONGEST_WORD })
  const same = foldName(words)
  if (!/\p{L}/u.test(same)) return deskText('word.letters', { words })
  if (words.split(' ').length > MOST_PHRASE_WORDS) return deskText('word.parts', { most: MOST_PHRASE_WORDS })
  if (words.includes('*') && !isSought(list)) return deskText('word.star')
  if (isSought(list) && !TELLING().test(same)) return deskText('word.onlyStars')
  if (known.length >= MOST_WORDS) return deskText('word.many', { most: formatInteger(MOST_WORDS) })
  if (known.some((one) => one.list === list && one.language === language && foldName(one.words) === same))
    return deskText('word.known', { words })
  return undefined
}

/** What a pattern must have at least: "a*" would be every word with an a. */
const TELLING = lazy(() => /\p{L}{2}|[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u)
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/
