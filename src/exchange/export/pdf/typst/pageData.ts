/** Turns a page into the JSON that page.typ reads: words, kinds and measures only. */
import { isRightToLeft } from '../../parts/rightToLeft'
import { BOX_FAMILY } from './boxFont'
import { breakable } from './breakable'
import { familiesFor } from './families'
import type { PageCell, PageList, PagePart, PagePicture, PageRow, PageRun, PrintedPage } from '../pageParts'
import { defined } from '../../../../story/text/defined'

/** Points: the width of the text, and the greatest height of a picture. */
const MEASURE = 38 * 11.5
const TALLEST = 340
/** Points in a pixel of 96 to the inch. */
const PIXEL = 0.75

/** Wide characters that fit into a line. Longer words get places to break. */
const LINE = 44
const LONGEST: Readonly<Partial<Record<PagePart['kind'], number>>> = { headline: 20, deck: 34 }
/** Lines that are kept on one page. Longer parts may break over pages. */
const KEPT_TOGETHER = 25

/**
 * @param fileOf Returns the path of a picture. `boxed`: letters that are shown as a box whatever fonts there are.
 * `tight`: lines and grafs stand a little closer.
 */
export function pageData(
  { language, headlineSize, parts }: PrintedPage,
  fileOf: (picture: PagePicture) => string,
  { boxed = [], tight = false }: { readonly boxed?: readonly string[]; readonly tight?: boolean } = {},
): string {
  return JSON.stringify({
    boxes: {
      family: BOX_FAMILY,
      letters:
        boxed.length === 0
          ? null
          : `[${boxed.map((letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`).join('')}]`,
    },
    ...languageOf(language),
    ...familiesFor(language),
    rightToLeft: isRightToLeft(language),
    headlineSize,
    tight,
    parts: parts.map((part) => dataOf(part, fileOf)),
  })
}

/** Typst takes a language of two or three letters and a region of two. */
function languageOf(tag: string): { readonly language: string | null; readonly region: string | null } {
  const [, language = null, region = null] = /^([a-z]{2,3})\b(?:.*?-([a-z]{2})\b)?/i.exec(tag) ?? []
  return { language: language?.toLowerCase() ?? null, region: region?.toUpperCase() ?? null }
}

function dataOf(part: PagePart, fileOf: (picture: PagePicture) => string): object {
  switch (part.kind) {
    case 'list':
      return { kind: part.kind, ...listData(part) }
    case 'table':
      return tableData(part)
    case 'picture':
      return {
        kind: part.kind,
        file: fileOf(part.picture),
        alt: part.picture.alt || null,
        ...sizeOf(part.picture),
        ...directed(part),
        runs: runsData(part.runs, LINE),
      }
    case 'footer':
      return { kind: part.kind, lines: part.lines.map((line) => textData(line, LINE)) }
    case 'rows':
      return { kind: part.kind, rows: part.rows.map(rowData) }
    case 'fact':
      return {
        ...part,
        words: textData(part.words, LINE),
        rows: part.rows.map(rowData),
        whole: linesOf(part.rows) < KEPT_TOGETHER,
      }
    default:
      return { ...part, runs: runsData(part.runs, LONGEST[part.kind] ?? LINE) }
  }
}

const listData = ({ ordered, items }: PageList): object => ({
  ordered,
  items: items.map(({ lists, runs, ...item }) => ({
    ...directed(item),
    runs: runsData(runs, LINE - 14),
    lists: lists.map(listData),
  })),
})

const directed = ({ rightToLeft }: { readonly rightToLeft?: boolean }): object => defined({ rightToLeft })

const rowData = ({ term, text, quoted }: PageRow): object => ({
  term,
  text: textData(text, LINE),
  ...defined({ quoted: quoted && { ...quoted, text: textData(quoted.text, LINE - 4) } }),
})
const linesOf = (rows: readonly PageRow[]): number =>
  rows.reduce(
    (lines, { text, quoted }) =>
      lines + 1 + text.length / 60 + (quoted ? 1 + quoted.text.length / 55 + quoted.text.split('\n').length : 0),
    0,
  )

/** Shares the width among the columns by the length of their words. */
function tableData({ kind, header, rows }: Extract<PagePart, { kind: 'table' }>): object {
  const [first = []] = rows
  const shares = first.map((_, column) => 3 + Math.min(50, Math.max(4, ...rows.map((row) => lengthOf(row[column])))))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => (MEASURE * share) / whole - 10)
  return {
    kind,
    header,
    shares,
    rows: rows.map((row) => row.map((cell, column) => cellData(cell, widths[column] ?? MEASURE))),
  }
}
const lengthOf = (cell: PageCell | undefined): number =>
  (cell?.runs ?? []).reduce((length, { text }) => length + text.length, 0)
const cellData = (cell: PageCell, width: number): object => ({
  header: cell.header,
  ...directed(cell),
  whole: (lengthOf(cell) * 6) / width < KEPT_TOGETHER,
  runs: runsData(cell.runs, Math.max(1, Math.floor(width / 9))),
})

/** Returns points. null if the picture has no known size. */
function sizeOf({ width, height }: PagePicture): { readonly width: number | null; readonly height: number | null } {
  if (width === 0 || height === 0) return { width: null, height: null }
  const shrink = Math.min(1, MEASURE / (width * PIXEL), TALLEST / (height * PIXEL))
  return { width: width * PIXEL * shrink, height: height * PIXEL * shrink }
}

/** Treats white space as a web page does: one space for several, none at the ends of lines. */
function runsData(runs: readonly PageRun[], longest: number): readonly PageRun[] {
  let blank = true
  const tidied = runs.map((run) => {
    const text = wellFormed(run.text)
      .replace(/[ \t\r\f\v]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
    const own = blank && text.startsWith(' ') ? text.slice(1) : text
    if (own !== '') blank = /[ \n]$/.test(own)
    return { ...run, text: own }
  })
  const last = tidied.findLast(({ text }) => text !== '')
  const shown = tidied
    .filter(({ text }) => text !== '')
    .map((run) => (run === last ? { ...run, text: run.text.replace(/(?<![ \n])[ \n]+$/, '') } : run))
  const texts = breakable(
    shown.map(({ text }) => text),
    longest,
  )
  return shown.map((run, index) => ({ ...run, text: texts[index] ?? '' }))
}

const textData = (text: string, longest: number): string => breakable([wellFormed(text)], longest).join('')

/** JSON and Typst have no half of a surrogate pair. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')
