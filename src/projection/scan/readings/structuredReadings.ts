import type { ShownReading } from './shownReadings'

/**
 * Readings of a text by its lines and columns, as people read it:
 * - Tables by columns: a name may go down two rows. Cells are separated by a tab or `|`.
 * - Words that a line end breaks: "Oka-", "for", and Hangul, which breaks between any two syllables.
 */
export function structuredReadings(text: string): readonly ShownReading[] {
  return [...withoutBreaks(text, HYPHEN_AT_END), ...withoutBreaks(text, HANGUL_BREAK), ...columnsOf(text)]
}

const HYPHEN_AT_END = /(?<=\p{L}\p{M}*)[-\u2010\u2011][ \t]*\r?\n[ \t]*(?=\p{L})/gu
const HANGUL_BREAK = /(?<=[가-힣])[ \t]*\r?\n[ \t]*(?=[가-힣])/g

function withoutBreaks(text: string, breaks: RegExp): readonly ShownReading[] {
  if (!text.includes('\n')) return []
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: gone, index } of text.matchAll(breaks)) {
    pieces.push({ from, to: index })
    from = index + gone.length
  }
  return from === 0 ? [] : [readingOf(text, [...pieces, { from, to: text.length }], '')]
}

interface Piece {
  readonly from: number
  readonly to: number
}

/** Columns that a page has at most. A line of a thousand bars is no table. */
const MOST_COLUMNS = 60
/** The line under the headers of a table in Markdown. */
const RULE = /^[\s|:-]+$/

function columnsOf(text: string): readonly ShownReading[] {
  if (!/[\t|]/.test(text)) return []
  const pieces: Piece[] = []
  let table: Piece[][] = []
  const close = (): void => {
    if (table.length > 1) {
      const columns = Math.min(MOST_COLUMNS, Math.max(...table.slice(0, 1000).map((row) => row.length)))
      for (let column = 0; column < columns; column++) pieces.push(...table.flatMap((row) => row[column] ?? []))
    }
    table = []
  }
  let from = 0
  while (from <= text.length) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    const line = text.slice(from, to)
    if (!/[\t|]/.test(line)) close()
    else if (!RULE.test(line)) table.push(cellsOf(line, from))
    from = to + 1
  }
  close()
  return pieces.length === 0 ? [] : [readingOf(text, pieces, '\n')]
}

function cellsOf(line: string, start: number): Piece[] {
  const cells: Piece[] = []
  let from = 0
  for (const { index } of line.matchAll(line.includes('\t') ? /\t/g : /\|/g)) {
    cells.push({ from: start + from, to: start + index })
    from = index + 1
  }
  cells.push({ from: start + from, to: start + line.length })
  return cells
}

/** The pieces one after another, with `between` between them. */
function readingOf(text: string, pieces: readonly Piece[], between: string): ShownReading {
  const parts: string[] = []
  const at: number[] = []
  for (const { from, to } of pieces) {
    parts.push(text.slice(from, to), between)
    for (let offset = from; offset < to; offset++) at.push(offset)
    if (between !== '') at.push(to)
  }
  return { text: parts.join(''), at }
}
