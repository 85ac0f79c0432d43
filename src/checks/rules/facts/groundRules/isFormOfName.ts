/**
 * Whether an alias is a form of the name that readers know: “AP” or “the Times”, not a word that the copy has anyway.
 * Anybody may give an outlet an alias.
 */
import { canonical } from '../../../../story/text/compare'
import { placesOfWholeWords } from '../../../finding/supportingSources'

export function isFormOfName(alias: string, name: string): boolean {
  const [own, other] = [wordsOf(name), wordsOf(alias)]
  if (own.length === 0 || other.length === 0) return false
  return (
    placesOfWholeWords(canonical(alias), name).length > 0 ||
    isPart(other, own) ||
    areInitials(shortOf(other), own) ||
    (areInitials(shortOf(own), other) && isCapitalized(other)) ||
    isInOtherScript(alias, name, other)
  )
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu
const wordsOf = (text: string): readonly string[] => canonical(text).match(WORDS) ?? []

const SMALL = /^(?:the|a|an|of|and|for|de|du|des|la|le|les|el|los|der|die|das|und|et|y)$/iu
/** What many outlets are called beside what tells them apart. */
const GENERIC = /^(?:news|agency|press|services?|wire|media|group|network|corporation|company|inc|ltd|com|online|tv)$/iu
/** The same behind a name without spaces. A paper that is called after a town keeps its 일보, 신문 or 新聞. */
const GENERIC_ENDING = /^(?:뉴스|통신|통신사|뉴스통신|通信|通信社|通讯社|通訊社)$/u

/** “the Times”, “Yonhap”, 연합: words of the name with the last one that tells it apart, as the name writes them. */
function isPart(alias: readonly string[], name: readonly string[]): boolean {
  const from = alias.findIndex((word) => !SMALL.test(word))
  if (from < 0) return false
  const words = alias.slice(from)
  const telling = name.findLastIndex((word) => !GENERIC.test(word))
  const starts = name.flatMap((word, at) => (word === words[0] ? [at] : []))
  if (
    starts.some((at) => words.every((word, i) => name[at + i] === word) && at <= telling && telling < at + words.length)
  )
    return true
  const [whole = ''] = name
  return (
    name.length === 1 &&
    words.length === 1 &&
    whole.startsWith(words[0] ?? '') &&
    GENERIC_ENDING.test(whole.slice(words[0]?.length))
  )
}

/** “AP” of “A.P.”, and “FT” of “the FT”. Empty: these words are no initials. */
function shortOf(words: readonly string[]): string {
  if (words.every((word) => [...word].length === 1)) return words.join('')
  const [telling = '', ...more] = SMALL.test(words[0] ?? '') ? words.slice(1) : words
  return more.length === 0 ? telling : ''
}

/** “NYT” or “dpa”: two capitals, or three letters. */
function areInitials(short: string, words: readonly string[]): boolean {
  if (short.length < 2 || (short.length < 3 && short !== short.toUpperCase())) return false
  return [words, words.filter((word) => !SMALL.test(word))].some(
    (some) =>
      some.length > 1 &&
      some
        .map((word) => [...word][0])
        .join('')
        .toLowerCase() === short.toLowerCase(),
  )
}

const isCapitalized = (words: readonly string[]): boolean =>
  words.every((word) => SMALL.test(word) || !/^\p{Ll}/u.test(word))

/** “Yonhap” of 연합뉴스: nothing tells whether it is the same name. Among words with capitals it has one. */
function isInOtherScript(alias: string, name: string, words: readonly string[]): boolean {
  const [here, there] = [scriptsOf(alias), scriptsOf(name)]
  return here.length > 0 && !here.some((script) => there.includes(script)) && isCapitalized(words)
}

const SCRIPTS = [
  /\p{sc=Latin}/u,
  /\p{sc=Cyrillic}/u,
  /\p{sc=Greek}/u,
  /\p{sc=Hangul}/u,
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u,
  /\p{sc=Arabic}/u,
  /\p{sc=Hebrew}/u,
  /\p{sc=Devanagari}/u,
  /\p{sc=Thai}/u,
]
const scriptsOf = (text: string): readonly RegExp[] => SCRIPTS.filter((script) => script.test(text))
