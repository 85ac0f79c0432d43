import { deskLineOf, beginsDeskLine, type DeskLine } from '../../formats/deskLines'
import { instantFrom } from '../parts/fields/instantFrom'
import type { LossCollector } from '../parts/losses'
import { lineForDesk } from '../../../story/text/lineForDesk'
import { fits, joint, WIDEST, widestOf } from './wrappedLines'
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
  const width = widestOf(lines)
  let areOurs = false
  let at = 0
  for (let next = skipBlank(lines, at); next < lines.length; next = skipBlank(lines, at)) {
    const read = readAt(lines, next, width)
    if (!read) {
      const taken = takeOther(lines, next, width, desk)
      if (taken === 0) break
      at = next + taken
      continue
    }
    const { line, text } = read
    const until = line.kind === 'embargo' ? instantFrom(line.until) : undefined
    if (line.kind === 'edNote') desk.note(line.note)
    else if (until !== undefined) desk.embargo(until)
    else losses.add(line.kind === 'correction' ? 'printedCorrection' : 'deskNotes', text)
    areOurs = true
    at = next + read.lines
  }
  return { above: at, areOurs, width }
}

/** Takes a line of another desk, with the lines that it goes on to. Returns how many. */
function takeOther(lines: readonly string[], at: number, width: number, desk: DeskMatter): number {
  const first = lines[at] ?? ''
  let text = first
  let count = 1
  const isNote = lineForDesk(first)?.kind === 'note'
  while (count < MOST_LINES) {
    const [last = '', next = ''] = [lines[at + count - 1], lines[at + count]]
    const isWrapped = isNote && width >= 50 && width <= WIDEST && !/[.!?]$/.test(last) && !fits(last, next, width)
    if (next === '' || lineForDesk(next) !== undefined || !(isWrapped || isOpen(text))) break
    text = `${text}${joint(text, next)}${next}`
    count++
  }
  if (desk.takes(text)) return count
  return count > 1 && desk.takes(first) ? 1 : 0
}

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
  lines: readonly string[],
  at: number,
  longest: number,
): { readonly line: DeskLine; readonly text: string; readonly lines: number } | undefined {
  const first = lines[at] ?? ''
  if (!beginsDeskLine(first)) return undefined
  let text = first
  let count = 1
  let found = deskLineOf(first)
  if (longest <= WIDEST)
    while (count < MOST_LINES) {
      const [last = '', next = ''] = [lines[at + count - 1], lines[at + count]]
      // A note that is complete ends its line early, or with its sentence.
      const goesOn = found === undefined || !fits(last, next, longest)
      if (next === '' || !goesOn || beginsDeskLine(next)) break
      text = `${text}${joint(text, next)}${next}`
      count++
      found = deskLineOf(text)
    }
  return found && { line: found, text, lines: count }
}
