/** The letters of names: what does not count in them, which words only join, and which scripts have no spaces. */

/** Case, accents, ё and Turkish dots do not count in names: YILMAZ is Yılmaz. */
export const foldedName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, (marks) => (/[\u0900-\u0DFF\u0E00-\u0EFF\u3099\u309A]/u.test(marks) ? marks : ''))
    .toLowerCase()
    .replace(/ı/gu, 'i')
    .replace(/ł/gu, 'l')
    .replace(/ø/gu, 'o')
    .replace(/đ/gu, 'd')
    .replace(/ß/gu, 'ss')
    .normalize('NFC')

const JOINING = new Set(
  (
    'van von der den de del della di da dos das du la le el al bin bint ibn ben abu zu ter ten ' +
    'y e of the and af av il los las les gli het'
  ).split(' '),
)
export const isJoining = (word: string): boolean => JOINING.has(word)

export const wordsOf = (text: string): readonly string[] => foldedName(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

const CJK = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
export const isJoinedScript = (text: string): boolean => CJK.test(text)
