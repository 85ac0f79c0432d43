import { widthOf } from '../../formats/columns'

/** Scripts without spaces are joined without one, and so is what follows an opening bracket or quotation mark. */
export const joint = (before: string, after: string): string =>
  OPEN.test(before) ||
  (/(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。、，])$/u.test(before) &&
    /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}「『（]/u.test(after))
    ? ''
    : ' '

/** Behind a letter or a period, German closes with “ and «. „ and brackets only open. */
const OPEN = /(?:\p{Ps}|(?:^|[\s\p{P}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?<![.!?,;:…\p{Pf}])\p{Pi})$/u

/** Whether the first word of the next line would have fitted on this one. */
export const fits = (line: string, next: string, width: number): boolean =>
  widthOf(`${line}${joint(line, next)}${FIRST_PIECE.exec(next)?.[0] ?? ''}`) <= width
const FIRST_PIECE =
  /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][\p{M}\p{Pe}\p{Pf}\p{Po}]*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\S)+)/u

/** Columns of the widest terminal that wire text is wrapped for. */
export const WIDEST = 120

/** Whether a line is one word that cannot be wrapped, such as an address. */
const isOneWord = (line: string): boolean => /^[\x21-\x7e]+$/.test(line)

/** Columns that a line takes of its text. A line that nobody wraps has no end, and one word may be wider. */
export const widthInText = (line: string): number =>
  isOneWord(line) ? 0 : line.length > 1000 ? Infinity : widthOf(line)

/** Columns of the widest line. */
export const widestOf = (lines: readonly string[]): number =>
  lines.reduce((most, line) => Math.max(most, widthInText(line)), 0)

/** Joins wrapped lines: a line goes on where the first word of the next would not have fitted. */
export function joinWrapped(lines: readonly string[], width: number): readonly string[] {
  const joined: string[] = []
  let open = ''
  for (const [index, line] of lines.entries()) {
    open = open === '' ? line : `${open}${joint(lines[index - 1] ?? '', line)}${line}`
    const next = lines[index + 1] ?? ''
    // A line beyond the width is not wrapped, unless it is an address.
    const isWithin = isOneWord(line) || widthOf(line) <= width
    if (line !== '' && next !== '' && isWithin && !fits(line, next, width)) continue
    joined.push(open)
    open = ''
  }
  return joined
}
