/** The words of a page in the order in which they are read, from the places of its glyphs. */

/** Whether some of it is of a script that is written from right to left. */
export const isRightToLeft = (text: string): boolean =>
  text !== '' && (text.length > 1 || text >= FIRST_RIGHT_TO_LEFT) && RIGHT_TO_LEFT.test(text)

/** Something that is shown: one glyph, what stands for several, or several from left to right. Places in points, from the left. */
export interface ShownPiece {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Height of its line above the foot of the page, and the size that it is set in. */
  readonly line: number
  readonly size: number
}

const FIRST_RIGHT_TO_LEFT = '\u0590'

/** Share of the size: less is the space between letters, more is one between words. */
const LETTER_GAP = 0.18
/** Share of the size by which what is on one line may be higher or lower. */
const SAME_LINE = 0.3
/** The same for marks, which stand above and below their letters. */
const MARKED_LINE = 0.7

/** One line of text for each line of the page, in the order in which they were drawn. */
export function linesOfPage(pieces: readonly ShownPiece[]): string {
  const lines: ShownPiece[][] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    const last = line?.findLast((one) => !isMark(one)) ?? line?.at(-1)
    if (
      line &&
      last &&
      Math.abs(last.line - piece.line) <=
        (isMark(last) || isMark(piece) ? MARKED_LINE : SAME_LINE) * Math.max(last.size, piece.size)
    )
      line.push(piece)
    else lines.push([piece])
  }
  return lines.map(textOfLine).join('\n')
}

/** Takes no room of its own. */
const isMark = ({ from, to }: ShownPiece): boolean => to - from < 1e-6

/** Typst lets a mark that is moved to its place stand for letter and mark, as the letter before or after it does too. */
function withoutEchoes(pieces: readonly ShownPiece[]): readonly ShownPiece[] {
  const echoes = (mark: ShownPiece, other: ShownPiece): boolean =>
    other.text === mark.text &&
    !isMark(other) &&
    mark.from >= other.from - LETTER_GAP * other.size &&
    mark.to <= other.to + LETTER_GAP * other.size
  return pieces.some(isMark)
    ? pieces.filter(
        (piece, at) =>
          !isMark(piece) || !pieces.slice(Math.max(0, at - NEAR), at + NEAR + 1).some((other) => echoes(piece, other)),
      )
    : pieces
}
/** Marks of one letter, at most. */
const NEAR = 4

/** Where it is read. In a line from right to left the space at its end stands where the line's leftmost letter does. */
const place = ({ from, size, text }: ShownPiece): number => (text === ' ' ? from - SLACK * size : from)
/** Share of the size. */
const SLACK = 0.02

function textOfLine(all: readonly ShownPiece[]): string {
  const pieces = withoutEchoes(all)
  const sorted = pieces.every((piece, index) => index === 0 || place(piece) >= place(pieces[index - 1] ?? piece))
    ? pieces
    : [...pieces].sort((a, b) => place(a) - place(b))
  // Up to where the line is written: a mark may stand anywhere over its letter.
  let written = sorted[0]?.from ?? 0
  const units = sorted.flatMap(({ text, from, to, size }) => {
    const apart = from - written > LETTER_GAP * size
    written = Math.max(written, to)
    return apart ? [' ', text] : [text]
  })
  return isRightToLeft(units.join('')) ? inReadingOrder(units) : units.join('')
}

/** Arabic numbers are written from left to right like all others. */
const RIGHT_TO_LEFT =
  /(?![\u0660-\u066c\u06f0-\u06f9\u{10d30}-\u{10d39}])[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mende_Kikakui}]/u
const LEFT_TO_RIGHT = /[\p{L}\p{Nd}]/u

/** Pages hold glyphs from left to right; stretches of a right-to-left script are read the other way. */
function inReadingOrder(units: readonly string[]): string {
  const read: string[] = []
  for (let at = 0; at < units.length;) {
    if (!isRightToLeft(units[at] ?? '')) {
      read.push(units[at++] ?? '')
      continue
    }
    let end = at
    for (let next = at; next < units.length; next++) {
      const unit = units[next] ?? ''
      if (isRightToLeft(unit) || /^\p{M}+$/u.test(unit)) end = next
      else if (LEFT_TO_RIGHT.test(unit)) break
    }
    read.push(...units.slice(at, end + 1).reverse())
    at = end + 1
  }
  return read.join('')
}
