import type { CellOfFile } from '../../../story/assessment/copy/capturedText'
import type { Turn } from '../../../story/assessment/copy/transcript'
import { readLabel, readStamp } from './speakerLabel'
import { defined } from '../../../story/text/defined'

/** A line of a transcript, with its place if the file has one. */
export interface TranscriptLine {
  readonly text: string
  /** The cell of a table that the line is in. */
  readonly cell?: CellOfFile
  /** A timecode, or "p. 3". */
  readonly at?: string
  /** The speaker, if the file names them outside the text. */
  readonly speaker?: string
  /** The speaker may change here without a name (a dash in captions). */
  readonly changes?: boolean
}

/**
 * Groups lines into turns. A label starts a turn; lines without one continue it. Consecutive turns of one speaker
 * merge.
 */
export function turnsOfLines(lines: readonly TranscriptLine[]): readonly Turn[] {
  const turns: { speaker?: string; at?: string; parts: string[] }[] = []
  for (const line of lines) {
    const text = line.text.trim()
    if (text === '') continue
    const label = line.speaker === undefined ? readLabel(text) : { speaker: line.speaker, rest: text }
    const stamp = label ? undefined : readStamp(text)
    const at = label?.at ?? stamp?.at ?? line.at
    const rest = (label?.rest ?? stamp?.rest ?? text).trim()
    const last = turns.at(-1)
    const goesOn = last && (label ? label.speaker !== undefined && label.speaker === last.speaker : !line.changes)
    if (goesOn) {
      if (rest !== '') last.parts.push(rest)
      continue
    }
    turns.push({
      ...defined({ speaker: label?.speaker === undefined ? undefined : label.speaker, at }),
      parts: rest === '' ? [] : [rest],
    })
  }
  return turns.filter(({ parts }) => parts.length > 0).map(({ parts, ...turn }) => ({ ...turn, text: joined(parts) }))
}

/**
 * Joins lines with a space, or without one in scripts that do not use spaces. Does not repair words hyphenated at line
 * ends.
 */
const joined = (parts: readonly string[]): string =>
  parts.reduce(
    (text, part) =>
      text === '' ? part : `${text}${UNSPACED.test(text.slice(-1)) && UNSPACED.test(part.charAt(0)) ? '' : ' '}${part}`,
    '',
  )
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。、！？」』]/u
