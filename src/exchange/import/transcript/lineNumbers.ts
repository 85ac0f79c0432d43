/** Courts number the lines of a page: “3   Q.   Did you see him?” */
import type { TranscriptLine } from './transcriptLine'

const NUMBERED = /^\s*(?<number>\d{1,2})(?:\s+(?<text>\S.*)|\s*)$/su
/** So many lines in a row show that they are numbered. */
const LEAST = 3

/** Without numbers that run through the lines, each page from 1. They have to stand before most lines. */
export function withoutLineNumbers(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const read = new Map<TranscriptLine, string>()
  let last = 0
  let filled = 0
  for (const line of lines) {
    if (line.speaker !== undefined || line.text.trim() === '') continue
    filled++
    const { number, text = '' } = NUMBERED.exec(line.text)?.groups ?? {}
    if (number === undefined || (Number(number) !== last + 1 && number !== '1')) continue
    last = Number(number)
    read.set(line, text)
  }
  if (read.size < LEAST || read.size * 2 < filled) return lines
  return lines.map((line) => {
    const text = read.get(line)
    return text === undefined ? line : { ...line, text }
  })
}
