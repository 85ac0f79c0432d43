import { widthOf } from '../../formats/columns'

/** Scripts without spaces are joined without one, and so is what follows an opening bracket. */
export const joint = (before: string, after: string): string =>
  /[\p{Ps}\p{Pi}]$/u.test(before) ||
  (/(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。、，])$/u.test(before) &&
    /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}「『（]/u.test(after))
    ? ''
    : ' '

/** Whether the first word of the next line would have fitted on this one. */
export const fits = (line: string, next: string, width: number): boolean =>
  widthOf(`${line}${joint(line, next)}${FIRST_PIECE.exec(next)?.[0] ?? ''}`) <= width
const FIRST_PIECE =
  /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][\p{M}\p{Pe}\p{Pf}\p{Po}]*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\S)+)/u
