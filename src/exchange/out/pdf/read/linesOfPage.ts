/** The words of a page in the order in which they are read, from the places of its glyphs. */

/** Whether some of it is of a script that is written from right to left. */
export const isRightToLeft = (text: string): boolean => text !== '' && (text.length > 1 || text >= FIRST_RIGHT_TO_LEFT) && RIGHT_TO_LEFT.test(text)

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

/** One line of text for each line of the page, in the order in which they were drawn. */
export function linesOfPage(pieces: readonly ShownPiece[]): string {
  const lines: ShownPiece[][] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line && last && Math.abs(last.line - piece.line) <= SAME_LINE * Math.max(last.size, piece.size)) line.push(piece)
    else lines.push([piece])
  }
  return lines.map(textOfLine).join('\n')
}

function textOfLine(pieces: readonly ShownPiece[]): string {
  const sorted = pieces.every(({ from }, index) => index === 0 || from >= (pieces[index - 1]?.from ?? 0)) ? pieces : [...pieces].sort((a, b) => a.from - b.from)
  const units = sorted.flatMap(({ text, from, size }, index) => {
    const before = sorted[index - 1]
    return before !== undefined && from - before.to > LETTER_GAP * size ? [' ', text] : [text]
  })
  return isRightToLeft(units.join('')) ? inReadingOrder(units) : units.join('')
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mende_Kikakui}]/u
const LEFT_TO_RIGHT = /[\p{L}\p{Nd}]/u

/** Pages hold glyphs from left to right; stretches of a right-to-left script are read the other way. */
function inReadingOrder(units: readonly string[]): string {
  const read: string[] = []
  for (let at = 0; at < units.length; ) {
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
