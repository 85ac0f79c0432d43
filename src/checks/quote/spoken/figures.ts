/** Figures in one form: digits of all scripts, CJK and Korean numerals, grouped thousands, percent. */
/** Zeros of the scripts whose digits are ten code points in a row. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
]

export const plainDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((one) => point >= one && point < one + 10)
    return zero === undefined ? digit : String(point - zero)
  })

/** Superscripts, fractions, circled digits: never part of a plain number (10² is not 102). */
export const markedNumbers = (text: string): string => text.replace(/\p{No}/gu, (sign) => `^${sign.codePointAt(0)}`)

/** A written figure in plain digits. `byComma`: groups of thousands have commas, decimals a point. */
export function plainFigure(folded: string, byComma: boolean): string {
  const figure = folded.replace(/٫/gu, '.').replace(/٬/gu, ',').replace(/٪/gu, '%')
  const turned = /^%(.+)$/u.exec(figure)
  const written = turned ? `${turned[1]}%` : figure
  const spaced = written.replace(/(?<=\d)[\s\u00A0\u2007\u2009\u202F](?=\d{3}(?!\d))/gu, '')
  return spaced
    .replace(/\s+(?=[%‰\p{Sc}])/gu, '')
    .replace(/\d{1,3}(?:'\d{3})+(?!\d)/gu, (groups) => groups.replaceAll("'", ''))
    .replace(/(?<![\d.,])\d{1,3}(?:,\d{2,3})*,\d{3}(?![\d,])/gu, (groups) =>
      byComma || /,.*,/u.test(groups) ? groups.replaceAll(',', '') : groups,
    )
    .replace(/(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])/gu, (groups) =>
      !byComma || /\..*\./u.test(groups) ? groups.replaceAll('.', '') : groups,
    )
}

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['〇零', '一일壹', '二이贰两兩', '三삼叁', '四사', '五오', '六육', '七칠', '八팔', '九구'].flatMap((signs, digit) =>
    [...signs].map((sign) => [sign, digit]),
  ),
)
const TENS: Readonly<Record<string, number>> = { 十: 10, 십: 10, 百: 100, 백: 100, 千: 1000, 천: 1000 }

const HAN = '〇零一二三四五六七八九'
/** 两 is two only in a numeral: 两千. */
const TWO = '两兩'
const HANGUL = '일이삼사오육칠팔구'
/** Korean numerals are also syllables of words: only before 만, 억, 조 or a counter. */
const COUNTED = '(?=\\s?(?:[만억조명원개년월일톤주배살세채대마회번건곳표석권척쪽층]|달러|유로|퍼센트|프로))'
export const NUMERAL =
  `(?!十分)(?:(?:[${HAN}${TWO}]|\\p{Nd}+)?[十百千])+(?:[${HAN}]|\\p{Nd}+)?|[${HAN}]+|[${TWO}](?=[万萬亿億兆])` +
  `|(?<![\\p{sc=Hangul}])(?:(?:[${HANGUL}]|\\p{Nd}+)?[십백천])+(?:[${HANGUL}]|\\p{Nd}+)?${COUNTED}` +
  `|(?<![\\p{sc=Hangul}])[${HANGUL}](?=[만억조]\\s?(?:[원명개톤]|달러|유로))`

/**
 * The values of a numeral below ten thousand, usually one. 三四 are "three or four", so two; 一千五百 is 1500, 二〇二四
 * is 2024.
 */
export function numeralValues(numeral: string): readonly string[] {
  const text = plainDigits(numeral)
  const signs = [...text]
  if (!signs.some((sign) => sign in TENS)) {
    const digits = signs.map((sign) => DIGITS[sign] ?? sign)
    const range = digits.length === 2 && Number(digits[1]) > Number(digits[0]) && digits[0] !== 0
    return range ? digits.map(String) : [digits.join('')]
  }
  let sum = 0
  let digits = ''
  for (const sign of signs) {
    const ten = TENS[sign]
    if (ten === undefined) digits += DIGITS[sign] === undefined ? sign : String(DIGITS[sign])
    else {
      sum += (digits === '' ? 1 : Number(digits)) * ten
      digits = ''
    }
  }
  return [String(sum + Number(digits || '0'))]
}
