/**
 * Spoken text as comparable words: white space, glyphs and punctuation between words are folded, parts of a figure
 * (sign, separators, percent, currency) are not. Chinese, Japanese and Korean count by character, because transcripts
 * space them differently.
 */
import { lazy } from '../../story/text/lazy'
import { sentencesOf } from '../../story/copy/sentences'

export interface SpokenWord {
  /** Folded, with its case. */
  readonly key: string
  /** `key` with its first letter in lower case. */
  readonly low: string
  /** UTF-16 offsets into the original text. */
  readonly from: number
  readonly to: number
  /** Starts a sentence: its capital means nothing. */
  readonly initial: boolean
  /** Number of its sentence in the text, from 0. */
  readonly sentence: number
  /** A character of a script without spaces, or of Korean. */
  readonly sign: boolean
}

/** Inaudible speech. No quote runs across it. */
export const INAUDIBLE = '\uFFFC'

const SIGN = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー々〆]'
const LETTER = '(?:(?![\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー])[\\p{L}\\p{N}\\p{M}])'
const WORD = lazy(
  () =>
    new RegExp(
      `${INAUDIBLE}|${SIGN}\\p{M}*` +
        // An initialism: U.S., a.m.
        `|(?<![\\p{L}\\p{N}])\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])` +
        // A figure with its sign, separators and unit.
        `|(?<![\\p{L}\\p{N}])(?:[+\\-−±]?\\p{Sc}?|\\p{Sc}[+\\-−±]?)\\p{Nd}+(?:[.,:/٫٬’'\\-–]\\p{Nd}+)*(?:[%‰°％]|\\p{Sc})*${LETTER}*` +
        `|${LETTER}+(?:['’ʼ＇]${LETTER}+)*`,
      'gu',
    ),
)

/** The words of a text. `caseless`: capitals mean nothing (captions). */
export function spokenWords(text: string, caseless = false): readonly SpokenWord[] {
  const sentences = sentencesOf(text)
  const words: SpokenWord[] = []
  let sentence = 0
  let last = -1
  for (const match of text.matchAll(WORD())) {
    const from = match.index
    while (sentence < sentences.length - 1 && (sentences[sentence]?.to ?? 0) <= from) sentence++
    const folded = fold(match[0])
    const key = caseless ? folded.toLowerCase() : folded
    const first = key.charAt(0)
    const small = first.toLowerCase()
    words.push({
      key,
      low: first === small ? key : small + key.slice(1),
      from,
      to: from + match[0].length,
      initial: sentence !== last,
      sentence,
      sign: key.length > 0 && IS_SIGN().test(key),
    })
    last = sentence
  }
  return words
}

const IS_SIGN = lazy(() => new RegExp(`^${SIGN}`, 'u'))
const PLAIN = /^[A-Za-z]+$/

function fold(word: string): string {
  if (PLAIN.test(word)) return word
  const folded = word
    .normalize('NFKC')
    .replace(/[’ʼ＇]/g, "'")
    .replace(/[−–]/g, '-')
    .replace(/\u0640/g, '')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
  return /^\p{L}(?:\.\p{L})+$/u.test(folded) ? folded.replaceAll('.', '') : folded
}

/** Whether two words are the same. Case counts, except a capital at the start of a sentence. */
export const sameWord = (a: SpokenWord, b: SpokenWord): boolean =>
  a.key === b.key || ((a.initial || b.initial) && a.low === b.low)
