import { widthOf } from '../../formats/columns'
import { deskLineOf, beginsDeskLine, type DeskLine } from '../../formats/deskLines'
import { instantFrom } from '../parts/fields/instantFrom'
import type { LossCollector } from '../parts/losses'
import { isOnlyWhen, mayBeEmbargo, namesEmbargo, namesWhen } from '../../../story/text/lines/embargoLine'
import { lineForDesk } from '../../../story/text/lines/lineForDesk'
import { looksLikeHeadline } from '../../../story/text/lines/guessStructure'
import { opensCopy } from '../../../story/text/lines/lineForms'
import { bylineOfGraf } from '../parts/fields/bylineFrom'
import { fits, joint, WIDEST, widthInText } from './wrappedLines'
import { embargoWithTime } from '../parts/fields/embargoWithTime'
import type { DeskMatter } from '../parts/fields/DeskMatter'

export interface BelowDeskLines {
  /** How many lines stand above the copy. */
  readonly above: number
  /** Lines for the desk stood above: the copy begins with its headline. */
  readonly areOurs: boolean
  /** Columns of the widest line. */
  readonly width: number
}

/**
 * Takes the lines for the desk from the top of wire text: embargo and ed note become fields, the marks of drafts,
 * versions and corrections are listed as losses.
 */
export function takeDeskLines(lines: readonly string[], desk: DeskMatter, losses: LossCollector): BelowDeskLines {
  const page = { lines, widths: lines.map(widthInText) }
  const width = largest(page.widths)
  let areOurs = false
  let at = 0
  for (let next = skipBlank(lines, at); next < lines.length; next = skipBlank(lines, at)) {
    const read = readAt(page, next, width)
    if (!read) {
      const taken = takeOther(page, next, width, desk)
      if (taken === 0) break
      at = next + taken
      continue
    }
    const { line, text } = read
    const until = line.kind === 'embargo' ? instantFrom(line.until) : undefined
    if (line.kind === 'edNote') desk.note(line.note)
    else if (until !== undefined) desk.embargo(until, text)
    else losses.add(line.kind === 'correction' ? 'printedCorrection' : 'deskNotes', text)
    areOurs = true
    at = next + read.lines
  }
  return { above: at, areOurs, width }
}

/** The lines, and the columns of each: those around a note are measured for each line that it may go on in. */
interface Page {
  readonly lines: readonly string[]
  readonly widths: readonly number[]
}

const largest = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), 0)

/** Takes a line of another desk, with the lines that it goes on to. Returns how many. */
function takeOther(page: Page, at: number, width: number, desk: DeskMatter): number {
  const { lines } = page
  const first = lines[at] ?? ''
  let text = first
  let count = 1
  const isNote = lineForDesk(first) === 'note'
  while (count < MOST_LINES) {
    const [last = '', next = ''] = [lines[at + count - 1], lines[at + count]]
    if (next === '' || lineForDesk(next) !== undefined || beginsCopy(next)) break
    const isWrapped =
      isNote && width >= NARROWEST && width <= WIDEST && !/[.!?]$/.test(last) && goesOnIn(page, at, at + count)
    if (!(isWrapped || isOpen(text) || (mayBeEmbargo(text) && isOnlyWhen(next)) || isTimeOf(text, next))) break
    text = `${text}${joint(text, next)}${next}`
    count++
  }
  const below = count === 1 && lines[at + 1] === '' ? skipBlank(lines, at + 1) : lines.length
  const withTime = below < lines.length ? embargoWithTime(first, lines[below] ?? '') : undefined
  if (withTime !== undefined && desk.takes(withTime)) return below - at + 1
  if (desk.takes(text)) return count
  return count > 1 && desk.takes(first) ? 1 : 0
}

/** Whether a line is a byline or the opening of the copy, which no note goes on in. */
const beginsCopy = (line: string): boolean => bylineOfGraf(line) !== undefined || opensCopy(line)

/**
 * Whether a note goes on in a line: the line before is full, measured without the first line of the note, and the line
 * goes on in small letters. In other letters it may be the headline, unless that stands alone below the notes. A note
 * may be the only wrapped text, above an alert: then the line is no headline, and the headline stands below.
 */
function goesOnIn({ lines, widths }: Page, note: number, next: number): boolean {
  const [first = '', last = '', line = ''] = [lines[note], lines[next - 1], lines[next]]
  const width = Math.max(
    largest(widths.slice(Math.max(0, note - WINDOW), note)),
    largest(widths.slice(note + 1, note + WINDOW)),
  )
  if (beginsCopy(line)) return false
  const isSmall = /^\p{Ll}/u.test(line)
  const isFull = width >= NARROWEST && widthOf(first) <= width && !fits(last, line, width)
  if (isFull && isSmall) return true
  if (!isFull && (widthOf(last) < NARROWEST || ENDED.test(last) || !(isSmall || !looksLikeHeadline(line)))) return false
  const end = lines.indexOf('', next)
  const below = end < 0 ? lines.length : skipBlank(lines, end)
  const title = lines[below] ?? ''
  // More stands below than an alert, and several lines of a paragraph: it may be the first of the copy.
  const after = lines[next + 1] ?? ''
  const isLast = after === '' || beginsDeskLine(after) || skipBlank(lines, below + 1) === lines.length
  if (!isFull && !isSmall && !isLast) return false
  return lines[below + 1] === '' && looksLikeHeadline(title) && !opensCopy(title)
}

/** The end of a sentence: the note is complete. */
const ENDED = /[.!?…。！？]["'”’)\]]*$/u

/** Columns of text that is wrapped, at the least. */
const NARROWEST = 50

/** Whether a note ends in “Embargoed until”, and the line says when. */
const isTimeOf = (note: string, line: string): boolean => {
  const sentence = note.split(/[.;]\s/u).at(-1) ?? ''
  return namesEmbargo(sentence) && !namesWhen(sentence) && isOnlyWhen(line.replace(/\.$/u, ''))
}

/** Lines around a note that its width is measured in. */
const WINDOW = 200

/** Whether a bracket at the start is not closed yet: “(ATTN: UPDATES with”. */
const isOpen = (text: string): boolean => /^[([][^)\]]*$/.test(text)

const skipBlank = (lines: readonly string[], at: number): number => {
  let next = at
  while (next < lines.length && lines[next] === '') next++
  return next
}

/** Lines that a long note is wrapped to, at the most. */
const MOST_LINES = 40

/** Reads one note, with the lines that it goes on to where the text is wrapped. */
function readAt(
  page: Page,
  at: number,
  longest: number,
): { readonly line: DeskLine; readonly text: string; readonly lines: number } | undefined {
  const { lines } = page
  const first = lines[at] ?? ''
  if (!beginsDeskLine(first)) return undefined
  let text = first
  let count = 1
  let found = deskLineOf(first)
  if (longest <= WIDEST)
    while (count < MOST_LINES) {
      const next = lines[at + count] ?? ''
      if (next === '' || beginsDeskLine(next)) break
      // A note that is complete ends its line early, or with its sentence.
      const goesOn = found === undefined ? !beginsCopy(next) : goesOnIn(page, at, at + count) || isTimeOf(text, next)
      if (!goesOn) break
      text = `${text}${joint(text, next)}${next}`
      count++
      found = deskLineOf(text)
    }
  return found && { line: found, text, lines: count }
}
