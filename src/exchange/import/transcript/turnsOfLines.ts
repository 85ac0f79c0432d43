import type { CellOfFile } from '../../../story/assessment/copy/capturedText'
import type { Turn } from '../../../story/assessment/copy/transcript'
import { readLabel, readOfficialLabel, readStamp, type Labelled } from './speakerLabel'
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
  const whole = withWholeNotes(lines)
  const official = officialLabels(whole)
  for (const line of whole) {
    const text = line.text.trim()
    if (text === '') continue
    if (line.speaker === undefined && !line.changes && isNote(text)) {
      const last = turns.at(-1)
      if (last) last.parts.push(text)
      else turns.push({ ...defined({ at: line.at }), parts: [text] })
      continue
    }
    const label =
      line.speaker === undefined ? (readLabel(text) ?? official.get(line)) : { speaker: line.speaker, rest: text }
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

/** Nothing, the end of a sentence, a dash where somebody interrupts, or a headline in capitals. */
const ENDED = /(?:^|[.!?…:»”"'’)\]—–-])\s*$|^\P{Ll}+$/u

/**
 * Labels before a full stop. One alone, in a file with labels before a colon, is a name in a sentence. Behind a line
 * that has not ended, such as a page number, nobody knows whose words follow.
 */
function officialLabels(lines: readonly TranscriptLine[]): ReadonlyMap<TranscriptLine, Labelled> {
  const found = new Map<TranscriptLine, Labelled>()
  const unsure = new Map<TranscriptLine, Labelled>()
  let hasOthers = false
  let before = ''
  for (const line of lines) {
    const text = line.text.trim()
    const other = line.speaker ?? readLabel(text)?.speaker
    hasOthers ||= other !== undefined
    const label = other === undefined ? readOfficialLabel(text) : undefined
    if (label && ENDED.test(before)) found.set(line, label)
    else if (label) unsure.set(line, { rest: text })
    before = text
  }
  if (hasOthers) return found.size < LEAST_OFFICIAL ? new Map() : found
  return found.size === 0 ? found : new Map([...found, ...unsure])
}
const LEAST_OFFICIAL = 2

/** A paragraph in round brackets: what happens in the room, and what others call out. A timecode is none. */
const isNote = (text: string): boolean => {
  const last = text.replace(/[.。]$/u, '')
  return /^[(（]/u.test(last) && closingOf(last) === last.length - 1 && readStamp(last) === undefined
}

/** Where the bracket closes that the text begins with; -1 if it stays open. */
function closingOf(text: string): number {
  let depth = 0
  for (let index = 0; index < Math.min(text.length, LONGEST_NOTE); index++) {
    const sign = text.charAt(index)
    if (sign === '(' || sign === '（') depth++
    if ((sign === ')' || sign === '）') && --depth === 0) return index
  }
  return -1
}
const LONGEST_NOTE = 1000
const MOST_LINES = 12

/** Joins the lines of a paragraph in round brackets. */
function withWholeNotes(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const whole: TranscriptLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line) continue
    const end = endOfNote(lines, at)
    whole.push(end === at ? line : { ...line, text: joined(lines.slice(at, end + 1).map(({ text }) => text.trim())) })
    at = end
  }
  return whole
}

/** The last line of a note that begins in this one; the line itself if none does, or it ends within a line. */
function endOfNote(lines: readonly TranscriptLine[], at: number): number {
  let text = lines[at]?.text.trim() ?? ''
  if (!/^[(（]/u.test(text) || closingOf(text) >= 0) return at
  for (let end = at + 1; end < Math.min(lines.length, at + MOST_LINES); end++) {
    const next = lines[end]?.text.trim() ?? ''
    if (next === '') return at
    text += ` ${next}`
    if (closingOf(text) >= 0) return isNote(text) ? end : at
  }
  return at
}

/**
 * Joins lines with a space, or without one in scripts that do not use spaces. A line break stands around a paragraph in
 * brackets. Does not repair words hyphenated at line ends.
 */
const joined = (parts: readonly string[]): string =>
  parts.reduce((text, part, index) => {
    if (text === '') return part
    if (isNote(part) || isNote(parts[index - 1] ?? '')) return `${text}\n${part}`
    return `${text}${UNSPACED.test(text.slice(-1)) && UNSPACED.test(part.charAt(0)) ? '' : ' '}${part}`
  }, '')
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。、！？」』]/u
