import type { Turn } from '../../../story/assessment/copy/transcript'
import { withWholeLabels } from './labels/brokenLabels'
import { labelsOfLines } from './labels/labelsOfLines'
import { withoutLineNumbers } from './lineNumbers'
import { readStamp } from './labels/speakerLabel'
import type { TranscriptLine } from './transcriptLine'
import { defined } from '../../../story/text/defined'

/**
 * Groups lines into turns. A label starts a turn; lines without one continue it. Consecutive turns of one speaker
 * merge.
 */
export function turnsOfLines(lines: readonly TranscriptLine[]): readonly Turn[] {
  const turns: { speaker?: string; at?: string; parts: string[] }[] = []
  const whole = withWholeLabels(withWholeNotes(withoutLineNumbers(lines.flatMap(atChevrons))))
  const labels = labelsOfLines(whole)
  let isOver = false
  for (const line of whole) {
    const text = line.text.trim()
    if (text === '') continue
    if (line.speaker === undefined && !line.changes && (isNote(text) || isClip(text))) {
      const last = turns.at(-1)
      if (last) last.parts.push(text)
      else turns.push({ ...defined({ at: line.at }), parts: [text] })
      isOver ||= CLIP.test(text) || CLIP_IN_DASHES.test(text)
      continue
    }
    const label = line.speaker === undefined ? labels.get(line) : { speaker: line.speaker, rest: text }
    const stamp = label ? undefined : readStamp(text)
    const at = label?.at ?? stamp?.at ?? line.at
    const rest = (label?.rest ?? stamp?.rest ?? text).trim()
    const last = turns.at(-1)
    const goesOn =
      last && (label ? label.speaker !== undefined && label.speaker === last.speaker : !line.changes && !isOver)
    isOver = false
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

/** Captions mark another speaker with “>>”, also within a line, whose voice is named: “WE ACT NOW, >> HE LIED.” */
function atChevrons(line: TranscriptLine): readonly TranscriptLine[] {
  // “<<” and “>>” are quotation marks, and so is the one in “Er rief: >>Halt!”.
  if (!line.text.includes('>>') || line.text.includes('<<')) return [line]
  const { speaker, ...others } = line
  return line.text
    .split(/(?<=[.?!…"”’—-])\s*(?=>>+\s*\S)|(?<=[,;:])\s*(?=>>+\s+\S)/u)
    .map((text, at) => ({ ...others, ...(at === 0 ? defined({ speaker }) : {}), text }))
}

/** What is heard next is of somebody else: “(END VIDEO CLIP)”. */
const CLIP = new RegExp(
  '^[(（[［【〔<〈]\\s*(?:' +
    '(?:BEGIN|START|END|STOP)(?:S|NING|ING)?(?: OF)?(?: THE)? (?:VIDEO|AUDIO|TAPE|CLIP|SOUND|FILM|RECORDING)|' +
    '(?:VIDEO|AUDIO)\\s?(?:CLIP|TAPE|RECORDING)|SOUNDBITE|COMMERCIAL BREAK|CLIP\\s*[)\\]]|' +
    '(?:VIDEO|AUDIO|TAPE|CLIP|RECORDING) (?:(?:IS|WAS) )?' +
    '(?:BEGIN|START|END|STOP|PLAY|SHOWN)(?:S|NING|ING|PING|ED)?(?!\\p{L})|' +
    '(?:AN?|THE) (?:VIDEO|TAPE|CLIP|RECORDING) (?:IS|WAS) (?:SHOWN|PLAYED)|' +
    'PLAY(?:ING|S|ED) (?:(?:THE|AN?) )?(?:VIDEO|AUDIO|TAPE|CLIP|RECORDING)(?!\\p{L})|' +
    "(?:ENDE )?(?:DE[SR] )?(?:EINSPIEL(?:ER|UNG)|O-TON)|(?:DÉBUT|FIN) D[EU] (?:L[’'])?(?:EXTRAIT|REPORTAGE|VIDÉO)|" +
    '(?:INICIO|FIN) DEL? (?:V[IÍ]DEO|AUDIO|CORTE)|(?:녹취|영상|인터뷰|인서트|싱크)(?:\\s?(?:시작|재생|끝|종료))?\\s*[)）\\]］】〕>〉])',
  'iu',
)
/** “— VIDEO ENDS —”, “*VIDEO ENDS*” */
const CLIP_IN_DASHES =
  /^(?:[-–—*]+\s*)(?:(?:VIDEO|AUDIO|TAPE|CLIP|RECORDING) (?:BEGINS|STARTS|ENDS|PLAYS)|(?:BEGIN|START|END)(?: OF)? (?:VIDEO|AUDIO|TAPE|CLIP|RECORDING))\s*[-–—*]+$/iu
/** “[END VIDEO CLIP]”, alone on its line */
const isClip = (text: string): boolean =>
  CLIP_IN_DASHES.test(text) || (CLIP.test(text) && /^[^\])）］】〕>〉]*[\])）］】〕>〉]\.?$/u.test(text))

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
function joined(parts: readonly string[]): string {
  const pieces: string[] = []
  let before = ''
  for (const part of parts) {
    if (before !== '') pieces.push(between(before, part))
    pieces.push(part)
    before = part === '' ? before : part
  }
  return pieces.join('')
}

function between(before: string, part: string): string {
  if (isNote(part) || isNote(before)) return '\n'
  return UNSPACED.test(before.slice(-1)) && UNSPACED.test(part.charAt(0)) ? '' : ' '
}
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。、！？」』]/u
