/** Whose words each line begins. In doubt they are nobody’s: never those of the speaker before. */
import type { Labelled } from './labelled'
import { addressesChair, beginsLikeCall, beginsLikeOfficial, readOfficialLabel } from './officialLabel'
import { otherQuestions } from './otherQuestions'
import { labelsOfQuestions } from './questionLabels'
import { SentenceEnd } from '../sentenceEnd'
import { isMailHeader, readLabel } from './speakerLabel'
import type { TranscriptLine } from '../transcriptLine'

type Labels = ReadonlyMap<TranscriptLine, Labelled>

/** The labels of all lines whose file does not name the speaker outside the text. */
export function labelsOfLines(lines: readonly TranscriptLine[]): Labels {
  const read = new Map<TranscriptLine, Labelled>()
  for (const line of lines) {
    const label = line.speaker === undefined ? readLabel(line.text.trim()) : undefined
    if (label) read.set(line, label)
  }
  const sure = new Map([...read, ...labelsOfQuestions(lines, read)])
  return new Map([
    ...otherQuestions(lines),
    ...headers(lines, sure),
    ...marked(lines, sure),
    ...officialLabels(lines, sure),
    ...sure,
  ])
}

const nobody = ({ text }: TranscriptLine): Labelled => ({ rest: text.trim() })

/** A file with one of these has labels of official minutes before a colon. */
const TITLED = /^(?:the|mr|mrs|ms|miss|hon|right hon|sir|madam|rep|sen|senator|president|m|mme|frau|herr)[. ]/iu
/** One alone, in a file with labels before a colon, is hardly a label, unless it begins “Mr. President, …”. */
const LEAST_OFFICIAL = 2

/**
 * Labels before a full stop. Behind a line that has not ended, such as the foot of a page, nobody knows whose words
 * follow; so it is with each line of such minutes that begins like a label, and cannot be read as one.
 */
function officialLabels(lines: readonly TranscriptLine[], read: Labels): Labels {
  const found = new Map<TranscriptLine, Labelled>()
  const unsure = new Map<TranscriptLine, Labelled>()
  const calls = new Map<TranscriptLine, Labelled>()
  const end = new SentenceEnd()
  for (const line of lines) {
    const text = line.text.trim()
    if (line.speaker === undefined && !read.has(line)) {
      const label = readOfficialLabel(text)
      if (label && end.isHere) found.set(line, label)
      else if (label || (end.isHere && beginsLikeOfficial(text))) unsure.set(line, nobody(line))
      if (beginsLikeCall(text)) calls.set(line, nobody(line))
    }
    end.follow(text)
  }
  const named = [...read.values(), ...lines].flatMap(({ speaker }) => (speaker === undefined ? [] : [speaker]))
  if (found.size === 0) return named.some((speaker) => TITLED.test(speaker)) ? calls : new Map()
  const isSure = found.size >= LEAST_OFFICIAL || [...found.values()].some(({ rest }) => addressesChair(rest))
  if (named.length === 0 || isSure) return new Map([...found, ...unsure])
  return new Map([...[...found.keys()].map((line) => [line, nobody(line)] as const), ...unsure])
}

/** A mark before a label, as Korean and Japanese minutes and interviews have it. */
const MARK = /^[▲△▶▷▽▼◇◆■□○◯〇●◎]/u

/** Where marks begin turns, a line with a mark begins one, even if it cannot be read. */
function marked(lines: readonly TranscriptLine[], read: Labels): Labels {
  const has = lines.filter(({ text, speaker }) => speaker === undefined && MARK.test(text.trim()))
  return has.some((line) => read.has(line)) ? new Map(has.map((line) => [line, nobody(line)])) : new Map()
}

/** The head of a mail is nobody’s, where another one has spoken before. */
function headers(lines: readonly TranscriptLine[], read: Labels): Labels {
  const found = new Map<TranscriptLine, Labelled>()
  const isHeader = (at: number): boolean => isMailHeader(lines[at]?.text.trim() ?? '')
  let named = false
  lines.forEach((line, at) => {
    const label = read.get(line)
    named ||= label?.speaker !== undefined
    if (named && !isHeader(at - 1) && isHeader(at) && isHeader(at + 1)) found.set(line, nobody(line))
  })
  return found
}
