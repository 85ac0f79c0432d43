/** Puts the words of a page in reading order, by the positions of its glyphs. */

/** Tells whether a text has letters of a right-to-left script. */
export const hasRightToLeftLetters = (text: string): boolean =>
  text !== '' && (text.length > 1 || text >= FIRST_RIGHT_TO_LEFT) && RIGHT_TO_LEFT.test(text)

/**
 * Text shown at one place: one glyph, the text for several, or several from left to right. In points, from the left.
 */
export interface ShownPiece {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Height of the line above the foot of the page, and the size of its letters. */
  readonly line: number
  readonly size: number
}

const FIRST_RIGHT_TO_LEFT = '\u0590'

/** Share of the size. A smaller gap is between letters, a larger one between words. */
const LETTER_GAP = 0.18
/** Share of the size. Glyphs of one line may differ in height by less. */
const SAME_LINE = 0.3
/** Share of the size by which marks above and below letters may differ in height. */
const MARKED_LINE = 0.7

/** Returns one line of text for each line of the page, in the order in which they were drawn. */
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

/** A mark has no width. */
const isMark = ({ from, to }: ShownPiece): boolean => to - from < 1e-6

/**
 * Drops repeated marks. For a mark that is moved to its place, Typst repeats letter and mark, which the letter beside
 * it also has.
 */
function withoutRepeatedMarks(pieces: readonly ShownPiece[]): readonly ShownPiece[] {
  const repeats = (mark: ShownPiece, other: ShownPiece): boolean =>
    other.text === mark.text &&
    !isMark(other) &&
    mark.from >= other.from - LETTER_GAP * other.size &&
    mark.to <= other.to + LETTER_GAP * other.size
  return pieces.some(isMark)
    ? pieces.filter(
        (piece, at) =>
          !isMark(piece) || !pieces.slice(Math.max(0, at - NEAR), at + NEAR + 1).some((other) => repeats(piece, other)),
      )
    : pieces
}
/** Longest sequence of marks at one letter. */
const NEAR = 4

/**
 * Returns the position for reading order. In a right-to-left line the space at the end has the position of the
 * leftmost letter.
 */
const place = ({ from, size, text }: ShownPiece): number => (text === ' ' ? from - SLACK * size : from)
/** Share of the size. */
const SLACK = 0.02

function textOfLine(all: readonly ShownPiece[]): string {
  const pieces = withoutRepeatedMarks(all)
  const sorted = pieces.every((piece, index) => index === 0 || place(piece) >= place(pieces[index - 1] ?? piece))
    ? pieces
    : [...pieces].sort((a, b) => place(a) - place(b))
  // End of the text so far. A mark may be anywhere over its letter.
  let written = sorted[0]?.from ?? 0
  const units = sorted.flatMap(({ text, from, to, size }) => {
    const apart = from - written > LETTER_GAP * size
    written = Math.max(written, to)
    return apart ? [' ', text] : [text]
  })
  return hasRightToLeftLetters(units.join('')) ? inReadingOrder(units) : units.join('')
}

/** Arabic numbers are written from left to right. */
const ARABIC_NUMBER = String.raw`[\u0660-\u066c\u06f0-\u06f9\u{10d30}-\u{10d39}]`
const SCRIPTS = [
  'Arabic',
  'Hebrew',
  'Syriac',
  'Thaana',
  'Nko',
  'Samaritan',
  'Mandaic',
  'Adlam',
  'Hanifi_Rohingya',
  'Mende_Kikakui',
]
const RIGHT_TO_LEFT = new RegExp(
  `(?!${ARABIC_NUMBER})[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`,
  'u',
)
const LEFT_TO_RIGHT = /[\p{L}\p{Nd}]/u

/** Turns sequences of right-to-left letters about: pages have glyphs from left to right. */
function inReadingOrder(units: readonly string[]): string {
  const read: string[] = []
  for (let at = 0; at < units.length;) {
    if (!hasRightToLeftLetters(units[at] ?? '')) {
      read.push(units[at++] ?? '')
      continue
    }
    let end = at
    for (let next = at; next < units.length; next++) {
      const unit = units[next] ?? ''
      if (hasRightToLeftLetters(unit) || /^\p{M}+$/u.test(unit)) end = next
      else if (LEFT_TO_RIGHT.test(unit)) break
    }
    read.push(...units.slice(at, end + 1).reverse())
    at = end + 1
  }
  return read.join('')
}
