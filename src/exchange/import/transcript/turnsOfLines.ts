import type { Turn } from '../../../story/assessment/transcript'
import { readLabel, readStamp } from './speakerLabel'

/** A line of a transcript, with the place it stands at when its file says so. */
export interface TranscriptLine {
  readonly text: string
  /** A timecode, "p. 3". */
  readonly at?: string
  /** Who speaks, when the file says so outside of the text. */
  readonly speaker?: string
  /** The speaker may change here without being named (a dash in captions). */
  readonly changes?: boolean
}

/** Lines as turns: a label begins one, lines without a label go on. Turns of one speaker in a row are one. */
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
      ...(label?.speaker === undefined ? {} : { speaker: label.speaker }),
      ...(at === undefined ? {} : { at }),
      parts: rest === '' ? [] : [rest],
    })
  }
  return turns.filter(({ parts }) => parts.length > 0).map(({ parts, ...turn }) => ({ ...turn, text: joined(parts) }))
}

/** Lines of scripts without spaces are joined without one; a word broken by a hyphen at the end of a line is not mended. */
const joined = (parts: readonly string[]): string =>
  parts.reduce(
    (text, part) =>
      text === '' ? part : `${text}${UNSPACED.test(text.slice(-1)) && UNSPACED.test(part.charAt(0)) ? '' : ' '}${part}`,
    '',
  )
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。、！？」』]/u
