/** Whether a word has the form that the checks can use. */
import { deskText } from '../../catalogue/rooms/desk'
import { lazy } from '../text/lazy'
import { foldName } from '../text/personName'
import { isSought, LONGEST_WORD, MOST_PARTS, MOST_WORDS, type DeskWords, type GivenWord } from './deskWords'

/** As it is kept: composed, without spaces at the ends or in rows. */
export const tidyWord = ({ list, words, language = '', source }: GivenWord): GivenWord => ({
  list,
  words: words.normalize('NFC').replace(/\s+/gu, ' ').trim(),
  ...(language.trim() === '' ? {} : { language: language.trim() }),
  source: source.replace(/\s+/gu, ' ').trim(),
})

/** Why it cannot be a word of the desk, as one sentence for people. `given`: tidied. Undefined: it can. */
export function whyNotWord({ list, words, language, source }: GivenWord, known: DeskWords): string | undefined {
  if (!/\p{L}/u.test(words) || words.length > LONGEST_WORD)
    return deskText('word.letters', { most: LONGEST_WORD, words: words.slice(0, LONGEST_WORD) })
  if (words.split(' ').length > MOST_PARTS) return deskText('word.parts', { most: MOST_PARTS })
  if (words.includes('*') && !isSought(list)) return deskText('word.star')
  if (isSought(list) && !TELLING().test(words)) return deskText('word.onlyStars')
  if (language !== undefined && !LANGUAGE.test(language)) return deskText('word.language', { language })
  if (source === '') return deskText('word.noSource')
  if (known.length >= MOST_WORDS) return deskText('word.many', { most: MOST_WORDS })
  const same = foldName(words)
  if (known.some((one) => one.list === list && one.language === language && foldName(one.words) === same))
    return deskText('word.known', { words })
  return undefined
}

/** What a pattern must have at least: "a*" would be every word with an a. */
const TELLING = lazy(() => /\p{L}{2}|[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u)
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/
