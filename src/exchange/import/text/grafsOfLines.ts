import { lineForDesk } from '../../../story/text/lines/lineForDesk'
import { bylineOfGraf } from '../parts/fields/bylineFrom'
import { widthOf } from '../../formats/columns'
import { pointsOfLines } from './pointsOfLines'
import { fits, joinWrapped, joint, WIDEST, widestOf } from './wrappedLines'

/**
 * Splits the lines of a file, as written, into grafs: at indents if they mark grafs, else at blank lines, with wrapped
 * lines joined. Else each line is one.
 */
export function grafsOfLines(written: readonly string[]): readonly string[] {
  const lines = withGaps(written)
  const first = firstIndented(lines)
  if (first >= 0) return [...filled(lines.slice(0, first)), ...grafsAtIndents(lines.slice(first))]
  const trimmed = withPoints(lines).map((line) => line.trim())
  if (isCutInWords(trimmed)) return filled(trimmed)
  const width = exactWidth(trimmed)
  return width > 0 ? filled(joinWrapped(trimmed, width)) : grafsOf(trimmed.join('\n'))
}

/** Splits our own text, wrapped or not. Text that was not wrapped has lines beyond any width. */
export function grafsOfOurs(lines: readonly string[], width: number): readonly string[] {
  // In our text a blank line follows the headline.
  const end = lines.findLastIndex((line) => line !== '')
  const start = lines.findIndex((line) => line !== '')
  return grafsOf(
    (width > WIDEST || !lines.slice(start, end).includes('') ? lines : joinWrapped(lines, width)).join('\n'),
  )
}

const filled = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '')

/** Lines at the top where bylines and lines for the desk stand alone. */
const TOP_LINES = 12

/** Puts a blank line around bylines and lines for the desk at the top, so that nothing is joined with them. */
function withGaps(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.trim() !== '')
  let isInNote = false
  return lines.flatMap((line, index) => {
    const words = line.trim()
    const goesOn = isInNote && /^\p{Ll}/u.test(words)
    const isBelowNote = isInNote && !goesOn
    isInNote = goesOn
    if (index >= start + TOP_LINES || words === '') return isBelowNote ? ['', line] : [line]
    const desk = /^\p{Ll}/u.test(words) ? undefined : lineForDesk(words)
    // A note may go on in the next line, in small letters.
    isInNote ||= desk === 'note'
    if (desk === 'note') return ['', line]
    if (desk || bylineOfGraf(words)) return ['', line, '']
    return isBelowNote ? ['', line] : [line]
  })
}

/** Puts a blank line before points and before lines that are indented more than the one above. */
function withPoints(lines: readonly string[]): readonly string[] {
  const points = pointsOfLines(lines)
  return lines.flatMap((line, index) => {
    const before = lines[index - 1] ?? ''
    const begins = points.has(index) || (INDENT.test(line) && !INDENT.test(before))
    return begins && before.trim() !== '' ? ['', line] : [line]
  })
}

const INDENT = /^(?:[\t\u3000]| {2,})\s*\S/u

/** Returns the first line that begins a graf by its indent; -1 if indents do not mark grafs. */
function firstIndented(lines: readonly string[]): number {
  const first = lines.findIndex((line) => INDENT.test(line))
  const body = lines.slice(first).map((line) => line.trimEnd())
  // Wires count the indent as columns or not.
  const width = widestOf(body.map((line) => line.trim()))
  if (first < 0 || body.filter((line) => INDENT.test(line)).length < 2) return -1
  if (!areGrafsIndented(lines)) return -1
  const breaks = breaksIn(body).filter(([, next]) => !INDENT.test(next))
  return areWrapped(breaks, width, WIDEST) ? first : -1
}

/** Whether most lines between blank lines are in groups that begin with an indent. A line alone may be anything. */
function areGrafsIndented(lines: readonly string[]): boolean {
  let all = 0
  let indented = 0
  for (let at = 0; at < lines.length; at++) {
    const from = at
    while ((lines[at] ?? '').trim() !== '') at++
    const isIndented = INDENT.test(lines[from] ?? '')
    if (at - from < 2 && !isIndented) continue
    all += at - from
    if (isIndented) indented += at - from
  }
  return indented * 2 > all
}

