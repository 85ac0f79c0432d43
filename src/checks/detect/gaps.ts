/**
 * TKs ("to come") in a text: whole tokens in capitals, TK, TKTK, [TK how many]; also in full width, with dots (T.K.),
 * with invisible characters between, or with one letter of another alphabet; tktk and [tk] in small letters.
 * "T.K. Carter" is a name.
 */
import { lazy } from '../../story/text/lazy'
import type { Region } from './statement'

const PLAIN = /TK|tk/
const MAY_HIDE = lazy(() => /[TＴ\u0422\u03A4][^\p{L}\p{N}\s]{0,8}[KＫ\u212A\u041A\u039A]/u)
const UNSEEN = lazy(() => /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u)

const TWINS: Readonly<Record<string, string>> = {
  '\u0422': 'T',
  '\u03A4': 'T',
  '\u041A': 'K',
  '\u039A': 'K',
  '\u212A': 'K',
  '\u2024': '.',
  '\uFF61': '.',
  '\u3002': '.',
  '\u00B7': '.',
  '\u2022': '.',
  '\u2027': '.',
}
const DOTTED = 'T\\.?K'
const GAP = lazy(
  () =>
    new RegExp(
      `\\[(?:${DOTTED}\\.?)+(?![\\p{sc=Latin}\\p{Nd}])[^\\]\\n]{0,200}\\]|(?<![\\p{sc=Latin}\\p{Nd}])(?<!\\p{L}\\.)(?:${DOTTED})(?:\\.?${DOTTED})*s?(?![\\p{sc=Latin}\\p{Nd}])\\.?` +
        '|\\[(?:tk)+(?![\\p{sc=Latin}\\p{Nd}])[^\\]\\n]{0,200}\\]|(?<![\\p{L}\\p{Nd}])[Tt]k(?:tk)+(?![\\p{L}\\p{Nd}])',
      'gu',
    ),
)
const NAME_AFTER = /^ \p{Lu}\p{Ll}+/u

export function gapsIn(text: string): readonly Region[] {
  if (!PLAIN.test(text) && !MAY_HIDE().test(text)) return []
  const units: string[] = []
  const origin: number[] = []
  let at = 0
  for (const one of text) {
    const shown = UNSEEN().test(one) ? '' : one > '\x7f' ? (TWINS[one] ?? wide(one)) : one
    for (const unit of shown) {
      units.push(unit)
      origin.push(at)
    }
    at += one.length
  }
  origin.push(text.length)
  const plain = units.join('')
  return [...plain.matchAll(GAP())].flatMap((match): Region[] => {
    const [words] = match
    const dotted = words.includes('.') && !words.startsWith('[')
    const after = plain.slice(match.index + words.length, match.index + words.length + 24)
    if (/^T\.K\.$/.test(words) && NAME_AFTER.test(after)) return []
    // A period that ends the sentence does not belong to "TK."
    const end = match.index + words.length - (words.endsWith('.') && !(dotted && /\..*\.$/.test(words)) ? 1 : 0)
    const from = origin[match.index] ?? 0
    const to = (origin[end - 1] ?? from) + 1
    // All in another alphabet, it is a word of that language.
    return isOfOtherAlphabet(text.slice(from, to)) ? [] : [{ from, to }]
  })
}

const isOfOtherAlphabet = (words: string): boolean => !/[TKtkＴＫ\u212A]/u.test(words)

function wide(one: string): string {
  const narrow = /[\uFF01-\uFF5E]/.test(one) ? one.normalize('NFKC') : one
  return narrow.length === one.length ? narrow : one
}
