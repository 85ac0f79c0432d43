import { fits, widestOf } from './wrappedLines'

/** A point of a list, a number, or the speaker of a turn: “- Milk”, “2. Milk”, “Q: Why?”, “MAYOR: …”. */
const POINT =
  /^(?:(?<dash>[*•▪·‣–—-])\s|(?<number>\d{1,3})[.)]\s|(?<speaker>(?!\p{Ll})(?!\d{1,3}[.)])\S{1,20})[:：](?:\s|$))/u
/** What a point may stand below: the end of a sentence, or a lead-in. A day ends none: “zum 12.” */
const ENDED = /(?<!(?:^|\s)\d{1,2})[.!?…。:：]["'”’»)\]]*$/u

type Point = Partial<Record<'dash' | 'number' | 'speaker', string>>
const pointOf = (line = ''): Point | undefined => POINT.exec(line.trim())?.groups

/**
 * Returns the lines at which points begin. Wrapped text may have a date, a dash or a name with a colon at the start of
 * a line: that is a point only if the line before has ended, or has room for it, or if its neighbour is one, too.
 */
export function pointsOfLines(lines: readonly string[]): ReadonlySet<number> {
  const begun = new Set<number>()
  const numbers = new Set<number>()
  let width = 0
  let hasSpeaker = false
  lines.forEach((line, index) => {
    const before = lines[index - 1]?.trim() ?? ''
    if (before === '' && line.trim() !== '') {
      width = widestOf(groupAt(lines, index))
      hasSpeaker = false
    }
    const point = pointOf(line)
    if (!point) return
    const { number, speaker } = point
    const isNext = number !== undefined && numbers.has(Number(number) - 1)
    const isTurn = speaker !== undefined && hasSpeaker && !/\p{Ll}/u.test(speaker)
    const isInList = follows(pointOf(before), point) || follows(point, pointOf(lines[index + 1]))
    // A dash stays with its word.
    const room = line.trim().replace(/^(\S)\s+/u, '$1_')
    const isApart = before === '' || begun.has(index - 1) || ENDED.test(before) || fits(before, room, width)
    const mayBegin = number === undefined || before === '' || number === '1'
    if (!(isNext || isTurn || isInList || (mayBegin && isApart))) return
    begun.add(index)
    if (number !== undefined) numbers.add(Number(number))
    hasSpeaker ||= speaker !== undefined
  })
  return begun
}

/** Whether a dash or a number comes after another one. */
function follows(before: Point | undefined, point: Point | undefined): boolean {
  if (before?.number !== undefined) return Number(point?.number) === Number(before.number) + 1
  return before?.dash !== undefined && point?.dash === before.dash
}

/** The lines up to the next blank one. */
function groupAt(lines: readonly string[], start: number): readonly string[] {
  let end = start
  while ((lines[end] ?? '').trim() !== '') end++
  return lines.slice(start, end).map((line) => line.trim())
}
