import { deskLineOf, beginsDeskLine, type DeskLine } from '../../formats/deskLines'
import { widthOf } from '../../formats/columns'
import { instantFrom } from '../parts/fields/instantFrom'
import type { LossCollector } from '../parts/losses'
import { fits, joint } from './wrappedLines'
import { looksLikeEmbargo } from '../../../story/text/guessStructure'
import type { Fields } from '../../../story/ledger/fields'

export interface BelowDeskLines {
  /** The lines of the copy. */
  readonly lines: readonly string[]
  readonly fields: Partial<Fields>
  /** Lines for the desk stood above: the copy begins with its headline. */
  readonly areOurs: boolean
  /** Columns of the widest line. */
  readonly width: number
}

/**
 * Takes the lines for the desk from the top of wire text: embargo and ed note become fields, the marks of drafts,
 * versions and corrections are listed as losses. An embargo in the words of another desk is kept as ed note, and
 * listed. Further down the same words may be copy.
 */
export function takeDeskLines(lines: readonly string[], losses: LossCollector): BelowDeskLines {
  const longest = lines.reduce((most, line) => Math.max(most, line.length > 1000 ? Infinity : widthOf(line)), 0)
  const notes: string[] = []
  let embargo = ''
  let areOurs = false
  let at = 0
  for (let next = skipBlank(lines, at); next < lines.length; next = skipBlank(lines, at)) {
    const read = readAt(lines, next, longest)
    if (!read) {
      const other = lines[next] ?? ''
      if (!looksLikeEmbargo(other)) break
      // Other desks' words for a time: kept where editors read them, and listed.
      notes.push(other)
      losses.add('embargo', other)
      at = next + 1
      continue
    }
    const { line, text } = read
    if (line.kind === 'edNote') notes.push(line.note)
    else if (line.kind === 'embargo') embargo = instantFrom(line.until) ?? ''
    if (line.kind === 'correction') losses.add('printedCorrection', text)
    else if (line.kind !== 'edNote' && (line.kind !== 'embargo' || embargo === '')) losses.add('deskNotes', text)
    areOurs = true
    at = next + read.lines
  }
  return {
    lines: lines.slice(at),
    fields: { ...(notes.length > 0 ? { edNote: notes.join('\n') } : {}), ...(embargo === '' ? {} : { embargo }) },
    areOurs,
    width: longest,
  }
}

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
  if (longest <= 120)
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
