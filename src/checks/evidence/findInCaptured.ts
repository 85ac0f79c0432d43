/** Finds the words of a fact in the words of a captured file. Nothing here signs: each place is shown to a person. */
import type { CapturedPart, CapturedText, FoundPlace } from '../../story/assessment/copy/capturedText'
import type { Block } from '../../story/copy/copy'
import { checksText } from '../../catalogue/rooms/checks'
import { defined } from '../../story/text/defined'
import { statementsOf } from '../detect/statementsOf'
import { boundsOfPiece, foldedText, occurrencesOf, type Occurrence } from './foldedText'
import { areaAt, endOfFigure, figureOf, sameFigure, type FigureOfWords, type SoughtWords } from './soughtWords'

/** Nobody chooses among more. */
const MOST_PLACES = 20
/** Characters shown on each side of the words. */
const AROUND = 90

type Place = Omit<FoundPlace, 'file' | 'fileName'>

/** The places of the words, in the order of the file. For a quote: of its first words. */
export function findInCaptured(sought: SoughtWords, { parts }: CapturedText): readonly Place[] {
  if (sought.kind === 'none') return []
  const words = sought.kind === 'quote' ? firstFragment(sought.words) : sought.words
  const figure = sought.kind === 'words' ? sought.figure : undefined
  const found: Place[] = []
  for (const part of parts) {
    for (const { from, to } of inPart(words, figure, part.text)) {
      found.push(placeAt(part, from, to))
      if (found.length >= MOST_PLACES) return found
    }
  }
  return found
}

function inPart(words: string, figure: FigureOfWords | undefined, text: string): readonly Occurrence[] {
  const all = occurrencesOf(words, text)
  if (!figure) return all
  const exact = all.filter((place) => ['', figure.counted].includes(areaAt(text, place)))
  const block: Block = { role: 'paragraph', text, spans: [] }
  const written = statementsOf(block).flatMap(({ kind, coreFrom, from, to: end }): Occurrence[] => {
    if (kind !== 'figure') return []
    const to = endOfFigure(text, { from: coreFrom, to: end })
    const other = figureOf(text.slice(coreFrom, to)) ?? figureOf(text.slice(from, to))
    return other && sameFigure(figure, other) ? [{ from: Math.min(coreFrom, to), to }] : []
  })
  const others = written.filter((one) => !exact.some((other) => other.from < one.to && one.from < other.to))
  return [...exact, ...others].toSorted((a, b) => a.from - b.from)
}

/** The first words of a quote that were said without a break. */
function firstFragment(quote: string): string {
  const inner = quote.trim().replace(/^["'“”„«»「『‘’‚\s]+|["'“”„«»」』‘’\s]+$/gu, '')
  const [first = ''] = inner
    .split(/\s*(?:\[[^\]]*\]|…|\.{3,}|["”»」』]\s*[,.]?)\s*/u)
    .filter((part) => part.trim() !== '')
  return first.replace(/[,.，。、]$/u, '')
}

function placeAt(part: CapturedPart, from: number, to: number): Place {
  const { text, page, graf } = part
  return {
    locator: locatorOf(part),
    ...defined({ page, graf }),
    from,
    to,
    nth: occurrencesOf(text.slice(from, to), text).filter((one) => one.from < from).length,
    words: text.slice(from, to),
    before: text.slice(wordStart(text, from), from),
    after: text.slice(to, wordEnd(text, to)),
  }
}

/** The locator of a part, as a person would write it. */
export function locatorOf({ page, graf = 1, time, cell }: CapturedPart): string {
  if (page !== undefined) return `p. ${page}`
  if (time !== undefined) return time
  return cell ? checksText('locator.cell', { ...cell, graf }) : `¶ ${graf}`
}

/** The locator of words that begin in one part and end in another. */
export function locatorOfSeveral(first: CapturedPart, last: CapturedPart): string {
  if (first === last || first.page !== undefined || first.time !== undefined) return locatorOf(first)
  const [graf, end] = [first.graf ?? 1, last.graf ?? 1]
  const [from, to] = [first.cell, last.cell]
  if (!from || !to || from.table !== to.table) return `¶ ${graf}–${end}`
  const { table, row, column } = from
  if (row !== to.row) return checksText('locator.rows', { table, row, last: to.row, graf, end })
  // Two grafs of one cell.
  if (column === to.column) return `${checksText('locator.cell', { ...from, graf })}–${end}`
  return checksText('locator.cellsOfRow', { table, row, column, last: to.column, graf, end })
}

function wordStart(text: string, from: number): number {
  const start = Math.max(0, from - AROUND)
  return start === 0 ? 0 : start + (/^\S*\s+/u.exec(text.slice(start, from))?.[0].length ?? 0)
}

function wordEnd(text: string, to: number): number {
  const end = Math.min(text.length, to + AROUND)
  return end === text.length ? end : end - (/\s+\S*$/u.exec(text.slice(to, end))?.[0].length ?? 0)
}

/** What the paper left out of an excerpt, or put into it. */
const PAPERS_OWN = /(\s*)(?:(\[[^\]]*\])|…|\.{3,})(\s*)/gu

interface Piece {
  readonly words: string
  /** Brackets adjoin: “[H]e”, “negotiat[ed]”. */
  readonly cutBefore: boolean
  readonly cutBehind: boolean
}

function piecesOf(excerpt: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  let cutBefore = false
  for (const { index, 0: all, 1: gap, 2: bracket, 3: next } of excerpt.matchAll(PAPERS_OWN)) {
    pieces.push({ words: excerpt.slice(from, index), cutBefore, cutBehind: bracket !== undefined && gap === '' })
    from = index + all.length
    cutBefore = bracket !== undefined && next === ''
  }
  pieces.push({ words: excerpt.slice(from), cutBefore, cutBehind: false })
  return pieces.filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
}

/** Whether an excerpt stands in the text of a file as whole words, on this page if one is given. */
export function holdsExcerpt(excerpt: string, { parts }: CapturedText, page?: number): boolean {
  const pieces = piecesOf(excerpt)
  if (pieces.length === 0) return false
  const within = page === undefined ? parts : parts.filter((part) => part.page === page)
  const text = within.map((part) => part.text).join('\n')
  const folded = foldedText(text)
  let at = 0
  for (const { words, cutBefore, cutBehind } of pieces) {
    const places = occurrencesOf(words, text, folded, boundsOfPiece(cutBefore, cutBehind))
    const place = places.find(({ from }) => from >= at)
    if (!place) return false
    at = place.to
  }
  return true
}
