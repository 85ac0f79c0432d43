import { fits, widestOf } from './wrappedLines'

/** A point of a list, a number, or the speaker of a turn: “- Milk”, “2. Milk”, “Q: Why?”, “MAYOR: …”. */
const POINT =
  /^(?:(?<dash>[*•▪·‣–—-])\s|(?<number>\d{1,3})[.)]\s|(?<speaker>(?!\p{Ll})(?!\d{1,3}[.)])\S{1,20})[:：](?:\s|$))/u
/** What a point may stand below: the end of a sentence, or a lead-in. A day ends none: “zum 12.” */
const ENDED = /(?<!(?:^|\s)\d{1,2})[.!?…。:：]["'”’»)\]]*$/u

/** “I never said so --” */
const CUT_SHORT = /(?:--|—)["'”’»)\]]*$/u
/** “Sprecher: "Wir warten."” */
const QUOTING = /^\s*\S+[:：]\s*["'“”„‘’«»]/u

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
  let hasNumber = false
  let dashOfGroup = ''
  lines.forEach((line, index) => {
    const before = lines[index - 1]?.trim() ?? ''
    if (before === '' && line.trim() !== '') {
      width = widestOf(groupAt(lines, index))
      hasSpeaker = false
      hasNumber = false
      dashOfGroup = ''
    }
    const point = pointOf(line)
    if (!point) return
    const { number, speaker, dash } = point
    const isNext = number !== undefined && numbers.has(Number(number) - 1)
    // A speaker may be cut short, and nothing ends “Where: the city hall”. A label before a quote is of the sentence.
    const isTurn =
      speaker !== undefined &&
      (CUT_SHORT.test(before) || (hasSpeaker && (!/\p{Ll}/u.test(speaker) || !QUOTING.test(line))))
    const isInList = follows(pointOf(before), point) || follows(point, pointOf(lines[index + 1]))
    // A dash stays with its word.
    const room = line.trim().replace(/^(\S)\s+/u, '$1_')
    const isApart = before === '' || begun.has(index - 1) || ENDED.test(before) || fits(before, room, width)
    const mayBegin = number === undefined || before === '' || number === '1' || hasNumber || /[:：]$/u.test(before)
    // No sentence has a bullet in it, and an aside does not stand behind the point of a list.
    const isBullet = dash !== undefined && !/[–—-]/u.test(dash)
    const isItem =
      dash !== undefined && dash === dashOfGroup && /(?:[,;]|\s(?:and|or|und|oder|et|ou|y|o))$/u.test(before)
    if (!(isNext || isTurn || isInList || isBullet || isItem || (mayBegin && isApart))) return
    begun.add(index)
    if (dash !== undefined) dashOfGroup = dash
    if (number !== undefined) {
      numbers.add(Number(number))
      hasNumber = true
    }
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
