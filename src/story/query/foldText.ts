/**
 * The form in which the search compares words. Case, accents, vowel points, width, hidden characters and the digits of
 * a script do not count.
 */
import { lazy } from '../text/lazy'

export interface FoldedSigns {
  readonly text: string
  /** For each UTF-16 unit of `text`: the range of the original that it came from. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Folds a whole text. Faster than `foldWithOrigin`, and the same text. */
export function foldText(text: string): string {
  // Most texts are plain: one look instead of seven passes.
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(UNCOUNTED(), '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(ODD_LETTERS(), (letter) => LETTERS[letter] ?? digitOf(letter))
}

/** Folds a text and keeps where each unit came from. */
export function foldWithOrigin(text: string): FoldedSigns {
  const from: number[] = []
  const to: number[] = []
  let folded = ''
  for (const { 0: cluster, index } of text.matchAll(CLUSTER())) {
    const plain = foldText(cluster)
    for (let unit = 0; unit < plain.length; unit++) {
      from.push(index)
      to.push(index + cluster.length)
    }
    folded += plain
  }
  return { text: folded, from, to }
}

const ASCII = /^[\u0000-\u007f]*$/

/**
 * A sign with all that it may compose with: marks, the voicing marks of narrow kana, the letters of decomposed Hangul,
 * hidden characters between them.
 */
const CLUSTER = lazy(() => {
  const jamo = '\\u1100-\\u11ff\\u3130-\\u318f\\ua960-\\ua97f\\ud7b0-\\ud7ff\\uffa0-\\uffdc'
  const tail = '\\p{M}\\uff9e\\uff9f\\p{Default_Ignorable_Code_Point}'
  return new RegExp(`[${jamo}][${jamo}${tail}]*|[\\uac00-\\ud7a3][\\u11a8-\\u11ff${tail}]*|[\\s\\S][${tail}]*`, 'gu')
})

/**
 * Accents, Hebrew and Arabic points, tatweel, nuktas, and what nobody sees. Vowel signs of Indic scripts, tone marks of
 * Thai and voicing marks of kana are letters to their readers, and stay.
 */
const UNCOUNTED = lazy(
  () =>
    /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08ca-\u08e1\u08e3-\u08ff\u093c\u09bc\u0a3c\u0abc\u0b3c\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]|\p{Default_Ignorable_Code_Point}/gu,
)

/** Letters that Unicode does not decompose, and that people write either way. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  // Greek and Hebrew: the forms at the end of a word.
  ς: 'σ',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  // Arabic: alef wasla, alef maksura, teh marbuta, and the Persian and Urdu forms of kaf, yeh and heh.
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  // Apostrophes that count as letters in Unicode.
  ʹ: "'",
  ʻ: "'",
  ʼ: "'",
  ʽ: "'",
  ʾ: "'",
  ʿ: "'",
}
const ODD_LETTERS = lazy(() => new RegExp(`[${Object.keys(LETTERS).join('')}]|(?![0-9])\\p{Nd}`, 'gu'))
const DIGIT = lazy(() => /^\p{Nd}$/u)

/** The ASCII digit. Unicode keeps the ten digits of a script in a row. Rows of several scripts may touch. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (DIGIT().test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}
