/**
 * Spoken text as comparable words: white space, glyphs and punctuation between words are folded, and so are forms of
 * one figure or letter (1 500 and 1500, 三億 and 3億, ё and е). Chinese, Japanese, Korean and Thai count by character,
 * because transcripts space them differently.
 */
import { lazy } from '../../story/text/lazy'
import { sentencesOf } from '../../story/copy/words/sentences'
import { plainIndexes } from '../../story/text/plainIndexes'
import { markedNumbers, numeralValues, NUMERAL, plainDigits, plainFigure } from './spoken/figures'
import { simplified } from './spoken/hanVariants'
import { joinFigures } from './spoken/joinFigures'
import { joinMyriads } from './spoken/joinMyriads'
import type { SpokenWord } from './spoken/spokenWord'
import { hasVowelMarks, marksAgree, withoutVowelMarks } from './spoken/vowelMarks'
import { QUOTE_WORDS } from './words/tables'

export type { SpokenWord } from './spoken/spokenWord'

export interface SpokenOptions {
  /** Capitals mean nothing (captions). */
  readonly caseless?: boolean
  /** The language spoken; 'und' if unknown. */
  readonly language?: string
  /** Figures stay apart from the words for percent and minus. */
  readonly apart?: boolean
}

/** Inaudible speech. No quote runs across it. */
export const INAUDIBLE = '\uFFFC'

const SIGNS =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'
const SIGN = `(?!\\p{M})[${SIGNS}ー々〆](?<!\\p{Nd})`
const LETTER = `(?:(?![${SIGNS}ー])[\\p{L}\\p{N}\\p{M}\\u200C\\u200D])`
const GROUPS = '\\p{Nd}{1,3}(?:[ \\u00A0\\u2007\\u2009\\u202F]\\p{Nd}{3})+(?!\\p{Nd})'
/** Words that lose their vowel before the next one: l’échec, qu’il, dell’inizio. A quote may begin behind them. */
const ELIDED =
  'l|d|j|m|t|s|n|c|v|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dall|dell|nell|sull|coll|quell|quest|bell|nessun|anch|tutt|' +
  'cos|com|dov|quand|mezz'
/** Romance languages, and the texts too short to tell. Catalan is read as one of these. */
const ELIDES = new Set(['fr', 'it', 'es', 'pt', 'ca', 'und'])
const spellings = ELIDED.split('|').flatMap((word) => [
  word,
  word.charAt(0).toUpperCase() + word.slice(1),
  word.toUpperCase(),
])
const ELISION = `(?:${[...new Set(spellings)].join('|')})['’ʼ＇](?=[\\p{L}\\p{N}]|$)|`

const WORD = lazy(() => wordPattern(''))
const WORD_OR_ELISION = lazy(() => wordPattern(ELISION))

const wordPattern = (before: string): RegExp =>
  new RegExp(
    `${before}${INAUDIBLE}|(${NUMERAL})|${SIGN}[\\p{M}\\uFF9E\\uFF9F]*` +
      // An initialism: U.S., a.m.
      `|(?<![\\p{L}\\p{N}])\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])` +
      // The sign of a figure.
      `|(?<![^\\s([{«“"„「『‘'¿¡])[+\\-−–±](?=[\\p{Sc}%٪]?\\p{Nd})` +
      // A figure with its currency, separators and unit.
      `|(?:[\\p{Sc}%٪]?|\\p{Sc}[+\\-−±]?)(?:(?<!\\p{Nd})${GROUPS}|\\p{Nd}+)(?:[.,:/٫٬’'\\-–]\\p{Nd}+)*(?:[ \\u00A0\\u202F]?[%‰％٪]|°|[ \\u00A0\\u202F]?\\p{Sc}(?![\\p{Sc}\\p{Nd}]))*${LETTER}*` +
      `|${LETTER}+(?:['’ʼ＇]${LETTER}+)*`,
    'gu',
  )

/** Invisible characters that neither join nor part words. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu

/** The text in which offsets count: composed, without invisible characters. */
export const plainText = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '')

/** The words of a text (of `plainText`). */
export function spokenWords(text: string, options: SpokenOptions = {}): readonly SpokenWord[] {
  const { caseless = false, language = 'und' } = options
  const byComma = language === 'und' || QUOTE_WORDS[language]?.groupsByComma === true
  const sentences = sentencesOf(text)
  const words: Writable<SpokenWord>[] = []
  let sentence = 0
  let last = -1
  let end = 0
  let figures = false
  const take = (from: number, to: number, numeral: boolean): void => {
    while (sentence < sentences.length - 1 && (sentences[sentence]?.to ?? 0) <= from) sentence++
    const word = text.slice(from, to)
    const gap = from - end === 1 && text.charCodeAt(end) === 32 ? '' : text.slice(end, from)
    const before = words.at(-1)
    if (before && gap !== '') before.stop = stopOf(gap)
    const markBefore = !before || (gap !== '' && /\S/u.test(gap))
    const add = (key: string, same: string): void => {
      const first = same.charAt(0)
      const small = first === 'İ' ? 'i' : first === 'I' && language === 'tr' ? 'ı' : first.toLowerCase()
      if (!figures && first <= '9' && FIGURE.test(same)) figures = true
      words.push({
        key,
        same,
        low: first === small ? same : small + same.slice(1),
        from,
        to,
        initial: sentence !== last,
        sentence,
        sign: key > '\u0DFF' && IS_SIGN().test(key),
        markBefore,
        stop: '',
      })
      last = sentence
    }
    if (PLAIN.test(word)) {
      const key = caseless ? lowerOf(word, language) : word
      add(key, key)
    } else for (const { key, same } of formsOf(word, numeral, caseless, language, byComma)) add(key, same)
    end = to
  }
  const expression = ELIDES.has(language) ? WORD_OR_ELISION() : WORD()
  for (let at = 0; at < text.length;) {
    const plain = plainWordEnd(text, at)
    if (plain > at) {
      if (plain > at + 1) take(at, plain, false)
      at = plain
      continue
    }
    expression.lastIndex = at
    const match = expression.exec(text)
    if (!match) break
    at = match.index + match[0].length
    take(match.index, at, match[1] !== undefined)
  }
  const final = words.at(-1)
  if (final && end < text.length) final.stop = stopOf(text.slice(end))
  return figures && !options.apart
    ? joinFigures(joinMyriads(words, text), language, (phrase, one) =>
        spokenWords(phrase, { language: one, apart: true }).map(({ low }) => low),
      )
    : words
}

