/** Courts number the lines of a page: “3   Q.   Did you see him?” */
import { readLabel } from './labels/speakerLabel'
import type { TranscriptLine } from './transcriptLine'

const NUMBERED = /^\s*(?<number>\d{1,2})(?:(?<gap>\s+)(?<text>\S.*)|\s*)$/su
/** So many lines with a column of numbers show that they are numbered. */
const LEAST = 10
/** So many do where a label stands among them. “1 death in Ohio” counts. */
const LEAST_WITH_LABEL = 3
/** So many numbers may be missing. */
const MOST_MISSING = 2
const QUESTION = /^[QA](?:\.?\s|\.?$)/u

/** Without numbers that run through the lines, each page from 1. They have to stand before most lines. */
export function withoutLineNumbers(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const read = new Map<TranscriptLine, string>()
  let last = 0
  let filled = 0
  let wide = 0
  for (const line of lines) {
    if (line.speaker !== undefined || line.text.trim() === '') continue
    filled++
    const { number, gap, text = '' } = NUMBERED.exec(line.text)?.groups ?? {}
    const missing = Number(number) - last - 1
    if (number === undefined || ((missing < 0 || missing > MOST_MISSING) && number !== '1')) continue
    last = Number(number)
    if (gap === undefined || /\s\s|\t/u.test(gap)) wide++
    read.set(line, text)
  }
  const isColumn = wide >= LEAST && wide * 2 >= read.size
  if (read.size * 2 < filled || !(isColumn || (read.size >= LEAST_WITH_LABEL && hasLabel(read.values())))) return lines
  return lines.map((line) => {
    const text = read.get(line)
    return text === undefined ? line : { ...line, text }
  })
}

function hasLabel(texts: Iterable<string>): boolean {
  for (const text of texts) if (QUESTION.test(text) || readLabel(text)?.speaker !== undefined) return true
  return false
}
