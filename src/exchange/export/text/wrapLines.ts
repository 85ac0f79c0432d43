import { widthOf } from '../../formats/columns'

/**
 * Wraps text to lines of at most `columns`, at blanks and between ideographs. Ideographs, Kana and Hangul take two
 * columns, as on every wire terminal. A word longer than a line is not broken. Further lines of a list item are
 * indented to its words.
 */
export function wrapLines(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n')
}

function wrapLine(line: string, columns: number): string {
  const indent = /^ *(?:[•–-] |\d+\. )?/.exec(line)?.[0] ?? ''
  const hanging = ' '.repeat(indent.length)
  const lines: string[] = []
  let current = indent
  let width = indent.length
  let empty = true
  for (const piece of pieces(line.slice(indent.length))) {
    const words = piece.trimEnd()
    if (!empty && width + widthOf(words) > columns) {
      lines.push(current.trimEnd())
      current = hanging
      width = hanging.length
    }
    current += piece
    width += widthOf(piece)
    empty = false
  }
  lines.push(lines.length === 0 ? current : current.trimEnd())
  return lines.join('\n')
}

/**
 * Splits a line where it may break: each piece ends with its blanks. Closing punctuation stays with the word before
 * it.
 */
const pieces = (text: string): readonly string[] => text.match(PIECE) ?? []
const IDEOGRAPH = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`
const CLOSING = String.raw`[\p{M}\p{Pe}\p{Pf}\p{Po}、。，．」』）]`
const PIECE = new RegExp(`(?:${IDEOGRAPH}${CLOSING}*|(?:(?!${IDEOGRAPH})[^ ])+) *| +`, 'gu')