/**
 * The end of a space, or of a word of plain letters between spaces, which is what most of a transcript is; `at` if
 * something else begins there.
 */
function plainWordEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 32) return at + 1
  if (at > 0 && text.charCodeAt(at - 1) !== 32) return at
  let end = at
  for (let code = text.charCodeAt(end) | 32; code >= 97 && code <= 122; code = text.charCodeAt(end) | 32) end++
  const next = text.charCodeAt(end)
  const ends = next === 32 || next === 44 || (next === 46 && text.charCodeAt(end + 1) === 32)
  return end > at + 1 && ends ? end : at
}

const stopOf = (gap: string): SpokenWord['stop'] =>
  /[?？؟⸮⁇⁈]/u.test(gap) ? '?' : /[.!。．।！۔]/u.test(gap) ? '.' : ''

const FIGURE = /^[\d%]/
const IS_SIGN = lazy(() => new RegExp(`^${SIGN}`, 'u'))
const PLAIN = /^[A-Za-z]+$/

type Writable<T> = { -readonly [K in keyof T]: T[K] }

interface Form {
  readonly key: string
  readonly same: string
}

function formsOf(
  word: string,
  numeral: boolean,
  caseless: boolean,
  language: string,
  byComma: boolean,
): readonly Form[] {
  if (numeral) {
    const values = numeralValues(word)
    return values.map((same, index) => ({ key: values.length === 1 ? word : (word[index] ?? word), same }))
  }
  const folded = fold(word)
  const key = caseless ? lowerOf(folded, language) : folded
  return [{ key, same: sameOf(key, language, byComma) }]
}

const lowerOf = (word: string, language: string): string =>
  (language === 'tr' ? word.replaceAll('I', 'ı') : word).replaceAll('İ', 'i').toLowerCase().replaceAll('ß', 'ss')

function fold(word: string): string {
  const folded = plainDigits(
    markedNumbers(plainIndexes(word))
      .normalize('NFKC')
      .replace(/[’ʼ＇]/gu, "'")
      .replace(/[−–]/gu, '-')
      .replace(/[\u0640\u200C\u200D]/gu, ''),
  )
  return /^\p{L}(?:\.\p{L})+$/u.test(folded) ? folded.replaceAll('.', '') : folded
}

function sameOf(key: string, language: string, byComma: boolean): string {
  if (/\d/.test(key)) return plainFigure(key, byComma)
  const sign = key.length === 1 || (key.length === 2 && key > '\uD7FF') ? simplified(key) : key
  if (sign !== key) return sign
  if (language === 'vi') return toneLast(key)
  if (/[œŒ]/u.test(key)) return key.replaceAll('œ', 'oe').replaceAll('Œ', 'Oe')
  const letters = /[ёЁ]/u.test(key) ? key.replaceAll('ё', 'е').replaceAll('Ё', 'Е') : key
  return hasVowelMarks(letters) ? withoutVowelMarks(letters) : letters
}

/** Vietnamese has two ways to place a tone: hòa, hoà. */
function toneLast(word: string): string {
  const parts = word.normalize('NFD')
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(parts)
  return tone ? (parts.replace(tone[0], '') + tone[0]).normalize('NFC') : word
}

/**
 * Whether two words are the same. Case counts, except a capital at the start of a sentence. `styles`: one text is in
 * traditional and the other in simplified characters.
 */
export const sameWord = (a: SpokenWord, b: SpokenWord, styles = false): boolean =>
  (a.same === b.same || ((a.initial || b.initial) && a.low === b.low)) && agree(a, b, styles)

/** The same letters, if case means nothing. */
export const sameLetters = (a: SpokenWord, b: SpokenWord): boolean => smallOf(a.same) === smallOf(b.same)

/** In small letters. A Turkish İ becomes i without a second dot. */
export const smallOf = (word: string): string => word.replaceAll('İ', 'i').toLowerCase()

/** Forms that are the same only in part: variants of a character, and words with vowel marks on both sides. */
function agree(a: SpokenWord, b: SpokenWord, styles: boolean): boolean {
  if (a.key === b.key || (a.key === a.same && b.key === b.same)) return true
  if (a.sign && b.sign && !/\d/.test(a.same)) return styles
  return !hasVowelMarks(a.key) || !hasVowelMarks(b.key) || marksAgree(a.key, b.key)
}