/** Splits lines into grafs at indents and blank lines. */
export function grafsAtIndents(lines: readonly string[], wordsOf = (line: string) => line.trim()): readonly string[] {
  const grafs: string[] = []
  let last = ''
  for (const line of lines) {
    const words = wordsOf(line)
    const before = last !== '' && !INDENT.test(line) ? grafs.at(-1) : undefined
    if (words !== '' && before !== undefined) grafs[grafs.length - 1] = `${before}${joint(last, words)}${words}`
    else if (words !== '') grafs.push(words)
    last = words
  }
  return grafs
}

export const hasIndents = (lines: readonly string[]): boolean => lines.some((line) => INDENT.test(line))

/** Pairs of lines without a blank line between them. */
const breaksIn = (lines: readonly string[]): readonly (readonly [line: string, next: string])[] =>
  lines.flatMap((line, index) => {
    const next = lines[index + 1] ?? ''
    return line.trim() === '' || next.trim() === '' ? [] : [[line, next] as const]
  })

/**
 * Whether lines were wrapped at a width: where they break, the first word of the next would not have fitted. A single
 * break must be in mid-sentence.
 */
function areWrapped(breaks: readonly (readonly [line: string, next: string])[], width: number, most: number): boolean {
  if (width < NARROWEST || width > most) return false
  const wrapped = breaks.filter(
    ([line, next]) => !fits(line, next, width) && (!SENTENCE_END.test(line) || !/^\p{Lu}/u.test(next.trim())),
  )
  const [one, another] = wrapped
  if (!one || (!another && SENTENCE_END.test(one[0]))) return false
  // Sentences go on in small letters. Rows of a table and names in a list do not.
  const goingOn = wrapped.filter(([, next]) => /^[^\p{L}\p{N}]*[\p{Ll}\p{Lo}]/u.test(next))
  return wrapped.length >= breaks.length * 0.8 && goingOn.length >= wrapped.length * 0.4
}

/** Whether Korean lines break inside words: each is full to its last column. Nobody knows where a space was. */
function isCutInWords(lines: readonly string[]): boolean {
  const width = widestOf(lines)
  const breaks = breaksIn(lines).filter(([line, next]) => HANGUL_END.test(line) && /^\p{sc=Hangul}/u.test(next))
  return (
    width >= NARROWEST && width <= MOST && breaks.length > 1 && breaks.every(([line]) => widthOf(line) >= width - 1)
  )
}
const HANGUL_END = /\p{sc=Hangul}$/u

/** Returns the width at which the lines below the first group were wrapped, or 0. */
function exactWidth(lines: readonly string[]): number {
  const gap = lines.indexOf(
    '',
    lines.findIndex((line) => line !== ''),
  )
  const body = gap < 0 ? [] : lines.slice(gap)
  const width = widestOf(body)
  return areWrapped(breaksIn(body), width, MOST) ? width : 0
}
/** Columns of wrapped text, at the least and at the most. */
const NARROWEST = 30
const MOST = 100
const SENTENCE_END = /[.!?…。]["'”’»)\]]*$/u

/** Splits text into grafs at blank lines and short last lines if it is wrapped. Else each line is one. */
export function grafsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  const width = wrapWidth(lines)
  if (width === 0) return lines.filter((line) => line !== '')
  const grafs: string[] = []
  let open = ''
  lines.forEach((line, index) => {
    if (line === '') {
      if (open !== '') grafs.push(open)
      open = ''
      return
    }
    open = open === '' ? line : `${open}${joint(lines[index - 1] ?? '', line)}${line}`
    // A short line that ends a sentence ends the graf, and so does a line before a blank one at the top.
    if (line.length < width * 0.6 && SENTENCE_END.test(line) && lines[index + 1] !== '') {
      grafs.push(open)
      open = ''
    }
  })
  if (open !== '') grafs.push(open)
  return grafs
}

/**
 * Returns the width at which lines were wrapped, or 0 if each line is a graf. Wrapped text has blank lines between
 * grafs, no line over 100 characters, and inside grafs mostly nearly full lines that break in mid-sentence.
 */
function wrapWidth(lines: readonly string[]): number {
  let longest = 0
  for (const line of lines) if (line.length > longest) longest = line.length
  if (longest > MOST || longest < 40) return 0
  let inside = 0
  let broken = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line === '' || lines[i + 1] === '') continue
    inside++
    if (line.length > longest * 0.7 && !SENTENCE_END.test(line)) broken++
  }
  return inside >= 3 && broken >= inside * 0.6 ? longest : 0
}
